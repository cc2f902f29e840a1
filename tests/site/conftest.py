"""The built page, served from a sub-path by a plain static server without headers, in real Chromium."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

HOME = Path(__file__).resolve().parents[2]
DIST = HOME / "dist"
PATIENCE = 180_000
expect.set_options(timeout=30_000)


class Plain(http.server.SimpleHTTPRequestHandler):
    """A static host that sets no headers of its own but the type."""

    extensions_map = {  # noqa: RUF012
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@dataclass
class Watched:
    """Everything that a page asked for and said."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not (DIST / "index.html").is_file():
        pytest.skip("dist/ is not built: run `make build` first")
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some" / "path").symlink_to(DIST)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Plain, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/path/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found, args=[*quiet, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        )
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield made
    made.close()


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def page(context: BrowserContext, host: str, watched: Watched) -> Page:
    return opened(context, host, watched)


@pytest.fixture(scope="module")
def booted(browser: Browser, host: str) -> Iterator[Page]:
    made = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield opened(made, host)
    made.close()


@pytest.fixture
def clean(booted: Page) -> Page:
    """The page of this module, started once, as if it had just been opened."""
    booted.keyboard.press("Escape")
    booted.locator("#clear-all").click()
    booted.evaluate(
        "for (const box of document.querySelectorAll('details')) box.open = false; document.activeElement.blur()"
    )
    return booted


def opened(context: BrowserContext, url: str, watched: Watched | None = None) -> Page:
    """The page at an address, ready to evaluate."""
    page = context.new_page()
    if watched:
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("console", lambda message: watched.console.append(message.text))
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
    page.goto(url)
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    return page


def paste(page: Page, *, criteria: str, situation: str) -> None:
    page.get_by_label("Escalation criteria", exact=True).fill(criteria)
    page.get_by_label("What happened").fill(situation)


def evaluate(page: Page) -> None:
    page.keyboard.press("Control+Enter")
    expect(page.locator(".verdict")).to_be_visible(timeout=30_000)
    expect(page.locator("body")).not_to_have_class(re.compile(r"\brunning\b"))


def unfold(page: Page) -> None:
    """Open everything in a result that can be opened; what lies in what was closed is drawn when it opens."""
    page.evaluate("document.body.classList.remove('folded')")
    for _ in range(2):
        page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
        expect(page.locator("#lines")).to_be_attached()
