"""What had better not leave the house is found, what only looks alike is left, and nothing changes unasked."""

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation_core.drafts.redaction import redacted, redactions
from escalation_core.model.redaction import SecretKind

TOLD = tomllib.loads((files("escalation_core.language") / "redaction_examples.toml").read_text("utf-8"))


def pairs(side: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, told in TOLD.items() for text in told[side]]


@pytest.mark.parametrize(("kind", "text"), pairs("found"))
def test_a_secret_is_found(kind: str, text: str) -> None:
    assert SecretKind(kind) in {found.kind for found in redactions(text)}


@pytest.mark.parametrize(("kind", "text"), pairs("none"))
def test_what_looks_alike_is_left(kind: str, text: str) -> None:
    assert SecretKind(kind) not in {found.kind for found in redactions(text)}


def test_only_what_was_chosen_is_replaced() -> None:
    text = "Card 4111 1111 1111 1111, mail jane@example.com."
    card, mail = redactions(text)

    assert redacted(text, [card]) == "Card [card], mail jane@example.com."
    assert redacted(text, [card, mail]) == "Card [card], mail [email]."


@given(st.text(alphabet="4123 -DE89@.:=abpasword\n", max_size=200))
def test_findings_lie_in_order_apart_and_say_what_stands_there(text: str) -> None:
    found = redactions(text)

    assert all(each.span.of(text) == each.quote for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
