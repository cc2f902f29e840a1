"""What else the brief names of a case: its scope, what it runs on, whether we saw it too, how people get by, who acts for them."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.pieces import Piece
from escalation_core.model.facts import DETAILS, FactKind

_MOST = 2
"""How many places are named of each."""
_FEWEST = 2
"""A single word says nothing, unless a label says what it is."""


def details(told: Sequence[Piece]) -> Iterator[tuple[FactKind, Piece]]:
    """The places that tell of each: those of labelled fields first of all, otherwise the first that speak of it."""
    for kind in DETAILS:
        fields = [piece for piece in told if f"label {kind}" in piece.readings]
        spoken = [piece for piece in told if _tells(piece, kind)]
        yield from ((kind, piece) for piece in (fields or spoken)[:_MOST])


def _tells(piece: Piece, kind: FactKind) -> bool:
    """Whether a piece states it, and neither asks nor supposes it."""
    open_ = {"asks", "supposed"} & piece.readings
    return kind.value in piece.readings and piece.words >= _FEWEST and not open_
