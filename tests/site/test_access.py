"""The page reflows on the narrowest screen, and everything on it is large enough to hit."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.conftest import evaluate, opened, paste, unfold

pytestmark = pytest.mark.browser

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
"""


def result(page: Page) -> None:
    """Bring a page to a result with everything open that can be."""
    paste(page, criteria=CRITERIA, situation="You will hear from our lawyers. Nobody can log in.")
    evaluate(page)
    unfold(page)


def test_the_page_reflows_at_320_pixels(context: BrowserContext, host: str) -> None:
    page = opened(context, host)
    page.set_viewport_size({"width": 320, "height": 800})
    result(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_control_is_large_enough_to_hit(page: Page) -> None:
    result(page)

    small = page.evaluate(
        "[...document.querySelectorAll('button, select, input, summary')].filter((e) => e.offsetParent && "
        "!['checkbox', 'radio'].includes(e.type) && (e.offsetHeight < 24 || e.offsetWidth < 24)).map((e) => e.outerHTML.slice(0, 80))"
    )

    assert small == []
