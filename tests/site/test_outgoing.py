"""What an agent edits is checked as it stands: words that break a rule are marked in place, and mended as sentences."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import evaluate, paste

pytestmark = pytest.mark.browser

CRITERIA = "Escalate to Legal within 4 hours when the customer mentions lawyers."
THREAT = "Ticket: QX-2207\nCustomer: Redfern Bakery\n\nOur lawyers will call. My card is 4111 1111 1111 1111. @channel"


@pytest.fixture
def judged(page: Page) -> Page:
    paste(page, criteria=CRITERIA, situation=THREAT)
    evaluate(page)
    return page


def test_a_passage_is_marked_where_it_stands_and_mended_as_a_sentence(judged: Page) -> None:
    judged.locator("#acknowledgment-text").fill("Hello,\n\nThis was our fault. We are looking into it.")
    expect(judged.locator("#letter-marks mark")).to_have_text("our fault")
    judged.get_by_role("button", name="Use it").click()

    expect(judged.locator("#acknowledgment-text")).to_have_value(
        "Hello,\n\nI'm sorry for the disruption this is causing you. We are looking into it."
    )


def test_a_time_is_promised_as_the_preset_says_and_stays_allowed_when_edited(page: Page) -> None:
    page.get_by_label("Preset").select_option("oncall-incidents")
    page.locator("#situation").fill("14:02 Login has been unavailable for all customers for 20 minutes.")
    evaluate(page)
    field = page.locator("#acknowledgment-text")
    expect(field).to_have_value(re.compile("within 30 minutes"))
    field.press("End")
    field.type(" Thank you.")

    expect(page.locator("#warnings")).to_contain_text("Nothing to object to")
