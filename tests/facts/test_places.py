"""Where a piece of a situation stands, and what the forms of its words tell."""

import pytest

from escalation_core.facts.pieces import pieces
from escalation_core.facts.places import places
from escalation_core.facts.runs import runs
from escalation_core.facts.situation import read_situation

CHAT = """[09:02] Ines: the till in Hove prints every receipt twice
[09:04] Paul (Support): Hello Ines, which till is it?
[09:05] Ines: number four, the one by the door
[09:09] Paul (Support): I have sent the new driver to that till.
[09:14] Ines: it prints one receipt again, fine
"""


def place_of(said: str, words: str) -> set[str]:
    told = pieces(read_situation(said))
    return next(own for piece, own in zip(told, places(told), strict=True) if words in piece.span.of(said))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the till in Hove", "message 1"),
        ("the till in Hove", "said by customer 1"),
        ("I have sent the new driver", "said by agent 1 from the end"),
        ("it prints one receipt again", "message 1 from the end"),
        ("it prints one receipt again", "sentence 1 from the end"),
    ],
)
def test_a_piece_knows_its_place(words: str, place: str) -> None:
    assert place in place_of(CHAT, words)


def test_what_stands_in_the_middle_is_neither_first_nor_last() -> None:
    assert not any("message" in name for name in place_of(CHAT, "number four"))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("We swapped the cable on Monday.", "holds done"),
        ("She took the card to the branch.", "holds done"),
        ("They are looking at the meter.", "holds ongoing"),
        ("40 tills print nothing.", "opens figure"),
        ("The pump leaks, badly.", "before ,"),
    ],
)
def test_forms_and_marks_are_read(said: str, name: str) -> None:
    assert any(name in piece.readings for piece in pieces(read_situation(said)))


def test_a_form_of_to_be_tells_of_nothing_done() -> None:
    assert not any("holds done" in piece.readings for piece in pieces(read_situation("The lift is small.")))


def test_a_run_ends_as_its_last_piece_does() -> None:
    found = runs(pieces(read_situation("The pump leaks, the cellar floods.")))
    whole = next(run for run in found if "2 pieces" in run.readings)

    assert {name for name in whole.readings if name.startswith("before ")} == {"before line"}
