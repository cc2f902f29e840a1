"""Every quantity, moment, address and reference of a text."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime

from escalation_core.measures.addresses import addresses, skipped
from escalation_core.measures.moments import moments
from escalation_core.measures.ordinals import ordinals
from escalation_core.measures.quantities import bounded, quantities, worded_durations
from escalation_core.model.mention import Mention
from escalation_core.model.span import Span


def measure(text: str, now: datetime | None = None) -> tuple[Mention, ...]:
    """Every mention in reading order; their contexts are left open. What is read as one thing is not read as another."""
    known = [*_clear(text), *_moments(text, now)]
    taken = sorted([*skipped(text), *(mention.span for mention in known)])
    numbered = [found for found in ordinals(text) if not _overlaps(found.span, taken)]
    taken = sorted([*taken, *(found.span for found in numbered)])
    counted = list(_quantities(text, taken))
    return tuple(sorted([*known, *numbered, *counted], key=lambda mention: (mention.span, mention.kind)))


def _clear(text: str) -> Iterator[Mention]:
    yield from addresses(text)


def _moments(text: str, now: datetime | None) -> Iterator[Mention]:
    blocked = sorted([*skipped(text), *(found.span for found in addresses(text))])
    for found in moments(text, now):
        if not _overlaps(found.span, blocked):
            yield found


def _quantities(text: str, taken: list[Span]) -> Iterator[Mention]:
    worded = [found for found in worded_durations(text) if not _overlaps(found.span, taken)]
    yield from (bounded(text, found) for found in worded)
    yield from quantities(text, sorted([*taken, *(found.span for found in worded)]))


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether the stretch overlaps one of the taken ones, which stand in order."""
    at = bisect_left(taken, Span(span.end, span.end))
    return any(other.end > span.start for other in taken[max(0, at - 3) : at])
