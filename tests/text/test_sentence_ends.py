"""Where sentences end."""

import pytest

from escalation_core.model.span import Span
from escalation_core.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cust: Mr G. Pell called. He waits.", ["Cust: Mr G. Pell called.", "He waits."]),
        ("From: J. Holt", ["From: J. Holt"]),
        ("We tried plan B. Then it failed.", ["We tried plan B.", "Then it failed."]),
        ("So did I. Then we left.", ["So did I.", "Then we left."]),
    ],
)
def test_the_letter_of_a_first_name_ends_no_sentence(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == told
