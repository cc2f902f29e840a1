"""Lengths, delays, corrections and the line of time, as a situation tells them."""

import pytest

from escalation_core.facts.delays import delays
from escalation_core.facts.situation import read_situation
from escalation_core.model.mention import MentionKind


def told(said: str, kind: MentionKind) -> list[tuple[float | None, str | None]]:
    return [(found.low, found.unit) for found in read_situation(said).mentions if found.kind is kind]


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("The ferry was due at 14:10. We landed at 16:40.", 2.5),
        ("STA: 15:05\nATA: 20:35", 5.5),
        ("Our train was due 22:50, in at 00:20.", 1.5),
        ("We should have been there at quarter to three and it was quarter past five when the doors opened.", 2.5),
    ],
)
def test_a_delay_runs_from_due_to_done(said: str, hours: float) -> None:
    assert [figure.low for figure in delays(read_situation(said))] == [hours * 3600]


def test_what_came_early_is_no_delay() -> None:
    assert list(delays(read_situation("The ferry was due at 14:10. We landed at 13:55."))) == []


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("It hits 30 users. No, make that 18.", [(18.0, "users")]),
        ("Twelve tills are out. Correction: 9 tills.", [(9.0, "tills")]),
        ("30 users here. 18 printers there.", [(30.0, "users"), (18.0, "printers")]),
    ],
)
def test_a_figure_put_right_drops_the_old_one(said: str, counted: list[tuple[float, str]]) -> None:
    assert told(said, MentionKind.COUNT) == counted


def test_the_stamp_of_a_line_does_not_belong_to_the_day_above_it() -> None:
    times = [found.value for found in read_situation("14:52 answer promised for Weds 8 Oct\n15:10 quiet").mentions]

    assert times[-1] == "15:10:00"


def test_a_day_named_alone_does_not_say_when_the_text_is_told() -> None:
    assert read_situation("It broke on the 3rd of May.").time.guessed
