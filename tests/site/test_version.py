"""A new build after an old one in one profile: said, taken when the person wants it, never mixed."""

import functools
import hashlib
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.site.conftest import DIST, Plain, opened
from tests.site.test_states import findings

pytestmark = pytest.mark.browser


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the build that can be renewed, and where it is served."""
    if not (DIST / "index.html").is_file():
        pytest.skip("dist/ is not built: run `make build` first")
    shutil.copytree(DIST, tmp_path / "app", ignore=shutil.ignore_patterns("docs", "schema"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Plain, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path / "app", f"http://127.0.0.1:{server.server_port}/app/"
    server.shutdown()


def renew(app: Path) -> None:
    """Another build: one style differs, and so does the name of the whole."""
    style = app / "style.css"
    style.write_text(style.read_text("utf-8") + "\n:root { --build: new; }\n", "utf-8")
    worker = app / "sw.js"
    line, _, rest = worker.read_text("utf-8").partition(";")
    build = hashlib.sha256(line.encode()).hexdigest()[:16]
    worker.write_text(line.rpartition('"')[0].rpartition('"')[0] + f'"{build}";' + rest, "utf-8")


def test_a_new_version_is_said_and_taken_with_the_text_kept(context: BrowserContext, copied: tuple[Path, str]) -> None:
    app, url = copied
    opened(context, url).close()
    renew(app)
    page = opened(context, url)
    style = "getComputedStyle(document.documentElement).getPropertyValue('--build')"
    before = page.evaluate(style)
    assert findings(page) == []
    page.locator("#situation").fill("kept")
    page.get_by_role("button", name="Reload, keep my text").click()
    expect(page.get_by_role("button", name="Reload, keep my text")).to_have_count(0)
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=90_000)

    assert (before, page.evaluate(style).strip()) == ("", "new")
    expect(page.locator("#situation")).to_have_value("kept")
