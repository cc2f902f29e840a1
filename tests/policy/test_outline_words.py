"""The words by which policies are taken apart mean what their own examples say."""

import pytest

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.frames import Frame, column_of, headed
from escalation_core.policy.levels import level_named, ranked
from escalation_core.policy.routes import routing
from escalation_core.policy.timing import labelled_deadline

ROUTES = outline_words("routes")["examples"]
TIMES = outline_words("deadlines")["examples"]
LEVELS = outline_words("levels")["examples"]
HEADINGS = outline_words("headings")["examples"]
COLUMNS = outline_words("columns")["examples"]


@pytest.mark.parametrize(("sentence", "team"), ROUTES["counts"])
def test_a_sentence_names_who_acts(sentence: str, team: str) -> None:
    told = routing(sentence, Span(0, len(sentence))).route

    assert told is not None
    assert told.of(sentence) == team


@pytest.mark.parametrize("sentence", ROUTES["does_not_count"])
def test_a_sentence_without_a_team_routes_nowhere(sentence: str) -> None:
    assert routing(sentence, Span(0, len(sentence))).route is None


@pytest.mark.parametrize(("cell", "time"), TIMES["counts"])
def test_a_cell_or_label_holds_a_time(cell: str, time: str) -> None:
    told = labelled_deadline(cell, Span(0, len(cell)))

    assert told is not None
    assert told.of(cell) == time


@pytest.mark.parametrize("sentence", TIMES["does_not_count"])
def test_a_time_in_the_condition_is_no_deadline(sentence: str) -> None:
    assert routing(sentence, Span(0, len(sentence))).deadline is None


@pytest.mark.parametrize(("heading", "level"), LEVELS["counts"])
def test_a_heading_names_its_level(heading: str, level: str) -> None:
    told = level_named(heading, Span(0, len(heading)))

    assert told is not None
    assert told.of(heading) == level


@pytest.mark.parametrize("heading", LEVELS["does_not_count"])
def test_a_heading_without_a_level_names_none(heading: str) -> None:
    assert level_named(heading, Span(0, len(heading))) is None


@pytest.mark.parametrize("levels", LEVELS["highest_first"])
def test_levels_rank_from_the_highest(levels: list[str]) -> None:
    assert ranked(reversed(levels)) == {level: rank for rank, level in enumerate(levels)}


@pytest.mark.parametrize(("heading", "mode"), HEADINGS["means"])
def test_a_heading_says_what_stands_below_it(heading: str, mode: str) -> None:
    assert headed(heading, Span(0, len(heading)), Frame()).mode == mode


@pytest.mark.parametrize(("header", "column"), COLUMNS["means"])
def test_a_header_says_what_its_column_holds(header: str, column: str) -> None:
    assert column_of(header) == column
