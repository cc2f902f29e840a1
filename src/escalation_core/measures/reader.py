"""Every quantity, moment, address and reference of a text."""

from collections.abc import Iterator
from datetime import datetime

from escalation_core.measures.addresses import addresses, skipped
from escalation_core.measures.moments import moments
from escalation_core.measures.ordinals import ordinals
from escalation_core.measures.quantities import quantities
from escalation_core.model.mention import Mention, MentionKind
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
    for found in quantities(text, taken):
        if found.kind is not MentionKind.NUMBER or found.quote.strip():
            yield found


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in taken)
