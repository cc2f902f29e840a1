"""The samples of server configuration say the same, and what the guide says."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "site" / "docs" / "hosting.md").read_text("utf-8")
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Cache-Control": "no-cache",
}
LINES = {
    "nginx.conf": r'^\s*add_header ([\w-]+) "?([^"]+?)"? always;$',
    "apache.conf": r'^\s*Header always set ([\w-]+) "?([^"]+?)"?$',
    "Caddyfile": r'^\t\t([A-Z][\w-]+) "?([^"]+?)"?$',
    "web.config": r'^\s*<add name="([\w-]+)" value="([^"]+)" />$',
}


@pytest.mark.parametrize("name", sorted(LINES))
def test_a_sample_sets_every_header_of_the_guide(name: str) -> None:
    sample = (ROOT / "deploy" / name).read_text("utf-8")

    assert dict(re.findall(LINES[name], sample, re.MULTILINE)) == HEADERS


def test_the_guide_names_every_header_with_its_value() -> None:
    missing = [name for name, value in HEADERS.items() if f"`{name}`" not in GUIDE or f"`{value}`" not in GUIDE]

    assert missing == []
