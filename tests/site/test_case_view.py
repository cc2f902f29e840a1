"""The main job, as a support agent does it."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import evaluate, paste

pytestmark = pytest.mark.browser

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
"""
THREAT = "😡 If this is not fixed by Friday, you will hear from our lawyers. Nobody here can log in."


def test_the_agent_reads_a_decision_with_its_proof(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)

    expect(page.locator(".verdict strong")).to_have_text("Escalate")
    expect(page.locator("#finding-c1 q").first).to_have_text("hear from our lawyers")


def test_the_proof_is_marked_where_it_stands_even_behind_an_emoji(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.get_by_text("Your text with the evidence").click()

    expect(page.locator('#evidence-text mark[data-role="supports"]').first).to_contain_text("hear from our lawyers")


def test_the_whole_job_is_done_by_keyboard(page: Page) -> None:
    expect(page.locator("#criteria")).to_be_focused()
    page.keyboard.insert_text(CRITERIA)
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.insert_text(THREAT)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".verdict")).to_be_visible()
    page.keyboard.press("y")
    expect(page.locator("#questions")).to_contain_text("You answered: yes")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#record-line")).to_contain_text("Decided: escalate")
    page.keyboard.press("2")

    expect(page.locator("#status")).to_have_text("Copied")


def test_an_answer_is_given_in_place_and_decides_at_once(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(page)
    expect(page.locator(".verdict strong")).to_have_text("Can't decide yet")

    page.locator(".question").first.get_by_role("textbox").fill("40 users")
    page.keyboard.press("Enter")

    expect(page.locator(".verdict strong")).to_have_text("Escalate")


def test_a_copy_says_that_no_person_has_confirmed(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.locator('[data-copy="brief"]').click()
    expect(page.locator("#status")).to_have_text("Copied")

    assert page.evaluate("navigator.clipboard.readText()").startswith("UNCONFIRMED")


def test_a_copy_carries_rich_text_too(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.locator('[data-copy="brief"]').click()
    expect(page.locator("#status")).to_have_text("Copied")

    kinds = page.evaluate("navigator.clipboard.read().then((items) => items[0].types)")

    assert {"text/html", "text/plain"} <= set(kinds)


def test_a_confirmed_copy_says_so(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#record-line")).to_be_visible()
    page.locator('[data-copy="brief"]').click()
    expect(page.locator("#status")).to_have_text("Copied")

    assert page.evaluate("navigator.clipboard.readText()").startswith("Confirmed by a person")


def test_an_override_needs_a_reason_and_stands_in_the_record(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.get_by_role("button", name="Override").click()
    page.get_by_label("Do not escalate").check()
    page.get_by_label("A manager's decision").check()
    page.get_by_role("button", name="Record the override").click()

    expect(page.locator("#record-line")).to_contain_text("Decided: do not escalate (suggested: escalate)")


def test_a_result_whose_text_has_changed_is_marked_and_asks_before_it_is_copied(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    page.get_by_label("What happened").fill("Something else.")
    expect(page.locator("#stale")).to_contain_text("Based on earlier text")

    page.locator('[data-copy="brief"]').click()
    expect(page.get_by_role("dialog")).to_contain_text("has changed since this was evaluated")
    page.get_by_role("button", name="Copy marked").click()
    expect(page.locator("#status")).to_have_text("Copied")

    assert page.evaluate("navigator.clipboard.readText()").startswith("OUT OF DATE")


def test_without_criteria_the_page_says_why_and_offers_presets(page: Page) -> None:
    page.get_by_label("What happened").fill(THREAT)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("alert")).to_contain_text("There are no criteria to decide by")


def test_a_wrong_piece_of_evidence_can_be_excluded(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation="You will hear from our lawyers. We are two users.")
    evaluate(page)
    page.locator("#finding-c1").get_by_role("button", name="This is wrong").first.click()

    expect(page.locator("#finding-c1 .badge")).to_contain_text("Not met")


def test_a_text_survives_a_reload(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    page.reload()

    expect(page.get_by_label("What happened")).to_have_value(THREAT)


def test_a_new_case_can_be_undone(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=THREAT)
    page.get_by_role("button", name="New case").click()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_label("What happened")).to_have_value(THREAT)


def test_a_megabyte_is_evaluated_and_the_page_stays_awake(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation="The shelf is dusty. " * 52_000 + "You will hear from our lawyers.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.get_by_label("What happened").press("End")

    expect(page.locator(".verdict strong")).to_have_text("Escalate", timeout=480_000)


def test_a_run_can_be_stopped(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation="The shelf is dusty. " * 52_000)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Stop").click()

    expect(page.locator("#status")).to_contain_text("Stopped")


def test_every_interface_text_comes_from_the_catalogue(page: Page) -> None:
    page.evaluate(
        "localStorage.setItem(Object.keys(localStorage).find((k) => k.startsWith('era:settings')) ?? `era:settings:${location.pathname}`, JSON.stringify({language: 'x-pseudo'}))"
    )
    page.reload()
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=90_000)

    plain = page.evaluate(
        "[...document.querySelectorAll('button, label, h2, summary, .hint')].map((e) => e.innerText.trim())"
        ".filter((said) => said && !said.includes('⟦') && !/^\\d$/.test(said))"
    )

    assert plain == []
