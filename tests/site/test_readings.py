"""How the criteria were read is shown line by line, and can be put right."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import evaluate, paste

pytestmark = pytest.mark.browser

CRITERIA = """Our escalation policy

Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
- the customer tells us in their own words that there is significant impact
"""


def readings(page: Page) -> None:
    expect(page.locator("#readings-title")).to_contain_text("3, 0 checked by a person", timeout=10_000)
    page.locator("#readings > summary").click()


def test_criteria_are_read_before_anything_is_evaluated(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="")
    readings(clean)

    expect(clean.locator(".reading .sentence").first).to_contain_text("Escalate when legal threat.")


def test_every_line_of_the_criteria_is_accounted_for(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="")
    readings(clean)
    clean.locator("#lines summary").click()

    lines = clean.locator("#lines tbody tr td:first-child").all_inner_texts()

    assert [line.strip() for line in lines] == [line.strip() for line in CRITERIA.splitlines() if line.strip()]


def test_a_reading_is_corrected_in_place_and_decides(clean: Page) -> None:
    plain = CRITERIA.replace("users cannot work", "users are affected")
    paste(clean, criteria=plain, situation="12 users are affected.")
    evaluate(clean)
    expect(clean.locator("#finding-c2 .badge")).to_contain_text("Not met")

    clean.locator("#readings > summary").click()
    clean.get_by_role("button", name="Correct: count users > 25").click()
    clean.get_by_label("Value or words").fill("10")
    clean.get_by_role("button", name="Put in").click()
    expect(clean.locator("#expression-means")).to_contain_text("more than 10 users")
    clean.get_by_role("button", name="Use this reading").click()

    expect(clean.locator("#finding-c2 .badge")).to_contain_text("Met")


def test_what_is_no_reading_is_said_to_be_none_and_cannot_be_used(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="")
    readings(clean)
    clean.locator("#correct-c1").click()
    clean.get_by_label("The reading as an expression").fill("lawyers and")

    expect(clean.locator("#expression-means")).to_contain_text("not an expression")
    expect(clean.get_by_role("button", name="Use this reading")).to_be_disabled()


def test_a_correction_can_be_taken_back(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="")
    readings(clean)
    clean.locator("#correct-c1").click()
    clean.get_by_label("The reading as an expression").fill("outage")
    clean.get_by_role("button", name="Use this reading").click()
    expect(clean.locator(".reading").first).to_contain_text("corrected by you")
    clean.get_by_role("button", name="Back to the tool's reading").click()

    expect(clean.locator(".reading .sentence").first).to_contain_text("legal threat")


def test_the_decision_counts_the_readings_that_nobody_has_looked_at(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Our lawyers will call.")
    evaluate(clean)
    expect(clean.locator("#doubts")).to_contain_text("3 readings not yet checked by a person · 1 vague")
    clean.locator("#readings > summary").click()
    clean.locator("#review-c1").click()

    expect(clean.locator("#doubts")).to_contain_text("2 readings not yet checked")


def test_a_correction_stays_with_its_criterion_when_others_come_before_it(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="The shop is down.")
    readings(clean)
    clean.locator("#correct-c1").click()
    clean.get_by_label("The reading as an expression").fill("outage")
    clean.get_by_role("button", name="Use this reading").click()
    clean.locator("#criteria").fill(CRITERIA.replace("Escalate when\n", "Escalate when\n- a patient is harmed\n"))
    clean.keyboard.press("Control+Enter")
    expect(clean.locator("#finding-c2")).to_contain_text("corrected by you")

    expect(clean.locator("#finding-c1")).not_to_contain_text("corrected by you")


def test_an_answer_to_a_criterion_that_is_gone_does_not_stand_in_the_way(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Nobody in Leeds can log in.")
    evaluate(clean)
    clean.keyboard.press("y")
    expect(clean.locator("#questions")).to_contain_text("You answered: yes")
    clean.locator("#criteria").fill("- the customer mentions lawyers: Legal")
    clean.keyboard.press("Control+Enter")

    expect(clean.locator("#finding-c1 .badge")).to_contain_text("Not met")
    expect(clean.locator("#errors")).to_be_empty()


def test_corrections_and_reviews_travel_in_a_link(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="")
    readings(clean)
    clean.locator("#correct-c1").click()
    clean.get_by_label("The reading as an expression").fill("outage")
    clean.get_by_role("button", name="Use this reading").click()
    expect(clean.locator("#status")).to_contain_text("Reading corrected")
    clean.get_by_role("button", name="Copy link").click()
    expect(clean.locator("#status")).to_contain_text("Link copied")
    link = clean.evaluate("navigator.clipboard.readText()")

    other = clean.context.new_page()
    other.goto(link)
    other.get_by_role("button", name="Use this preset").click(timeout=90_000)
    other.locator("#readings > summary").click()

    expect(other.locator(".reading").first).to_contain_text(
        re.compile("service down.*corrected by you", re.DOTALL), timeout=30_000
    )
    other.close()
