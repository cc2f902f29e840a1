"""Nothing that is typed leaves the browser."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import PATIENCE, Watched, evaluate, opened, paste

pytestmark = pytest.mark.browser

CANARY = "zebracanary7731"
CRITERIA = "- the customer mentions lawyers or legal action: Legal, within 4 hours"


def test_no_request_is_made_after_ready(page: Page, watched: Watched) -> None:
    before = len(watched.requests)
    paste(page, criteria=CRITERIA, situation=f"Our lawyers will call. {CANARY}")
    evaluate(page)
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#record-line")).to_be_visible()

    assert watched.requests[before:] == []


def test_every_request_goes_to_the_page_s_own_origin(page: Page, watched: Watched, host: str) -> None:
    origin = host.split("/some/", maxsplit=1)[0]

    assert [url for url in watched.requests if not url.startswith((origin, "blob:", "data:"))] == []


def test_what_is_typed_appears_in_no_address_storage_cache_or_console(page: Page, watched: Watched) -> None:
    paste(page, criteria=CRITERIA, situation=f"Our lawyers will call. {CANARY}")
    evaluate(page)

    kept = page.evaluate(
        "(async () => JSON.stringify([location.href, {...localStorage}, await caches.keys(),"
        " ...(await Promise.all((await caches.keys()).map(async (n) => (await (await caches.open(n)).keys()).map((r) => r.url))))]))()"
    )

    assert CANARY not in kept + json.dumps([watched.requests, watched.console])


def test_nothing_is_said_on_the_console_and_no_policy_is_violated(page: Page, watched: Watched) -> None:
    paste(page, criteria=CRITERIA, situation="Our lawyers will call.")
    evaluate(page)

    assert (watched.console, watched.errors) == ([], [])


def test_the_page_can_fetch_nothing_once_it_is_ready(page: Page) -> None:
    outcome = page.evaluate("fetch('presets.json?x').then(() => 'sent', () => 'blocked')")

    assert outcome == "blocked"


def test_a_worker_from_the_network_does_not_start_once_it_is_ready(page: Page) -> None:
    outcome = page.evaluate(
        "(() => { try { new Worker('js/worker.js'); return 'started'; } catch { return 'refused'; } })()"
    )

    assert outcome == "refused"


def test_the_page_works_again_with_the_network_off(context: BrowserContext, host: str) -> None:
    page = opened(context, host)
    context.set_offline(True)
    page.reload()
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    paste(page, criteria=CRITERIA, situation="Our lawyers will call.")
    evaluate(page)

    expect(page.locator(".verdict strong")).to_have_text("Escalate")


def test_a_framed_page_refuses_to_run(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.goto(host + "docs/index.html")
    page.evaluate(
        "(url) => { const f = document.createElement('iframe'); f.src = url; document.body.append(f); }", host
    )

    expect(page.frame_locator("iframe").locator("body")).to_have_text("This page does not run inside another page.")


def test_the_browser_gives_the_same_bytes_as_cpython(page: Page) -> None:
    from escalation_core.bridge import handle

    presets = json.loads((Path(__file__).resolve().parents[2] / "dist" / "presets.json").read_text("utf-8"))
    requests = [
        json.dumps({"op": "evaluate", "criteria": preset["criteria"], "situation": example["situation"]})
        for preset in presets
        for example in preset["examples"]
    ]
    page.evaluate("import(new URL('js/core.js', location.href)).then((core) => { globalThis.askCore = core.askRaw; })")

    different = [
        request[:80]
        for request in requests
        if page.evaluate("(r) => globalThis.askCore(r)", request) != handle(request)
    ]

    assert different == []
