"""Trouble that is denied: "no power" is some, "no power problems" is none."""

import pytest

from escalation_core.model.span import Span
from escalation_core.text.signs import signs


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("There is no hot water.", True),
        ("No hot water problems so far.", False),
        ("Has had no power issues.", False),
    ],
)
def test_trouble_behind_a_no_turns_it_round(said: str, found: bool) -> None:
    told = {sign.concept for sign in signs(said, [Span(0, len(said))])}

    assert ("basic_supply_out" in told) is found
