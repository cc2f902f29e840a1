"""Every state of the page: axe-core finds nothing, and its children in the aria snapshot are those that it must have."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import HOME, evaluate, opened, paste, unfold

pytestmark = pytest.mark.browser

AXE = HOME / "node_modules" / "axe-core" / "axe.min.js"
SNAPSHOTS = Path(__file__).parent / "snapshots"
CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
- there is significant impact
"""
THREAT = "You will hear from our lawyers."
STATES = (
    "empty", "loading", "ready", "link", "evaluating", "escalate", "do_not_escalate", "needs_information", "stale",
    "confirmed", "overridden", "error", "not_understood", "covered", "corrected", "excluded", "failed", "storage",
    "help", "palette", "override", "misread", "secret", "detail", "why",
)  # fmt: skip
"""The states of the page's design."""


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8") + "; undefined")
    told = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)")
    return [f"{finding['id']}: {finding['nodes'][0]['html'][:160]}" for finding in told]


def in_state(page: Page, state: str) -> None:
    """Bring a page that is ready into a state."""
    match state:
        case "empty" | "ready":
            return
        case "error":
            page.keyboard.press("Control+Enter")
        case "help":
            page.keyboard.press("Escape")
            page.keyboard.press("?")
        case "palette":
            page.keyboard.press("Control+k")
        case "evaluating":
            paste(page, criteria=CRITERIA, situation="The shelf is dusty. " * 50_000)
            page.keyboard.press("Control+Enter")
            expect(page.locator("#progress")).to_contain_text("Checking")
        case "link":
            page.locator("#criteria-file-input").set_input_files(HOME / "criteria" / "saas-support.toml")
            expect(page.get_by_role("dialog")).to_be_visible()
        case "storage":
            page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
            paste(page, criteria=CRITERIA, situation=THREAT)
            expect(page.locator("#notices")).to_contain_text("keeps nothing")
        case _:
            _evaluated(page, state)


def _evaluated(page: Page, state: str) -> None:
    told = {
        "do_not_escalate": "Where is my invoice? We are two users. There is no significant impact.",
        "needs_information": "Nobody in Leeds can log in.",
        "misread": "40 users cannot work.",
    }
    if state == "covered":
        page.get_by_label("I decide first").check()
    paste(page, criteria=CRITERIA, situation=told.get(state, THREAT))
    if state == "covered":
        page.keyboard.press("Control+Enter")
        expect(page.locator(".first")).to_be_visible()
        return
    evaluate(page)
    unfold(page)
    match state:
        case "stale":
            page.locator("#situation").fill("Else.")
        case "confirmed":
            page.keyboard.press("Escape")
            page.get_by_role("button", name="Confirm").first.click()
            expect(page.locator("#record-line")).to_be_visible()
        case "overridden" | "override":
            page.locator("#override").click()
            if state == "overridden":
                page.get_by_label("Do not escalate").check()
                page.get_by_label("The tool misread the text").check()
                page.get_by_role("button", name="Record the override").click()
                expect(page.locator("#record-line")).to_be_visible()
        case "corrected":
            page.locator("#correct-c1").click()
            expect(page.locator("#expression-means")).to_contain_text("legal threat")
        case "excluded":
            page.get_by_role("button", name="This is wrong").first.click()
            expect(page.locator("#decision")).to_contain_text("You excluded this")
        case _:
            _in_hand(page, state)


def _in_hand(page: Page, state: str) -> None:
    """What a person has opened in a result."""
    match state:
        case "misread":
            page.locator(".proof li").filter(has_text="40").get_by_role("button", name="This is wrong").first.click()
            expect(page.locator("#wrong-value")).to_be_focused()
        case "why":
            page.locator("#evidence-text mark").first.click(position={"x": 4, "y": 8})
            expect(page.get_by_role("dialog")).to_be_visible()
        case "secret":
            page.locator("#acknowledgment-text").fill("Write to dana@example.com.")
            page.locator('[data-copy="acknowledgment"]').click()
            expect(page.get_by_role("dialog")).to_be_visible()
        case "detail":
            page.locator("#detail-customer").click()
            page.locator("#missing-references").click()
        case _:
            pass


def arrived(context: BrowserContext, host: str, state: str) -> Page:
    if state not in ("loading", "failed"):
        return opened(context, host)
    page = context.new_page()
    if state == "failed":
        context.route("**/bundle.zip", lambda route: route.fulfill(status=404))
    else:
        context.route("**/bundle.zip", lambda _: None)
    page.goto(host)
    if state == "failed":
        page.locator("#criteria").fill(CRITERIA)
        page.get_by_role("button", name="Go through the criteria by hand").click()
    return page


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(context: BrowserContext, host: str, state: str) -> None:
    page = arrived(context, host, state)
    if state not in ("loading", "failed"):
        in_state(page, state)

    found = {}
    for width in (1280, 375):
        for theme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            found[f"{theme} {width}"] = findings(page)

    assert {where: said for where, said in found.items() if said} == {}


WORDS = json.loads((HOME / "site" / "i18n" / "en.json").read_text("utf-8"))
FACTS = {said for key, said in WORDS.items() if key.startswith("fact_")}
OWN = re.compile("(?:" + "|".join(sorted((re.escape(said.split("{")[0]) for said in WORDS.values() if len(said.split("{")[0]) > 2), key=len, reverse=True)) + r")(?:(?<=\W)|(?!\w))")  # fmt: skip
CHILD = re.compile(r"^ *- (?P<quote>'?)(?P<role>[a-z]+)(?: \"(?P<name>[^\"]*)\")?")


def children(snapshot: str) -> str:
    """The page's own parts in an aria snapshot, each once where it stands in a row: what the core says may change."""
    told: list[str] = []
    for line in snapshot.splitlines():
        found = CHILD.match(line)
        name = found["name"] if found else None
        if (
            not found
            or not name
            or found["role"] in ("option", "cell", "row")
            or "[level=3]" in line
            or not OWN.match(name.removeprefix("⚠ ").removeprefix("✓ "))
        ):
            continue
        said = f"{found['role']} {re.sub('[0-9]+', '0', name)}"
        if found["role"] == "button" and ("Correct:" in name or name in FACTS):
            said = "button Correct: …" if "Correct:" in name else "button Missing …"
        if name.startswith("Preset: "):
            said = "button Preset: …"
        if said not in told[-8:]:
            told.append(said)
    return "\n".join(told) + "\n"


@pytest.mark.parametrize("state", [state for state in STATES if state != "evaluating"])
def test_what_a_screen_reader_is_told_is_as_agreed(context: BrowserContext, host: str, state: str) -> None:
    page = arrived(context, host, state)
    if state not in ("loading", "failed"):
        in_state(page, state)
    page.wait_for_timeout(800)
    told = children(page.locator("dialog" if page.locator("dialog").count() else "main").aria_snapshot())
    agreed = SNAPSHOTS / f"{state}.txt"
    if not agreed.is_file():
        agreed.parent.mkdir(exist_ok=True)
        agreed.write_text(told, "utf-8")
        pytest.skip("written for the first time: look at it")

    assert told == agreed.read_text("utf-8")
