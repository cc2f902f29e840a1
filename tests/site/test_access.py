"""axe-core finds nothing, in light and dark, on a desk and on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import evaluate, opened, paste

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
"""


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8") + "; undefined")
    told = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)")
    return [f"{finding['id']}: {finding['nodes'][0]['html'][:120]}" for finding in told]


def in_state(page: Page, state: str) -> None:
    if state == "empty":
        return
    if state == "error":
        page.keyboard.press("Control+Enter")
        return
    threat = (
        "You will hear from our lawyers. Nobody can log in."
        if state != "routine"
        else "Where is my invoice? We are two users."
    )
    paste(page, criteria=CRITERIA, situation=threat)
    evaluate(page)
    page.get_by_text("How I read them").click()
    page.get_by_text("Your text with the evidence").click()
    if state == "stale":
        page.get_by_label("What happened").fill("Else.")
    if state == "confirmed":
        page.get_by_role("button", name="Confirm").click()
        expect(page.locator("#record-line")).to_be_visible()
    if state == "override":
        page.get_by_role("button", name="Override").click()


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["empty", "error", "result", "routine", "stale", "confirmed", "override"])
def test_axe_finds_nothing(context: BrowserContext, host: str, state: str, theme: str, width: int) -> None:
    page = opened(context, host)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    in_state(page, state)

    assert findings(page) == []


def test_the_page_reflows_at_320_pixels(context: BrowserContext, host: str) -> None:
    page = opened(context, host)
    page.set_viewport_size({"width": 320, "height": 800})
    in_state(page, "result")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_control_is_large_enough_to_hit(page: Page) -> None:
    in_state(page, "result")

    small = page.evaluate(
        "[...document.querySelectorAll('button, select, input, summary')].filter((e) => e.offsetParent && "
        "!['checkbox', 'radio'].includes(e.type) && (e.offsetHeight < 24 || e.offsetWidth < 24)).map((e) => e.outerHTML.slice(0, 80))"
    )

    assert small == []
