"""A preset travels in a link, and is shown before it is used."""

import base64
import json
import zlib

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import PATIENCE

pytestmark = pytest.mark.browser

PRESET = {
    "id": "shared", "title": "Shared <b>criteria</b>", "means": "For a test.", "owner": "Us", "version": "2",
    "criteria": "- the customer mentions lawyers: Legal, within 4 hours",
}  # fmt: skip


def fragment(text: str) -> str:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "p1." + base64.urlsafe_b64encode(packed.compress(text.encode()) + packed.flush()).decode().rstrip("=")


def arrived(context: BrowserContext, host: str, hash_: str) -> Page:
    page = context.new_page()
    page.goto(f"{host}#{hash_}")
    expect(page.locator("#engine")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    return page


def test_a_link_is_reviewed_before_it_is_used(context: BrowserContext, host: str) -> None:
    page = arrived(context, host, fragment(json.dumps(PRESET)))
    expect(page.get_by_role("dialog")).to_contain_text("Shared <b>criteria</b>")
    expect(page.locator("#criteria")).to_have_value("")

    page.get_by_role("button", name="Use this preset").click()

    expect(page.locator("#criteria")).to_have_value(PRESET["criteria"])


def test_the_address_is_cleaned(context: BrowserContext, host: str) -> None:
    page = arrived(context, host, fragment(json.dumps(PRESET)))
    page.get_by_role("button", name="Discard").click()

    assert "#" not in page.url


def test_a_link_that_the_page_makes_comes_back_whole(context: BrowserContext, page: Page, host: str) -> None:
    page.locator("#criteria").fill("- mentions lawyers: Legal\n- ärger, 日本語, 😡: Support")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#status")).to_contain_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")

    other = arrived(context, host, link.split("#")[1])
    other.get_by_role("button", name="Use this preset").click()

    expect(other.locator("#criteria")).to_have_value("- mentions lawyers: Legal\n- ärger, 日本語, 😡: Support")


@pytest.mark.parametrize(
    ("hash_", "said"),
    [
        ("p1.!!!", "damaged or incomplete"),
        ("p1.AAAA", "damaged or incomplete"),
        ("p9.abc", "another version"),
        ("p1." + "A" * 17_000, "longer than a preset link can be"),
        (fragment("0" * 5_000_000), "unpacks to more than"),
        (fragment('{"id": 3}'), "cannot be used"),
    ],
    ids=["no base64", "no deflate", "other version", "too long", "a bomb", "no preset"],
)
def test_a_bad_link_is_said_to_be_bad_in_plain_words(context: BrowserContext, host: str, hash_: str, said: str) -> None:
    page = arrived(context, host, hash_)

    expect(page.get_by_role("alert")).to_contain_text(said)
