"""Runs of neighbouring pieces: what may be quoted as one fact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from escalation_core.facts.pieces import Piece
from escalation_core.facts.places import places
from escalation_core.model.span import Span

_LENGTHS = (1, 2, 3, 4)
_LONGEST = 24
"""A sentence of more pieces than this is never a run of its own."""
_SIZES = (
    (3, "under 3 words"),
    (6, "3 to 5 words"),
    (10, "6 to 9 words"),
    (15, "10 to 14 words"),
    (23, "15 to 22 words"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """The pieces `first` to `last`, and what is read in them together."""

    first: int
    last: int
    span: Span
    words: int
    readings: frozenset[str]


def runs(told: Sequence[Piece]) -> tuple[Run, ...]:
    """Every run of one to four pieces of a sentence, and each sentence that is not too long, in reading order."""
    told = [replace(piece, readings=piece.readings | own) for piece, own in zip(told, places(told), strict=True)]
    found: list[Run] = []
    for _, members in groupby(range(len(told)), key=lambda at: told[at].sentence):
        found.extend(_of(told, list(members), len(told)))
    return tuple(found)


def _of(told: Sequence[Piece], members: list[int], total: int) -> Iterator[Run]:
    count = len(members)
    for first in range(count):
        for length in {*_LENGTHS, *((count,) if first == 0 and count <= _LONGEST else ())}:
            if first + length <= count:
                yield _run(told, members[first : first + length], total, full=length == count)


def _run(told: Sequence[Piece], members: list[int], total: int, *, full: bool) -> Run:
    own = frozenset[str]().union(*(told[at].readings for at in members))
    words = sum(told[at].words for at in members)
    first, last = members[0], members[-1]
    ends = {name for name in told[first].readings if name.startswith("opens ")}
    ends |= {name for name in told[last].readings if name.startswith("before ")}
    own = frozenset(name for name in own if not name.startswith(("opens ", "before "))) | ends
    shape = {_size(words), f"{min(len(members), 4)} pieces"} | ({"whole sentence"} if full else set())
    shape.add(f"part {4 * first // max(1, total) + 1} of 4")
    return Run(first, last, Span(told[first].span.start, told[last].span.end), words, own | shape)


def _size(words: int) -> str:
    return next((name for most, name in _SIZES if words < most), "23 words and more")
