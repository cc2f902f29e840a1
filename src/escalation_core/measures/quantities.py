"""Quantities: every length of time, sum, share, count and number of a text, with its bounds."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from escalation_core.measures.bounds import bounded
from escalation_core.measures.counts import count, noun_end, plain_number, temperature, times, worded
from escalation_core.measures.durations import length, worded_lengths
from escalation_core.measures.joins import joined, paired, parts
from escalation_core.measures.money import money, notes
from escalation_core.measures.numbers import Number
from escalation_core.measures.script import Script
from escalation_core.measures.shares import halves, share
from escalation_core.measures.sizes import size, worded_sizes
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span


def quantities(script: Script, found: Sequence[Number], taken: Sequence[Span]) -> Iterator[Mention]:
    """Every quantity, in order; of numbers in stretches that are taken, none."""
    free = [number for number in found if not overlaps(number.span, taken)]
    counted = list(_read(script, free))
    worded = [mention for mention in _worded(script, counted) if not overlaps(mention.span, taken)]
    apart = list(_apart([*counted, *worded]))
    at = 0
    whole: list[Mention] = []
    for mention in joined(script, apart):
        if mention.span.start >= at:
            whole.append(bounded(script, mention, at))
            at = whole[-1].span.end
    for mention in paired(script, iter(whole)):
        yield mention
        yield from parts(script, mention, apart)


def overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the stretch overlaps one of the taken ones, which stand in order."""
    at = bisect_left(taken, Span(span.end, span.end))
    return any(other.end > span.start for other in taken[max(0, at - 3) : at])


def _apart(found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions in order without overlaps: what begins first counts, and of two that begin together the longer."""
    at = 0
    for mention in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if mention.span.start >= at:
            at = mention.span.end
            yield mention


def _read(script: Script, found: Sequence[Number]) -> Iterator[Mention]:
    floor = 0
    for number in found:
        if number.span.start < floor:
            continue
        mention = _quantity(script, number, floor)
        if mention:
            floor = mention.span.end
            yield mention


def _quantity(script: Script, number: Number, floor: int) -> Mention | None:
    """What a number says, by what stands beside it."""
    if found := temperature(script, number) or money(script, number, floor) or share(script, number):
        return found
    if lasting := length(script, number):
        return lasting.mention(script)
    if measured := size(script, number):
        return measured
    if script.plain[number.span.end : number.span.end + 1].isalpha() and not _times(script, number):
        return None
    return count(script, number) or plain_number(script, number)


def _times(script: Script, number: Number) -> bool:
    """ "3x", "40ish"."""
    return script.plain[number.span.end : number.span.end + 3] == "ish" or script.plain[number.span.end] == "x"


def _worded(script: Script, counted: Sequence[Mention]) -> Iterator[Mention]:
    """Quantities without a number; "a week" behind a count is how often, no length."""
    rates = {noun_end(script, mention) for mention in counted if mention.kind in (MentionKind.COUNT, MentionKind.MONEY)}
    often = list(times(script))
    rates |= {mention.span.end for mention in often}
    for found in worded_lengths(script):
        if found.span.start - 1 not in rates:
            yield found.mention(script)
    yield from often
    yield from worded(script)
    yield from notes(script)
    yield from worded_sizes(script)
    yield from halves(script)
