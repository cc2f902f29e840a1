"""Every quantity, moment, address and reference of a text."""

from collections.abc import Iterator
from datetime import datetime

from escalation_core.measures.addresses import addresses, skipped
from escalation_core.measures.durations import Length, length, worded_lengths
from escalation_core.measures.moments import moments
from escalation_core.measures.numbers import Number, numbers
from escalation_core.measures.ordinals import ordinals
from escalation_core.measures.quantities import overlaps, quantities
from escalation_core.measures.script import Script, script
from escalation_core.measures.spacing import squeezed
from escalation_core.model.mention import Mention


def measure(text: str, now: datetime | None = None) -> tuple[Mention, ...]:
    """Every mention in reading order; their contexts are left open. What is read as one thing is not read as another."""
    spacing = squeezed(text)
    if spacing.text != text:
        return tuple(spacing.back(_measured(spacing.text, now), text))
    return _measured(text, now)


def _measured(text: str, now: datetime | None) -> tuple[Mention, ...]:
    read = script(text)
    known = list(addresses(read))
    blocked = sorted([*skipped(read), *(found.span for found in known)])
    counted = [number for number in numbers(read) if not overlaps(number.span, blocked)]
    timed = [
        found for found in moments(read, counted, _lengths(read, counted), now) if not overlaps(found.span, blocked)
    ]
    taken = sorted([*blocked, *(found.span for found in timed)])
    numbered = [found for found in ordinals(read) if not overlaps(found.span, taken)]
    taken = sorted([*taken, *(found.span for found in numbered)])
    measured = list(quantities(read, counted, taken))
    return tuple(sorted([*known, *timed, *numbered, *measured], key=lambda mention: (mention.span, mention.kind)))


def _lengths(read: Script, counted: list[Number]) -> list[Length]:
    """The lengths of time from which moments may be reckoned."""
    return [*_numbered(read, counted), *worded_lengths(read)]


def _numbered(read: Script, counted: list[Number]) -> Iterator[Length]:
    for number in counted:
        if found := length(read, number):
            yield found
