"""A link may stand where it goes to the very host that the preset allows."""

import pytest

from escalation_core.drafts.checker import check
from escalation_core.drafts.links import allowed

LIST = ("https://status.example.com/", "https://help.example.com/safe", "www.example.org")


@pytest.mark.parametrize(
    "link",
    [
        "https://status.example.com", "https://STATUS.example.com/incidents/4", "https://help.example.com/safe",
        "https://help.example.com/safe/how?x=1#top", "www.example.org/page", "https://www.example.org", "status.example.com/x",
    ],
)  # fmt: skip
def test_a_link_to_an_allowed_host_passes(link: str) -> None:
    assert allowed(link, LIST)


@pytest.mark.parametrize(
    "link",
    [
        "https://status.example.com.evil.io/", "https://status.example.community", "https://status.example.com@evil.io/",
        "http://status.example.com/", "https://status.example.com:8443/", "https://status.example.com\\@evil.io",
        "https://evil.io/https://status.example.com/", "https://help.example.com/safer", "https://help.example.com/safe/../x",
        "https://help.example.com/safe/%2e%2e/x", "javascript:alert(1)", "data:text/html,hi", "https://státus.example.com/",
        "https://stаtus.example.com/", "https://example.com", "https://[::1", "www.example.org.evil.net",
    ],
)  # fmt: skip
def test_a_look_alike_does_not(link: str) -> None:
    assert not allowed(link, LIST)


@pytest.mark.parametrize(
    "text", ["See https://evil.io.", "go to evil-bank.com now", "[x](javascript:alert)", "WWW.EVIL.NET", "bit.ly/3abc"]
)
def test_a_link_that_nobody_allowed_is_marked(text: str) -> None:
    assert [warning.rule for warning in check(text)] == ["N10"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to help@example.com today.",
        "e.g. and/or, i.e. both",
        "See https://status.example.com/.",
        "Take 3/4 of it",
    ],
)
def test_what_is_no_link_or_an_allowed_one_is_not(text: str) -> None:
    assert "N10" not in [warning.rule for warning in check(text, allowed_links=LIST)]
