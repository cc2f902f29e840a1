"""Time in a situation: when it is told, and how long what it tells has lasted."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from escalation_core.facts.situation import Situation
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Modality
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span

_NEAR = 6
_NO_YEAR = 1970
_SOME = datetime(2025, 7, 1)


def now_of(situation: Situation) -> datetime | None:
    """When the situation is told: as given, else the last moment that a line or header of it carries with its date."""
    if situation.now:
        return situation.now
    today = _today(situation)
    if today:
        return today
    dated = [moment for passage in situation.passages if (moment := _dated(passage.at)) and moment.year > _NO_YEAR]
    return max(dated) if dated else _latest(situation)


def _latest(situation: Situation) -> datetime | None:
    """The latest day told of as past, where several are told: the text cannot be older than that."""
    told = [
        moment
        for found in situation.mentions
        if found.kind is MentionKind.MOMENT and found.value and "-" in found.value
        if not found.value.startswith(("W", "P", "-P"))
        if situation.context(found.span).modality is Modality.ACTUAL and (moment := resolve(found.value, _SOME))
    ]
    return max(told) if len(told) > 1 else None


def _today(situation: Situation) -> datetime | None:
    """The date that the text gives as today's ("Today 3 Dec", "today is 28 March"), or that of its mail header."""
    dates = [found for found in situation.mentions if found.kind is MentionKind.MOMENT and found.value]
    for one, other in pairwise(dates):
        if one.value and one.value.startswith("P0D") and other.span.start - one.span.end <= _NEAR:
            moment = resolve(str(other.value), _SOME)
            if moment and "-" in str(other.value):
                return moment
    return None


def spans_of_time(situation: Situation) -> Iterator[tuple[float, float, tuple[Span, ...]]]:
    """For each moment since which something is said to be so: start and end in seconds, and where both are read."""
    last = _last(situation)
    if last is None:
        return
    end, place = last
    stamps = {passage.moment.span for passage in situation.passages if passage.moment}
    for found in situation.mentions:
        if (
            found.kind is not MentionKind.MOMENT
            or not found.value
            or _here(found.value)
            or any(s.overlap(found.span) for s in (*stamps, place))
        ):
            continue
        start = resolve(found.value, end)
        if start is not None and start <= end:
            yield start.timestamp(), end.timestamp(), (found.span, place) if place.end > place.start else (found.span,)


def _here(value: str) -> bool:
    """Whether it says no more than today or now."""
    return value in ("P0D", "P0DT23:59:59")


def moments_after(situation: Situation, _said: Span, start: float, length: float | None) -> int:
    """Where the text has come to when so many seconds have passed since `start`, in code points."""
    for passage in situation.passages:
        moment = _dated(passage.at)
        if moment and length is not None and moment.timestamp() - start >= length:
            return passage.span.start
    return _said.start


def crossed(situation: Situation, place: int, length: float | None) -> int:
    """Where the text has come to when so many seconds have passed since the line at a place."""
    before = [passage for passage in situation.passages if passage.span.start <= place and passage.moment]
    start = _dated(before[-1].at) if before else None
    return moments_after(situation, Span(place, place), start.timestamp(), length) if start else place


def _last(situation: Situation) -> tuple[datetime, Span] | None:
    """The end of what is told: the last dated line, else the day that the text calls today."""
    for passage in reversed(situation.passages):
        moment = _dated(passage.at)
        if moment and passage.moment:
            return moment, passage.moment.span
    now = now_of(situation)
    return (now, Span(len(situation.text), len(situation.text))) if now else None


def lasting(situation: Situation, place: int) -> tuple[float, tuple[Span, ...]] | None:
    """How long it is, in seconds, from the line at a place to the last dated line, and the two time stamps."""
    before = [passage for passage in situation.passages if passage.span.start <= place and passage.moment]
    last = _last(situation)
    start = _dated(before[-1].at) if before else None
    if not start or not last or not before[-1].moment or last[0] < start:
        return None
    return (last[0] - start).total_seconds(), (before[-1].moment.span, last[1])


def _dated(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value if "T" in value or "-" in value else f"1970-01-01T{value}")
    except ValueError:
        return None
    return moment.replace(tzinfo=None)
