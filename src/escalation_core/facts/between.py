"""Lengths between two things that happened: from when a cover was taken out to the loss, from delivery to return."""

from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import around, asserted, distance, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.facts.tenure import tenures
from escalation_core.facts.timeline import Point
from escalation_core.model.mention import MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import words_in

AND = "and"
"""Between the words of the two things in the noun of a bound."""
_SAID, _RECKONED = 4, 3
_ROOM = 60
"""How many characters behind a length are read for what ties it."""


def between(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """How long passed from one thing to the other: in words, or from the moments at which the text says they were."""
    first, _, second = (bound.noun or "").partition(f" {AND} ")
    one, other = stems(first) - stems(second), stems(second)
    yield from _stated(situation, one, other)
    begun, ended = _moment(situation, one, other), _moment(situation, other, one)
    known = begun or ended
    if begun and ended and begun.span != ended.span:
        yield _apart(begun, ended)
    elif known and not (other if begun else one) - nouns("present_matter"):
        yield from _to_the_case(situation, known)
    elif not begun and one & nouns("tenure_begins"):
        yield from tenures(situation)


def _stated(situation: Situation, one: frozenset[str], other: frozenset[str]) -> Iterator[Figure]:
    """Lengths told in a sentence that names both, or one of them beside a "before" or "after"."""
    for found in situation.mentions:
        if found.kind is not MentionKind.DURATION or not asserted(found, situation):
            continue
        said = frozenset(word.stem for word in around(situation, found.span))
        behind = words_in(situation.text, Span(found.span.end, found.span.end + _ROOM))[:1]
        tied = any(word.stem in nouns("tied_to") for word in behind)
        if tied and (shared(one, said) or shared(other, said)):
            yield Figure(found.low, found.high, (found.span,), _SAID, found.span.start)


def _moment(situation: Situation, wanted: frozenset[str], rival: frozenset[str]) -> Point | None:
    """The moment that stands nearest to the words for it, and nearer to them than to those for the other thing."""
    mine = [
        (near, point)
        for point in situation.time.points
        if not situation.time.is_head(point.span)
        and (near := distance(situation, point.span, wanted)) < distance(situation, point.span, rival)
    ]
    return min(mine, key=lambda held: held[0])[1] if mine else None


def _apart(begun: Point, ended: Point) -> Figure:
    gap = abs((ended.at - begun.at).total_seconds())
    spans = tuple(sorted((begun.span, ended.span)))
    return Figure(gap, gap, spans, _RECKONED, spans[-1].start)


def _to_the_case(situation: Situation, begun: Point) -> Iterator[Figure]:
    """To what is told as having happened, of which no more is known than that it lies in the days that the text tells of."""
    told = [point for point in (*situation.time.points, situation.time.end) if point and point.at > begun.at]
    gaps = [(point.at - begun.at).total_seconds() for point in told]
    if gaps:
        yield Figure(min(gaps), max(gaps), (begun.span,), _RECKONED, begun.span.start)
