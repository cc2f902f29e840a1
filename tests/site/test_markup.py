"""The page's markup, its texts in other languages, and how it bends: narrow, in forced colours, without motion, on paper."""

import json
import shutil
import subprocess

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import DIST, HOME, evaluate, opened, paste, unfold

pytestmark = pytest.mark.browser

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
- there is significant impact
"""
SITUATION = "Ticket 4411. You will hear from our lawyers. Nobody can log in. No data was lost."


def test_html_validate_finds_nothing() -> None:
    node = shutil.which("node")
    if not node:
        pytest.skip("no Node.js here")
    told = subprocess.run(
        [node, str(HOME / "tools" / "validate.mjs"), str(DIST / "index.html")],
        capture_output=True,
        text=True,
        check=False,
        cwd=HOME,
    )

    assert told.stdout + told.stderr == ""


FOREIGN = """
[...document.querySelectorAll('button, label, h2, h3, summary, legend, th, .hint, .badge, .banner, dialog p, option, [aria-label], [title]')]
  .filter((e) => !e.closest('#brief-document, #preset, .chips, .facts dd, #language, #letter, kbd, .core') && e.getClientRects().length)
  .flatMap((e) => [...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data), e.title, e.getAttribute('aria-label')])
  .filter((said) => said && /[a-z]{3}/i.test(said) && !said.includes('⟦') && !said.includes('⟧'))
