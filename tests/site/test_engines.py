"""The page does its main job, behind its shut door, in Firefox ESR and in WebKitGTK too."""

import json
from collections.abc import Iterator

import pytest

from tests.site.engines import CONTROL_ENTER, CONTROL_V, Engine, firefox, webkit
from tests.site.test_link import PRESET, fragment

pytestmark = pytest.mark.browser

CRITERIA = "- the customer mentions lawyers or legal action: Legal, within 4 hours"
STATUS = "return document.getElementById('status').textContent"
STATE = "return document.getElementById('engine')?.dataset.state"


@pytest.fixture(scope="module", params=[firefox, webkit], ids=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, host: str) -> Iterator[Engine]:
    started = request.param()
    if not started:
        pytest.skip("not installed: `make browser` installs it where apt and root are there")
    try:
        started.go(host)
        assert started.wait(STATE, lambda state: state in ("ready", "failed")) == "ready"
        yield started
    finally:
        started.close()


def outcome(engine: Engine, script: str) -> object:
    """What a promise comes to; the page is asked by its own script, then looked at."""
    engine.run(f"({script}).then((v) => {{ document.body.dataset.outcome = v; }}); return 0")
    return engine.wait("return document.body.dataset.outcome ?? null", bool, 20)


def pasted(engine: Engine) -> str:
    """What a person gets who pastes into the page."""
    engine.run("const box = document.createElement('textarea'); box.id = 'paste'; document.body.append(box); return 0")
    engine.type("#paste", CONTROL_V)
    told = engine.wait("return document.getElementById('paste').value", bool, 10)
    engine.run("document.getElementById('paste').remove(); return 0")
    return str(told)


def test_the_main_job_is_done(engine: Engine) -> None:
    engine.type("#criteria", CRITERIA)
    engine.type("#situation", "Our lawyers will call you.")
    engine.type("#situation", CONTROL_ENTER)
    said = engine.wait("return document.querySelector('.verdict strong')?.textContent ?? null", bool, 30)

    assert said == "Escalate"


def test_a_copy_is_made(engine: Engine) -> None:
    engine.click('[data-copy="brief"]')

    assert engine.wait(STATUS, lambda said: said == "Copied", 10) == "Copied"
    assert pasted(engine).startswith("UNCONFIRMED")


def test_a_copy_waits_for_what_the_person_says_of_secrets(engine: Engine) -> None:
    engine.run("document.getElementById('status').textContent = ''; return 0")
    engine.type("#acknowledgment-text", "Write to dana@example.com.")
    engine.click('[data-copy="acknowledgment"]')
    engine.wait("return document.querySelector('dialog[open] button')?.textContent ?? null", bool, 10)
    engine.click("dialog button")

    assert engine.wait(STATUS, lambda said: said == "Copied", 10) == "Copied"
    assert "[email]" in pasted(engine)


def test_the_page_can_fetch_nothing(engine: Engine) -> None:
    assert outcome(engine, "fetch('presets.json?x').then(() => 'sent', () => 'blocked')") == "blocked"


def test_no_worker_starts_from_the_network(engine: Engine) -> None:
    refused = engine.run("try { new Worker('js/worker.js'); return false; } catch { return true; }")

    assert refused is True


def test_a_preset_link_is_reviewed_and_used(engine: Engine, host: str) -> None:
    engine.go(f"{host}docs/index.html")
    engine.go(f"{host}#{fragment(json.dumps(PRESET))}")
    title = engine.wait("return document.querySelector('dialog dd')?.textContent ?? null", bool)
    engine.click("dialog button")
    used = engine.wait("return document.getElementById('criteria').value", lambda text: text == PRESET["criteria"], 10)

    assert (title, used) == (PRESET["title"], PRESET["criteria"])
