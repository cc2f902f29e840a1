"""Time in a situation: when it is told, and how long what it tells has lasted."""

from collections.abc import Iterator
from datetime import datetime

from escalation_core.facts.situation import Situation
from escalation_core.measures.moments import resolve
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span


def now_of(situation: Situation) -> datetime | None:
    """When the situation is told: as given, else the last moment that a line or header of it carries with its date."""
    if situation.now:
        return situation.now
    dated = [moment for passage in situation.passages if (moment := _dated(passage.at))]
    return max(dated) if dated else None


def spans_of_time(situation: Situation) -> Iterator[tuple[float, float, tuple[Span, ...]]]:
    """For each moment since which something is said to be so: start and end in seconds, and where both are read."""
    last = _last(situation)
    if last is None:
        return
    end, place = last
    for found in situation.mentions:
        if found.kind is not MentionKind.MOMENT or not found.value or found.span == place:
            continue
        start = resolve(found.value, end)
        if start is not None and start <= end:
            yield start.timestamp(), end.timestamp(), (found.span, place)


def moments_after(situation: Situation, _said: Span, start: float, length: float | None) -> int:
    """Where the text has come to when so many seconds have passed since `start`, in code points."""
    for passage in situation.passages:
        moment = _dated(passage.at)
        if moment and length is not None and moment.timestamp() - start >= length:
            return passage.span.start
    return _said.start


def _last(situation: Situation) -> tuple[datetime, Span] | None:
    for passage in reversed(situation.passages):
        moment = _dated(passage.at)
        if moment and passage.moment:
            return moment, passage.moment.span
    return None


def _dated(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value if "T" in value or "-" in value else f"1970-01-01T{value}")
    except ValueError:
        return None
    return moment.replace(tzinfo=None)