"""


def said_in_english(page: Page) -> list[str]:
    """What the interface says outside its catalogue; the words of criteria, situation and core are no part of it."""
    told = page.evaluate(FOREIGN)
    core = page.evaluate(
        "[...document.querySelectorAll('.finding, .question, .criterion, .sentence, .remarks, mark, #lines td, .palette button, pre')].map((e) => e.textContent).join('\\n')"
    )
    return [said for said in told if said.strip() not in core]


PSEUDO = "try { localStorage.setItem(`era:settings:${location.pathname}`, JSON.stringify({ language: 'x-pseudo' })); } catch {}"


@pytest.fixture
def pseudo(context: BrowserContext, host: str) -> Page:
    context.add_init_script(PSEUDO)
    return opened(context, host)


def test_every_text_of_the_interface_comes_from_the_catalogue(pseudo: Page) -> None:
    found = {"empty": said_in_english(pseudo)}
    pseudo.keyboard.press("Control+Enter")
    found["error"] = said_in_english(pseudo)
    pseudo.locator("#criteria").fill(CRITERIA)
    pseudo.locator("#situation").fill(SITUATION)
    evaluate(pseudo)
    unfold(pseudo)
    pseudo.locator("#correct-c1").click()
    found["result"] = said_in_english(pseudo)
    pseudo.locator("#expression").press("Escape")
    pseudo.locator("#override").click()
    found["override"] = said_in_english(pseudo)
    pseudo.keyboard.press("Escape")
    pseudo.locator("#help").click()
    found["help"] = said_in_english(pseudo)

    assert {state: texts for state, texts in found.items() if texts} == {}


def test_every_dialog_speaks_from_the_catalogue(pseudo: Page) -> None:
    paste_into(pseudo)
    evaluate(pseudo)
    found = {}
    pseudo.keyboard.press("Control+k")
    found["palette"] = said_in_english(pseudo)
    pseudo.keyboard.press("Escape")
    pseudo.locator("#finding-c1").focus()
    pseudo.keyboard.press("i")
    found["why"] = said_in_english(pseudo)
    pseudo.keyboard.press("Escape")
    pseudo.keyboard.press("?")
    pseudo.locator("#change-keys > summary").click()
    found["keys"] = said_in_english(pseudo)
    pseudo.keyboard.press("Escape")
    pseudo.locator("#acknowledgment-text").fill("Write to dana@example.com.")
    pseudo.locator('[data-copy="acknowledgment"]').click()
    expect(pseudo.get_by_role("dialog")).to_be_visible()
    found["secret"] = said_in_english(pseudo)
    pseudo.keyboard.press("Escape")
    pseudo.keyboard.press("Control+Shift+Enter")
    expect(pseudo.locator("#record-line")).to_be_visible()
    found["confirmed"] = said_in_english(pseudo)
    pseudo.locator("#situation").fill("Else.")
    pseudo.keyboard.press("Escape")
    pseudo.locator('[data-copy="brief"]').click()
    expect(pseudo.get_by_role("dialog")).to_be_visible()
    found["stale"] = said_in_english(pseudo)

    assert {state: texts for state, texts in found.items() if texts} == {}


def test_a_failed_start_speaks_from_the_catalogue(context: BrowserContext, host: str) -> None:
    context.add_init_script(PSEUDO)
    context.route("**/bundle.zip", lambda route: route.fulfill(body="x"))
    page = context.new_page()
    page.goto(host)
    expect(page.locator("#notices .banner")).to_be_visible()

    assert said_in_english(page) == []


def test_a_language_is_spoken_before_the_engine_is_loaded(context: BrowserContext, host: str) -> None:
    context.add_init_script(
        "try { localStorage.setItem(`era:settings:${location.pathname}`, JSON.stringify({ language: 'de' })); } catch {}"
    )
    context.route("**/bundle.zip", lambda _: None)
    page = context.new_page()
    page.goto(host)

    expect(page.get_by_role("button", name="Auswerten")).to_be_visible()


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_result_is_spoken_in_every_language(clean: Page, language: str) -> None:
    words = json.loads((HOME / "site" / "i18n" / f"{language}.json").read_text("utf-8"))
    clean.locator("#language").select_option(language)
    paste_into(clean)
    clean.keyboard.press("Control+Enter")

    expect(clean.locator(".verdict strong")).to_have_text(words["outcome_escalate"])
    clean.locator("#language").select_option("en")


def paste_into(page: Page) -> None:
    page.locator("#criteria").fill(CRITERIA)
    page.locator("#situation").fill(SITUATION)


@pytest.mark.parametrize("width", [320, 375, 800, 1280])
def test_nothing_is_wider_than_the_page(clean: Page, width: int) -> None:
    clean.set_viewport_size({"width": width, "height": 800})
    paste(clean, criteria=CRITERIA, situation=SITUATION + " " + "x" * 400)
    evaluate(clean)
    unfold(clean)
    widest = clean.evaluate("document.documentElement.scrollWidth")
    clean.set_viewport_size({"width": 1280, "height": 900})

    assert widest <= width


def test_on_a_phone_the_inputs_fold_away_and_the_decision_stands_on_top(clean: Page) -> None:
    clean.set_viewport_size({"width": 375, "height": 800})
    paste(clean, criteria=CRITERIA, situation=SITUATION)
    evaluate(clean)

    expect(clean.locator("#criteria")).to_be_hidden()
    expect(clean.locator("#bar-confirm")).to_be_visible()
    expect(clean.locator(".verdict")).to_be_in_viewport()
    clean.get_by_role("button", name="Edit the texts").click()
    expect(clean.locator("#criteria")).to_be_focused()
    clean.set_viewport_size({"width": 1280, "height": 900})


def test_the_focus_is_never_covered_by_the_action_bar(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=SITUATION)
    evaluate(clean)
    clean.locator("#criteria").focus()
    covered = []
    for _ in range(40):
        clean.keyboard.press("Tab")
        covered += clean.evaluate(
            """(() => { const e = document.activeElement; if (!e || e === document.body || e.closest('.actions')) return [];
              const r = e.getBoundingClientRect(), bar = document.querySelector('.actions').getBoundingClientRect();
              const inside = r.left >= bar.left && r.right <= bar.right && r.top >= bar.top && r.bottom <= bar.bottom;
              return inside ? [e.outerHTML.slice(0, 80)] : []; })()"""
        )

    assert covered == []


def test_in_forced_colours_every_mark_keeps_its_line(clean: Page) -> None:
    clean.emulate_media(forced_colors="active")
    paste(clean, criteria=CRITERIA, situation=SITUATION)
    evaluate(clean)
    clean.evaluate("document.getElementById('evidence').open = true")
    line = clean.locator("#evidence-text mark").first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    clean.emulate_media(forced_colors="none")

    assert line == "underline"


def test_nothing_moves_where_motion_is_unwelcome(clean: Page) -> None:
    clean.emulate_media(reduced_motion="reduce")
    moving = clean.evaluate(
        "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length"
    )
    clean.emulate_media(reduced_motion="no-preference")

    assert moving == 0


def test_brief_and_record_print_on_one_page_and_say_that_nobody_has_confirmed(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation=SITUATION)
    evaluate(clean)
    pages = clean.pdf(format="A4").count(b"/Type /Page\n")
    clean.emulate_media(media="print")
    shown = clean.locator("main").inner_text()
    clean.emulate_media(media="screen")

    assert pages == 1
    assert "UNCONFIRMED" in shown
    assert "Customer acknowledgment" not in shown
