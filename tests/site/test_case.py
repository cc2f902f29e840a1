"""A case from its first word to its end: questions, undo, drafts, tabs, habits."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import HOME, PATIENCE, evaluate, opened, paste

pytestmark = pytest.mark.browser

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
"""
THREAT = "You will hear from our lawyers."


def test_the_customer_is_asked_what_is_open(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    question = clean.locator(".question strong").first.inner_text()
    clean.get_by_role("button", name="Ask the customer").click()
    expect(clean.locator("#ask-customer")).to_have_attribute("aria-pressed", "true")

    assert question in clean.locator("#acknowledgment-text").input_value()


def test_a_question_is_answered_by_one_key(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    clean.keyboard.press("y")

    expect(clean.locator(".verdict strong")).to_have_text("Escalate")


def test_z_takes_an_answer_back(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    clean.keyboard.press("y")
    expect(clean.locator(".verdict strong")).to_have_text("Escalate")
    clean.keyboard.press("z")

    expect(clean.locator(".verdict strong")).to_have_text("Can't decide yet")


def test_z_takes_a_decision_back(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.keyboard.press("Control+Shift+Enter")
    expect(clean.locator("#record-line")).to_be_visible()
    clean.keyboard.press("z")

    expect(clean.get_by_role("button", name="Override")).to_be_visible()


def test_everything_that_throws_text_away_can_be_undone_step_by_step(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    clean.locator("#preset").select_option("saas-support")
    clean.get_by_role("button", name="Try an example").click()
    clean.get_by_role("button", name="New case").click()
    for _ in range(3):
        clean.get_by_role("button", name="Undo").click()

    expect(clean.locator("#criteria")).to_have_value(CRITERIA)
    expect(clean.locator("#situation")).to_have_value(THREAT)


def test_an_edited_acknowledgment_is_not_thrown_away_unasked(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#acknowledgment-text").fill("My own words.")
    clean.locator("#channel").select_option("chat")
    clean.get_by_role("button", name="Keep my words").click()

    expect(clean.locator("#acknowledgment-text")).to_have_value("My own words.")


def test_a_brief_is_edited_in_place_and_copied_as_it_stands(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#brief").get_by_role("button", name="Edit").click()
    clean.locator("#brief-text").fill("My own brief.")
    clean.locator('[data-copy="brief"]').click()
    expect(clean.locator("#status")).to_have_text("Copied")
    copied = clean.evaluate("navigator.clipboard.readText()")
    clean.locator("#brief").get_by_role("button", name="Write it again").click()

    assert copied.endswith("My own brief.")
    expect(clean.locator("#brief-document")).to_be_visible()


def test_an_edited_brief_survives_an_answer_and_says_that_the_case_has_changed(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    clean.locator("#brief").get_by_role("button", name="Edit").click()
    clean.locator("#brief-text").fill("My own brief.")
    clean.keyboard.press("Escape")
    clean.keyboard.press("y")
    expect(clean.locator("#brief")).to_contain_text("The case has changed since you edited this")

    expect(clean.locator("#brief-text")).to_have_value("My own brief.")


def test_the_whole_case_takes_at_most_25_key_presses_after_pasting(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    keys = ["Control+Enter", "y", "Control+Shift+Enter", "1", "2", "3", "4"]
    waits = [".verdict", "#questions .given", "#record-line"]
    for place, key in enumerate(keys):
        clean.keyboard.press(key)
        if place < len(waits):
            expect(clean.locator(waits[place]).first).to_be_visible()
        else:
            expect(clean.locator("#status")).to_have_text("Copied")

    assert len(keys) <= 25


def test_a_preset_file_is_opened_as_a_preset(clean: Page) -> None:
    clean.locator("#criteria-file-input").set_input_files(HOME / "criteria" / "saas-support.toml")
    expect(clean.get_by_role("dialog")).to_contain_text("Head of Support")
    clean.get_by_role("button", name="Use this preset").click()

    expect(clean.locator("#criteria")).to_have_value(re.compile("^# When Support escalates a ticket"))


def test_a_file_that_is_no_preset_says_why_and_changes_nothing(clean: Page) -> None:
    clean.locator("#criteria").fill(CRITERIA)
    clean.locator("#criteria-file-input").set_input_files(
        {"name": "mine.toml", "mimeType": "text/plain", "buffer": b"title = 3"}
    )

    expect(clean.get_by_role("alert")).to_contain_text("mine.toml is no preset")
    expect(clean.locator("#criteria")).to_have_value(CRITERIA)


def test_a_text_file_goes_into_the_field_as_it_is(clean: Page) -> None:
    clean.locator("#situation-file-input").set_input_files(
        {"name": "mail.txt", "mimeType": "text/plain", "buffer": "Grüße 😡".encode()}
    )

    expect(clean.locator("#situation")).to_have_value("Grüße 😡")


def test_who_decides_first_sees_neither_suggestion_nor_brief(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    clean.get_by_label("I decide first").check()
    clean.keyboard.press("Control+Enter")
    expect(clean.locator("#decision")).to_contain_text("Your own view first")
    expect(clean.locator(".verdict, #brief-document, #acknowledgment-text")).to_have_count(0)
    clean.locator("#decision").get_by_role("button", name="Do not escalate").click()

    expect(clean.locator("#decision")).to_contain_text("You said: Do not escalate. The tool suggests: Escalate.")


def test_the_first_view_stands_in_the_record(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    clean.get_by_label("I decide first").check()
    clean.keyboard.press("Control+Enter")
    clean.locator("#decision").get_by_role("button", name="Do not escalate").click()
    clean.keyboard.press("Control+Shift+Enter")
    with clean.expect_download() as download:
        clean.get_by_role("button", name="Save as JSON").click()

    assert json.loads(download.value.path().read_text("utf-8"))["first_view"] == "do_not_escalate"


def test_an_override_for_a_misreading_offers_a_note_without_the_case(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.keyboard.press("o")
    clean.get_by_label("Do not escalate").check()
    clean.get_by_label("The tool misread the text").check()
    clean.get_by_role("button", name="Record the override").click()
    clean.get_by_role("button", name="Copy a note to the owner").click()
    expect(clean.locator("#status")).to_have_text("Copied")
    note = clean.evaluate("navigator.clipboard.readText()")

    assert "legal_threat" in note
    assert "You will hear" not in note


def test_help_lists_the_keys_and_can_switch_them_off(clean: Page) -> None:
    clean.keyboard.press("?")
    dialog = clean.get_by_role("dialog")
    expect(dialog).to_contain_text("Ctrl+Shift+Enter")
    dialog.get_by_label("Switch single keys off").check()
    clean.keyboard.press("Escape")
    clean.keyboard.press("?")

    expect(dialog).to_have_count(0)


def test_the_palette_finds_and_carries_out_a_command(clean: Page) -> None:
    clean.keyboard.press("Control+k")
    clean.keyboard.type("saas")
    clean.keyboard.press("Enter")

    expect(clean.locator("#preset")).to_have_value("saas-support")


def test_a_case_is_evaluated_again_after_a_reload(context: BrowserContext, host: str) -> None:
    page = opened(context, host)
    paste(page, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(page)
    page.keyboard.press("y")
    expect(page.locator(".verdict strong")).to_have_text("Escalate")
    page.reload()

    expect(page.locator(".verdict strong")).to_have_text("Escalate", timeout=90_000)


def test_two_tabs_do_not_overwrite_each_other(context: BrowserContext, host: str) -> None:
    first = opened(context, host)
    first.get_by_label("Keep drafts on this computer").check()
    paste(first, criteria="one", situation="first tab")
    second = opened(context, host)
    expect(second.locator("#situation")).to_have_value("")
    paste(second, criteria="two", situation="second tab")
    for page in (first, second):
        page.reload()

    expect(first.locator("#situation")).to_have_value("first tab")
    expect(second.locator("#situation")).to_have_value("second tab")


def test_a_draft_that_this_computer_keeps_is_taken_up_by_the_next_tab(context: BrowserContext, host: str) -> None:
    first = opened(context, host)
    first.get_by_label("Keep drafts on this computer").check()
    paste(first, criteria="one", situation="kept")
    first.close(run_before_unload=True)
    second = context.new_page()
    second.goto(host)

    expect(second.locator("#situation")).to_have_value("kept")


def test_nothing_of_a_case_is_kept_beyond_the_tab(context: BrowserContext, host: str) -> None:
    page = opened(context, host)
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)

    assert "lawyers" not in page.evaluate("JSON.stringify({ ...localStorage })")


def test_clear_everything_leaves_nothing(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.get_by_label("Keep drafts on this computer").check()
    clean.get_by_role("button", name="Clear everything").click()

    assert "lawyers" not in clean.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    expect(clean.get_by_role("button", name="Undo")).to_be_hidden()


def test_a_storage_that_keeps_nothing_is_said(context: BrowserContext, host: str) -> None:
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }")
    page = opened(context, host)
    paste(page, criteria=CRITERIA, situation=THREAT)

    expect(page.locator("#notices")).to_contain_text("The browser keeps nothing here")


def test_a_case_that_nobody_attends_to_is_cleared(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(host)
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=90_000)
    paste(page, criteria=CRITERIA, situation=THREAT)
    page.keyboard.press("Shift")
    page.clock.fast_forward("29:05")
    expect(page.locator("#notices")).to_contain_text("cleared in a minute")
    page.clock.fast_forward("01:05")

    expect(page.locator("#situation")).to_have_value("")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_when_the_engine_does_not_start_the_criteria_are_a_checklist(context: BrowserContext, host: str) -> None:
    context.route("**/bundle.zip", lambda route: route.fulfill(status=404))
    page = context.new_page()
    page.goto(host)
    page.locator("#criteria").fill(CRITERIA)
    expect(page.locator("#engine")).to_have_attribute("data-state", "failed", timeout=90_000)
    page.get_by_role("button", name="Go through the criteria by hand").click()

    expect(page.locator(".checklist input")).to_have_count(3)


def test_an_edit_is_evaluated_by_itself_where_the_person_wants_it(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Hello.")
    clean.get_by_label("Evaluate again by itself").check()
    evaluate(clean)
    evaluate(clean)
    clean.locator("#situation").fill(THREAT)

    expect(clean.locator(".verdict strong")).to_have_text("Escalate", timeout=10_000)


def test_evaluate_pressed_early_waits_for_the_engine(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.goto(host, wait_until="domcontentloaded")
    paste(page, criteria=CRITERIA, situation=THREAT)
    page.keyboard.press("Control+Enter")

    expect(page.locator(".verdict strong")).to_have_text("Escalate", timeout=90_000)


def test_a_figure_that_was_misread_is_put_right_and_counts_at_once(clean: Page) -> None:
    paste(clean, criteria="- More than 25 users are affected: On-call\n", situation="40 users are affected.")
    evaluate(clean)
    clean.get_by_role("button", name="This is wrong").first.click()
    clean.get_by_label("What it should be").fill("4 users")
    clean.keyboard.press("Enter")

    expect(clean.locator(".verdict strong")).to_have_text("Do not escalate")
    expect(clean.locator("#decision")).to_contain_text("is 4 users")


def test_a_value_without_a_figure_is_refused_and_changes_nothing(clean: Page) -> None:
    paste(clean, criteria="- More than 25 users are affected: On-call\n", situation="40 users are affected.")
    evaluate(clean)
    clean.get_by_role("button", name="This is wrong").first.click()
    clean.get_by_label("What it should be").fill("fewer")
    clean.keyboard.press("Enter")

    expect(clean.get_by_role("alert")).to_contain_text("There is no figure in")
    expect(clean.locator("#decision")).not_to_contain_text("You put this right")


def test_a_detail_that_was_misread_is_put_right(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=f"{THREAT}\n\nKind regards\nDana Whitlock")
    evaluate(clean)
    clean.locator("#detail-contact").click()
    clean.locator("#detail-field-contact").fill("Robin Mar")
    clean.keyboard.press("Enter")

    expect(clean.locator("#acknowledgment-text")).to_have_value(re.compile("Robin Mar"))
    expect(clean.locator("#brief-document")).to_contain_text("Robin Mar")


def test_what_is_missing_is_filled_in_place(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#missing-references").click()
    clean.locator("#detail-field-references").fill("NF-1")
    clean.keyboard.press("Enter")

    expect(clean.locator("#brief-document")).to_contain_text("NF-1")
    expect(clean.locator("#missing-references")).to_have_count(0)


def test_what_looks_like_a_secret_is_asked_about_and_blacked_out(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#acknowledgment-text").fill("Write to dana@example.com.")
    clean.locator('[data-copy="acknowledgment"]').click()
    expect(clean.get_by_role("dialog")).to_contain_text("dana@example.com")
    clean.get_by_role("button", name="Black out and copy").click()
    expect(clean.locator("#status")).to_have_text("Copied")

    assert clean.evaluate("navigator.clipboard.readText()") == "Write to [email]."


def test_a_passage_that_may_stay_is_asked_about_once_in_a_case(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#acknowledgment-text").fill("Write to dana@example.com.")
    clean.locator('[data-copy="acknowledgment"]').click()
    clean.get_by_role("button", name="Keep and copy").click()
    expect(clean.locator("#status")).to_have_text("Copied")
    clean.locator('[data-copy="acknowledgment"]').click()

    expect(clean.get_by_role("dialog")).to_have_count(0)
    assert clean.evaluate("navigator.clipboard.readText()") == "Write to dana@example.com."


@pytest.mark.parametrize(
    ("form", "said"),
    [("slack", "*Severity and why*"), ("jira", "h3. "), ("plain", "Severity and why"), ("sbar", "Situation:")],
)
def test_a_brief_is_copied_in_the_form_that_is_chosen(clean: Page, form: str, said: str) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#format").select_option(form)
    clean.locator('[data-copy="brief"]').click()
    expect(clean.locator("#status")).to_have_text("Copied")

    assert said in clean.evaluate("navigator.clipboard.readText()")


def test_the_record_names_a_preset_only_while_its_words_stand(clean: Page) -> None:
    clean.locator("#preset").select_option("saas-support")
    expect(clean.locator("#preset-about")).to_contain_text("Owner: Head of Support")
    clean.locator("#criteria").press("End")
    clean.keyboard.type(" And more.")

    expect(clean.locator("#preset-about")).to_contain_text("changed here")


def test_the_preset_that_was_used_last_stands_there_next_time(context: BrowserContext, host: str) -> None:
    first = opened(context, host)
    first.locator("#preset").select_option("saas-support")
    first.close()
    second = opened(context, host)

    expect(second.locator("#criteria")).to_have_value(re.compile("When Support escalates a ticket"))
    assert second.evaluate("document.activeElement.id") == "situation"


def test_answers_do_not_travel_to_another_case_that_is_pasted_over_the_first(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Some users in Leeds cannot work today, nobody has counted them.")
    evaluate(clean)
    clean.keyboard.press("y")
    expect(clean.locator(".verdict strong")).to_have_text("Escalate")
    clean.locator("#situation").fill("Where can I download my latest invoice, please?")
    clean.keyboard.press("Control+Enter")

    expect(clean.locator(".verdict strong")).to_have_text("Do not escalate")
    expect(clean.locator("#notices")).to_contain_text("Another case was pasted over")


def test_answers_stay_when_the_case_is_only_added_to(clean: Page) -> None:
    told = "Some users in Leeds cannot work today, nobody has counted them."
    paste(clean, criteria=CRITERIA, situation=told)
    evaluate(clean)
    clean.keyboard.press("y")
    expect(clean.locator(".verdict strong")).to_have_text("Escalate")
    clean.locator("#situation").fill(f"{told}\nThey rang again at noon.")
    clean.keyboard.press("Control+Enter")

    expect(clean.locator("body")).not_to_have_class(re.compile(r"\brunning\b"))
    expect(clean.locator("#questions")).to_contain_text("You answered: yes")


def test_clear_everything_speaks_the_first_language_again(clean: Page) -> None:
    clean.locator("#language").select_option("de")
    expect(clean.locator("#evaluate")).to_contain_text("Auswerten")
    clean.locator("#clear-all").click()

    expect(clean.locator("#evaluate")).to_contain_text("Evaluate")
    expect(clean.locator("#language")).to_have_value("en")


def test_the_banner_counts_what_was_changed_since(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=THREAT)
    evaluate(clean)
    clean.locator("#situation").fill("Else.")
    expect(clean.locator("#stale")).to_contain_text("Edits since: 1")
    clean.wait_for_timeout(1800)
    clean.locator("#situation").fill("Else again.")

    expect(clean.locator("#stale")).to_contain_text("Edits since: 2")


def test_paste_puts_the_clipboard_in_the_place_of_what_stands_there(clean: Page) -> None:
    clean.locator("#situation").fill("Before.")
    clean.evaluate("navigator.clipboard.writeText('Pasted words.')")
    clean.locator("#situation-paste").click()
    expect(clean.locator("#situation")).to_have_value("Pasted words.")
    clean.get_by_role("button", name="Undo").click()

    expect(clean.locator("#situation")).to_have_value("Before.")


def test_a_time_just_past_is_one_press_away(clean: Page) -> None:
    clean.get_by_role("button", name="−15 min").click()
    told = clean.evaluate("(Date.now() - new Date(document.getElementById('now').value)) / 60000")

    assert 14 <= told <= 17


def test_a_key_is_changed_and_the_buttons_say_so(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    clean.keyboard.press("?")
    clean.get_by_text("Change a key").click()
    clean.get_by_label("Command").select_option("y")
    clean.get_by_label("New key").fill("q")
    clean.keyboard.press("Enter")
    clean.keyboard.press("Escape")
    expect(clean.locator('.question kbd[data-key="y"]').first).to_have_text("q")
    clean.keyboard.press("q")

    expect(clean.locator(".verdict strong")).to_have_text("Escalate")


def test_safe_mode_starts_with_nothing_that_was_stored(context: BrowserContext, host: str) -> None:
    opened(context, host).close()
    page = context.new_page()
    page.add_init_script(
        "if (!sessionStorage.getItem('broke')) { sessionStorage.setItem('broke', 'yes'); globalThis.Worker = undefined; }"
    )
    page.goto(host)
    page.locator("#situation").fill(THREAT)
    expect(page.get_by_role("button", name="Use safe mode")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Use safe mode").click()
    expect(page.locator("#engine-text")).to_contain_text("safe mode", timeout=PATIENCE)

    assert page.evaluate("caches.keys()") == []
    expect(page.locator("#situation")).to_have_value(THREAT)
