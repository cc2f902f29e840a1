"""What the words around a stretch make of it: denied, supposed, past, over, offered, or told of others."""

import pytest

from escalation_core import context
from escalation_core.model.context import Modality, Place, Polarity, Time


def around(text: str, words: str) -> tuple[Polarity, Modality, Time]:
    found = context(text, text.index(words), text.index(words) + len(words))
    return found.polarity, found.modality, found.time


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She has no intention of seeing a solicitor about the fence.", "solicitor"),
        ("This has nothing to do with the leak upstairs.", "leak"),
        ("He decided against going to the papers.", "papers"),
        ("The smell of gas was a false alarm.", "smell of gas"),
    ],
)
def test_what_is_denied(text: str, words: str) -> None:
    assert around(text, words)[0] is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It came close to a fire in the kiln room.", "fire"),
        ("We moved the files just in case of a flood.", "flood"),
        ("I read about a school whose boiler exploded.", "exploded"),
        ("A friend of mine lost her savings that way.", "lost her savings"),
    ],
)
def test_what_is_supposed_or_told_of_others(text: str, words: str) -> None:
    assert around(text, words)[1] in (Modality.HYPOTHETICAL, Modality.CONDITIONAL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Past history: two floods, a burst pipe, mould in the cellar, one break-in.", "break-in"),
        ("The cellar was flooded the year before last.", "flooded"),
    ],
)
def test_what_was_long_ago(text: str, words: str) -> None:
    assert around(text, words)[2] in (Time.PAST, Time.LONG_AGO)


def test_what_we_tell_people_they_can_do_proves_nothing() -> None:
    text = "If you remain unhappy you can take it to the Housing Ombudsman."

    assert context(text, text.index("Housing"), len(text) - 1).place is Place.BOILERPLATE
