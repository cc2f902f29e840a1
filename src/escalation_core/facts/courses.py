"""The course of a case: which two of its moments a criterion means, and how much time lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation_core.facts.between import AND
from escalation_core.facts.delays import delayed
from escalation_core.facts.figure import Figure
from escalation_core.facts.lengths import elapsed
from escalation_core.facts.marks import FULL_DAY, Mark, marks, opening
from escalation_core.facts.nouns import stems
from escalation_core.facts.situation import Situation
from escalation_core.facts.timeline import Point
from escalation_core.facts.worded import worded
from escalation_core.measures.moments import resolve
from escalation_core.model.policy import Exceeds
from escalation_core.text.kinship import shared

SURE, LIKELY, OPEN = 4, 3, 1
"""How well the words say which moments are meant."""
_NOWHERE = datetime(2025, 7, 1, 23, 59)
_STEPS = (0, 1, 7, 28, 29, 30, 31, 366)
_HOUR, _HALF_DAY = 3600.0, timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class _Pair:
    start: Mark
    end: Mark
    weight: int


def course(bound: Exceeds, situation: Situation, topic: frozenset[str]) -> Figure | None:
    """The time between the two moments that the criterion means, as far as the text names them."""
    row = marks(situation)
    now = _now(situation) or opening(situation, row)
    told = [mark for mark in row if not mark.aside and not (now and now.span == mark.span)]
    if delayed(bound):
        pair = _late(told, now)
    elif bound.measure == "time_until":
        pair = _left(told, now, topic)
    elif bound.measure == "notice":
        pair = _ahead(told, now)
    elif bound.measure == "between":
        pair = _apart(told, bound) or _lasted(told, now, topic)
    else:
        pair = _lasted(told, now, topic)
    return (_figure(bound, pair) if pair else None) or next(worded(bound, situation), None)


def _now(situation: Situation) -> Mark | None:
    """The moment at which the text is told, where it says when."""
    point = None if situation.time.guessed else situation.time.end
    if point is None or len(situation.time.stamps) > 1:
        return None
    value = point.at.isoformat() if point.exact else point.at.date().isoformat()
    return Mark(point.span, value, {}, frozenset(), aside=False, hours=FULL_DAY, either=False)


def _late(told: Sequence[Mark], now: Mark | None) -> _Pair | None:
    """From when it was due until it came, or until now."""
    due = next((mark for mark in told if mark.is_a("due")), None)
    if due is None:
        return None
    others = [mark for mark in told if not mark.is_a("due")]
    behind = [other for other in others if other.span.start > due.span.start]
    come = [other for other in behind if other.is_a("ends")] or [other for other in others if other.is_a("ends")]
    if come or now:
        return _Pair(due, come[0] if come else now or due, SURE)
    return _Pair(due, behind[0], LIKELY) if behind else None


def _left(told: Sequence[Mark], now: Mark | None, topic: frozenset[str]) -> _Pair | None:
    """From now to what is still to come."""
    if now is None:
        return None
    near = [mark for mark in told if shared(topic, mark.clause)]
    sure = [mark for mark in told if mark.is_a("due") or mark.is_a("ahead")]
    both = [mark for mark in near if mark in sure]
    meant = (both or sure or near or told)[:1]
    weight = SURE if both or sure else LIKELY if near or len(told) == 1 else OPEN
    return _Pair(now, meant[0], weight) if meant else None


def _ahead(told: Sequence[Mark], now: Mark | None) -> _Pair | None:
    """From when it was told to what was told of."""
    said = [mark for mark in told if mark.is_a("told")]
    first = min(said, key=lambda mark: mark.near("told"), default=now)
    others = [mark for mark in told if mark is not first]
    if not others or first is None:
        return None
    meant = next((mark for mark in others if mark.is_a("ahead")), others[0])
    return _Pair(first, meant, SURE if len(others) == 1 or meant.is_a("ahead") else LIKELY)


def _apart(told: Sequence[Mark], bound: Exceeds) -> _Pair | None:
    """From one thing that the criterion names to the other."""
    said, _, then = (bound.noun or "").partition(f" {AND} ")
    one, other = stems(said) - stems(then), stems(then)
    near = [mark for mark in told if shared(one, mark.clause) > shared(other, mark.clause)]
    far = [mark for mark in told if mark not in near and shared(other, mark.clause)]
    if not near or not far:
        return None
    first, last = sorted((near[0], far[0]), key=lambda mark: mark.value)
    return _Pair(first, last, SURE)


def _lasted(told: Sequence[Mark], now: Mark | None, topic: frozenset[str]) -> _Pair | None:
    """From its beginning to its end, or until now."""
    told = [mark for mark in told if not mark.is_a("due")]
    begun = [mark for mark in told if mark.is_a("begins") and mark.near("begins") <= mark.near("ends")]
    start = next((mark for mark in begun if topic & mark.clause), None) or next(iter(begun), None)
    if start:
        ended = [mark for mark in told if mark.span.start > start.span.start and mark.is_a("ends")]
        if ended or now:
            return _Pair(start, ended[0] if ended else now or start, SURE)
    ended = [mark for mark in told if mark.is_a("ends") and mark is not start]
    if ended and (earlier := [mark for mark in told if mark.span.start < ended[0].span.start]):
        return _Pair(start or earlier[0], ended[0], LIKELY)
    if len(told) == 2:
        return _Pair(told[0], told[1], LIKELY if any(mark.is_a("begins") for mark in told) else OPEN)
    if told and now:
        return _Pair(told[0], now, LIKELY if len(told) == 1 else OPEN)
    return None


def _figure(bound: Exceeds, pair: _Pair) -> Figure | None:
    placed = _placed(pair)
    if placed is None:
        return None
    start = Point(placed[0], pair.start.span, stamp=False, exact=pair.start.exact)
    end = Point(placed[1], pair.end.span, stamp=False, exact=pair.end.exact)
    low, high = _told_hours(bound, pair, start, end) or elapsed(start, end, bound)
    if pair.start.either != pair.end.either:
        low -= _HALF_DAY.total_seconds() * _dated(pair.start)
        high += _HALF_DAY.total_seconds() * _dated(pair.end)
    if pair.start.side == "after" or pair.end.side == "before":
        low = 0.0
    most = None if pair.start.side == "before" or pair.end.side == "after" else high
    spans = tuple(sorted(span for span in {start.span, end.span} if span.end > span.start))
    return Figure(max(0.0, low), most, spans, pair.weight, spans[-1].start)


def _dated(mark: Mark) -> bool:
    """Whether an hour that leaves morning or evening open stands beside its day."""
    return mark.either and not mark.clock


def _told_hours(bound: Exceeds, pair: _Pair, start: Point, end: Point) -> tuple[float, float] | None:
    """Where a part of a day or of a year is told, between its hours; else a bound of days counts whole days."""
    first = (0.0, 0.0) if start.exact else pair.start.hours
    last = (0.0, 0.0) if end.exact else pair.end.hours
    long = max(first[1], last[1]) > FULL_DAY[1]
    if (not long and FULL_DAY in (first, last)) or bound.unit == "working day" or (start.exact and end.exact):
        return None
    gap = (end.at - start.at).total_seconds()
    return max(0.0, gap + (last[0] - first[1]) * _HOUR), gap + (last[1] - first[0]) * _HOUR


def _placed(pair: _Pair) -> tuple[datetime, datetime] | None:
    """Both moments in time, the second not before the first; the one that says more places the other."""
    one, other = pair.start, pair.end
    if one.rank > other.rank:
        start = resolve(one.value, _NOWHERE)
        end = _forward(other, start) if start else None
    else:
        end = resolve(other.value, _NOWHERE)
        start = resolve(one.value, _late_that_day(other, end)) if end else None
        if start and end and one.clock and other.clock and other.either and end - start > _HALF_DAY:
            end -= _HALF_DAY
    return (start, end) if start and end and start <= end else None


def _late_that_day(mark: Mark, moment: datetime) -> datetime:
    return moment if mark.exact else moment.replace(hour=23, minute=59)


def _forward(mark: Mark, start: datetime) -> datetime | None:
    """The first moment of this value that does not lie before another."""
    for days in _STEPS:
        found = resolve(mark.value, (start + timedelta(days=days)).replace(hour=23, minute=59))
        if found and (found >= start or (found.date() == start.date() and not mark.exact)):
            return found
    return None
