"""How the built page feels: `python tools/bench_page.py` reports first paint, shift, readiness and answers to keys."""

import functools
import http.server
import os
import re
import shutil
import statistics
import sys
import threading
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

HOME = Path(__file__).resolve().parents[1]
DIST = HOME / "dist"
CRITERIA = (
    "- the customer mentions lawyers or legal action: Legal, within 4 hours\n- more than 25 users cannot work: On-call"
)
MOST_SHIFT = 0.02
MOST_WAIT = 100
"""What the page promises: the sum of its layout shifts, and the milliseconds from a key to the next paint."""
WATCH = """
globalThis.felt = { shift: 0, slow: [], keys: [] };
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) felt.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) felt.slow.push(e.duration); }).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) felt.keys.push(e.duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true });
"""


class Plain(http.server.SimpleHTTPRequestHandler):
    """A static host."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}  # noqa: RUF012 # fmt: skip

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def typed(page: Page, field: str, seconds: float) -> None:
    """Type into a field as a person does, for that long."""
    page.locator(field).focus()
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        page.keyboard.press("a")
        page.wait_for_timeout(80)


def slowest(page: Page) -> str:
    """The slowest answer to a key or click since the last time, in ms; what was under 16 ms is not listed."""
    page.wait_for_timeout(300)
    told = page.evaluate("felt.keys.splice(0)")
    worst = max(told, default=0)
    return f"{worst:.0f} ms to the next paint ({len(told)} over 16 ms){_beyond(worst, MOST_WAIT)}"


def _beyond(value: float, most: float) -> str:
    return f"  BEYOND {most:g}" if value > most else ""


def example(page: Page) -> None:
    """A preset's example, worked through by keys."""
    page.locator("#preset").select_option("saas-support")
    page.locator("#example").click()
    page.locator("#situation").press("Control+Enter")
    expect(page.locator(".verdict")).to_be_visible()
    for key in ("Escape", "y", "e", "j", "k", "w", "Control+Shift+Enter", "z", "Control+k", "Escape"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
    print(f"keys through a case    {slowest(page)}")


def measured(page: Page, url: str) -> None:
    """One visit, told line by line."""
    started = time.monotonic()
    page.goto(url)
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    print(f"first paint            {painted:.0f} ms")
    typed(page, "#situation", 1.5)
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=120_000)
    print(f"ready                  {time.monotonic() - started:.1f} s")
    print(f"keys while loading     {slowest(page)}")
    example(page)
    page.locator("#criteria").fill(CRITERIA)
    page.locator("#situation").fill("Our lawyers will call.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#stop")).to_be_hidden()
    took = []
    for _ in range(5):
        before = time.monotonic()
        page.keyboard.press("Control+Enter")
        expect(page.locator("body")).not_to_have_class(re.compile(r"\brunning\b"))
        took.append(time.monotonic() - before)
    print(f"evaluate a short text  {statistics.median(took) * 1000:.0f} ms")
    print(f"keys around it         {slowest(page)}")
    page.locator("#situation").fill("The shelf is dusty. " * 52_000 + "Our lawyers will call.")
    page.locator("#criteria").focus()
    before = time.monotonic()
    page.keyboard.press("Control+Enter")
    slowest(page)
    typed(page, "#criteria", 2)
    print(f"keys while 1 MB runs   {slowest(page)}")
    expect(page.locator("#stop")).to_be_hidden(timeout=900_000)
    print(f"evaluate 1 MB          {time.monotonic() - before:.1f} s")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    print(f"keys at its evidence   {slowest(page)}")
    shift = page.evaluate("felt.shift")
    print(f"layout shift           {shift:.4f}{_beyond(shift, MOST_SHIFT)}")
    print(f"longest task           {max(page.evaluate('felt.slow'), default=0):.0f} ms")


def main() -> int:
    """Serve the built page and visit it twice in one profile."""
    if not (DIST / "index.html").is_file():
        print("dist/ is not built: run `make build` first", file=sys.stderr)
        return 1
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Plain, directory=str(DIST)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)  # fmt: skip
    with sync_playwright() as playwright:
        expect.set_options(timeout=60_000)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        context = browser.new_context()
        context.add_init_script(WATCH)
        for visit in ("first visit", "second visit"):
            print(f"-- {visit}")
            page = context.new_page()
            measured(page, f"http://127.0.0.1:{server.server_port}/")
            page.close()
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
