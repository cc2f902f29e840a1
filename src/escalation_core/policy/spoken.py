"""Parts that a sentence itself states: "a cabinet offline for more than 30 minutes | with no other on the same floor"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from escalation_core.language.conditions import condition_words
from escalation_core.model.policy import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Exceeds,
    Happens,
    Has,
    Judgment,
    Not,
    Refers,
    Resembles,
)
from escalation_core.model.span import Span
from escalation_core.policy.clauses import widened
from escalation_core.text.words import words_in

_MOST = 0.85
"""A stretch that makes up more of the criterion than this is no part of it, but all of it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One part: where it stands in the criteria text, and what it asks for."""

    span: Span
    condition: Condition
    exception: bool = False
    """Whether the rest holds only unless this does."""


def spoken(text: str, asks: Sequence[Span], condition: Condition) -> tuple[Spoken, ...]:
    """The parts of a condition all of which must hold, each where the text states it; none where it states but one."""
    if not isinstance(condition, AllOf):
        return ()
    span = Span(min(ask.start for ask in asks), max(ask.end for ask in asks))
    placed = [(place, part) for part in condition.parts for place in _place(text, span, part)]
    if len(placed) < len(condition.parts):
        return ()
    placed.sort(key=lambda one: one[0])
    groups = _grouped(text, placed)
    if len(groups) < 2 or any(one.end > other.start for (one, _), (other, _) in pairwise(groups)):
        return ()
    parts = tuple(replace(part, span=_within(part.span, asks)) for part in _cut(text, span, groups))
    most = _MOST * sum(ask.end - ask.start for ask in asks)
    return parts if all(0 < part.span.end - part.span.start <= most for part in parts) else ()


def _within(span: Span, asks: Sequence[Span]) -> Span:
    """The stretch up to where the words about who acts begin."""
    first = next((ask for ask in sorted(asks) if ask.end > span.start), span)
    return Span(max(span.start, first.start), min(span.end, first.end))


def _place(text: str, span: Span, condition: Condition) -> Iterator[Span]:
    """From the first to the last words that the condition quotes, where all of them stand in the stretch."""
    places = [text.find(quote, span.start, span.end) for quote in _quotes(condition)]
    ends = [at + len(quote) for at, quote in zip(places, _quotes(condition), strict=True)]
    if places and min(places) >= 0:
        yield Span(min(places), max(ends))


def _quotes(condition: Condition) -> list[str]:
    match condition:
        case Exceeds(quote=quote) | Happens(quote=quote) | Has(quote=quote) | Resembles(quote=quote):
            return [quote]
        case Judgment(quote=quote):
            return [quote]
        case AllOf(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return [quote for part in parts for quote in _quotes(part)]
        case Not(part=part):
            return _quotes(part)
        case Refers():
            return []


def _grouped(text: str, placed: Sequence[tuple[Span, Condition]]) -> list[tuple[Span, list[Condition]]]:
    """A length or share of what stands right before it is told in one breath with it."""
    groups: list[tuple[Span, list[Condition]]] = []
    for place, part in placed:
        if groups and _same_breath(text, groups[-1], place, part):
            before, held = groups[-1]
            groups[-1] = (Span(before.start, max(before.end, place.end)), [*held, part])
        else:
            groups.append((place, [part]))
    return groups


def _same_breath(text: str, before: tuple[Span, list[Condition]], place: Span, part: Condition) -> bool:
    between = Span(before[0].end, max(before[0].end, place.start))
    if not _parted(text, between):
        return True
    if not isinstance(part, Exceeds) or part.quantity not in ("duration", "share"):
        return False
    if any(isinstance(held, Exceeds) for held in before[1]):
        return False
    lead = [word.form for word in words_in(text, between)]
    if part.quantity == "duration" and lead[-1:] == [condition_words().lasting]:
        return not any(form in condition_words().connectives for form in lead)
    return "," not in between.of(text) and not any(
        word.form in condition_words().connectives for word in words_in(text, between)
    )


def _parted(text: str, between: Span) -> bool:
    """Whether a word or mark stands between two stretches at which one clause ends and another begins."""
    known = condition_words()
    return any(mark in between.of(text) for mark in ",;") or any(
        word.form in known.connectives or word.form in known.relatives for word in words_in(text, between)
    )


def _cut(text: str, span: Span, groups: Sequence[tuple[Span, list[Condition]]]) -> Iterator[Spoken]:
    start = span.start
    for number, (place, held) in enumerate(groups):
        end, following = span.end, span.end
        if number + 1 < len(groups):
            end, following = _seam(text, Span(place.end, groups[number + 1][0].start))
        lone = held[0] if len(held) == 1 else AllOf(tuple(held))
        here = Span(start, end).trimmed(text, " ,;:.\n")
        yield (
            Spoken(here, lone.part, exception=True)
            if isinstance(lone, Not) and _spared(text, here)
            else Spoken(here, lone)
        )
        start = following


def _spared(text: str, span: Span) -> bool:
    """Whether it says what the rest holds unless of, and does not itself say that something is not so."""
    said = [word.form for word in words_in(text, span)[:2]]
    joins = condition_words().connectives
    return any(joins.get(" ".join(said[:size])) == "unless" for size in (1, 2))


def _seam(text: str, between: Span) -> tuple[int, int]:
    """Where one part ends and the next begins: at the last connective between them, else right behind the first."""
    known = condition_words()
    said = between.of(text)
    asides = widened(text, between)
    joins = [
        word
        for word in words_in(text, between)
        if (word.form in known.connectives or word.form in known.relatives)
        and not _bracketed(text, between, word.span)
        and not any(aside.holds(word.span) for aside in asides)
    ]
    if not joins:
        comma = between.start + max(said.rfind(mark) for mark in ",;")
        return (comma, comma + 1) if comma >= between.start else (between.start, between.start)
    last = joins[-1]
    return last.span.start, last.span.start if known.connectives.get(last.form) == "unless" else last.span.end


def _bracketed(text: str, between: Span, word: Span) -> bool:
    before = text[between.start : word.start]
    return before.count("(") > before.count(")")
