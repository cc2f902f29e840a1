"""What else the brief names of a case: its scope, what it runs on, whether we saw it too, how people get by, who acts for them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from escalation_core.facts.pieces import Piece
from escalation_core.model.facts import DETAILS, FactKind
from escalation_core.model.span import Span

_MOST = 2
"""How many places are named of each."""
_ENOUGH = 4
"""So many words can stand by themselves."""
_FEWEST = 2
"""A single word says nothing, unless a label says what it is."""


def details(told: Sequence[Piece]) -> Iterator[tuple[FactKind, Span, int]]:
    """The places that tell of each, and their words: those of labelled fields first of all, otherwise the first."""
    for kind in DETAILS:
        rows = [*_fields(told, kind)] or [*_spoken(told, kind)]
        for row in rows[:_MOST]:
            yield kind, Span(row[0].span.start, row[-1].span.end), sum(piece.words for piece in row)


def _fields(told: Sequence[Piece], kind: FactKind) -> Iterator[list[Piece]]:
    labelled = [piece for piece in told if f"label {kind}" in piece.readings]
    for _, row in groupby(labelled, key=lambda piece: piece.passage):
        yield list(row)


def _spoken(told: Sequence[Piece], kind: FactKind) -> Iterator[list[Piece]]:
    for at, piece in enumerate(told):
        if _tells(piece, kind):
            yield list(told[at : at + (2 if _goes_on(told, at) else 1)])


def _tells(piece: Piece, kind: FactKind) -> bool:
    """Whether a piece states it, and neither asks nor supposes it."""
    open_ = {"asks", "supposed"} & piece.readings
    return kind.value in piece.readings and piece.words >= _FEWEST and not open_


def _goes_on(told: Sequence[Piece], at: int) -> bool:
    """Whether a few words are only understood with those behind them: "his solicitor, Ann Lee of Lee & Co"."""
    return told[at].words < _ENOUGH and at + 1 < len(told) and told[at + 1].sentence == told[at].sentence
