"""Events told in parts: what may lie in two neighbouring sentences, and what joins only its own."""

import pytest

from escalation_core.model.span import Span
from escalation_core.text.sentences import sentences
from escalation_core.text.signs import signs


@pytest.mark.parametrize(
    ("said", "concept", "found"),
    [
        ("The landlord refused me as a woman.", "discrimination", True),
        (
            "It has stood still since six. The women are here, but the door will not let them in.",
            "discrimination",
            False,
        ),
        ("It was because of the rain. The women are here, but you would not let them in.", "discrimination", False),
        ("Nothing has come off the press. The order lies ready.", "not_delivered", False),
        ("Nothing has come so far. It was a small order.", "not_delivered", True),
    ],
)
def test_a_cause_belongs_to_its_own_sentence(said: str, concept: str, found: bool) -> None:
    told = {sign.concept for sign in signs(said, sentences(said, Span(0, len(said))))}

    assert (concept in told) is found
