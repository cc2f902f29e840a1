"""A stretch of a criterion's words as a tree of conditions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from escalation_core.contexts.reader import context
from escalation_core.language.conditions import condition_words
from escalation_core.language.spelling import spelling
from escalation_core.model.context import Polarity
from escalation_core.model.policy import Condition, Exceeds, Happens, Has, Judgment, Not
from escalation_core.model.span import Span
from escalation_core.policy.about import about
from escalation_core.policy.anchors import Anchor, anchors
from escalation_core.policy.bounds import bound, over_agreed
from escalation_core.policy.clauses import Segment, content, each, listed, segments
from escalation_core.policy.phrasing import compiled
from escalation_core.policy.stative import resembling
from escalation_core.policy.trees import all_of, any_of, grouped, paired
from escalation_core.policy.whom import shares, whom
from escalation_core.text.attributes import Stated
from escalation_core.text.nearest import nearest
from escalation_core.text.words import words_in

_DENIED, _ON = 2, 4
"""How many words before an event, and before the value of an attribute, are read for a denial of it."""
_MORE = 3
"""So many words of its own beside the age of somebody say what is to happen to them."""
_ANY_OTHER = 2
"""So many words of a segment may say that it sums up a list ("any other")."""


def stated(text: str, stretch: Span, *, things: bool = False) -> Condition:
    """The condition that one stretch of words states; where it lists `things`, any of them."""
    found: Sequence[Segment] = segments(text, stretch, anchors(text, stretch))
    if each(text, stretch, found) or (things and listed(text, found)):
        found = tuple(replace(one, join="or") if one.join in ("and", "comma", "list") else one for one in found)
    found = _summed_up(text, tuple(one for one in found if not _deferring(text, one)) or found)
    main = list(_until_unless(found))
    apart = found[len(main) :]
    if not main:
        return resembling(stretch.of(text), content(words_in(text, stretch)))
    said = _joined(text, main)
    if not apart:
        return said
    return all_of([said, Not(_joined(text, apart))])


def _summed_up(text: str, found: Sequence[Segment]) -> Sequence[Segment]:
    """Without the members of a list that its last one sums up: "a wheelchair, a frame | or other aid that we broke"."""
    for number, segment in enumerate(found):
        row, known = words_in(text, segment.span), condition_words()
        sums = any(word.form in known.summing for word in row[:_ANY_OTHER])
        if number and sums and (segment.clause or any(word.form in known.relatives for word in row)):
            listed = found[:number]
            plain = all(not (one.clause or any(held.quantity for held in one.anchors)) for one in listed)
            return (replace(segment, join="start"), *found[number + 1 :]) if plain else found
    return found


def _deferring(text: str, segment: Segment) -> bool:
    """Whether it only gives way to another level of the policy: "… and P1 does not fit"."""
    level = next((held.span for held in segment.anchors if held.attribute), None)
    behind = Span(level.end, segment.span.end).of(text).strip() if level else ""
    return bool(compiled(condition_words().deferring).fullmatch(behind))


def _until_unless(found: Sequence[Segment]) -> Iterator[Segment]:
    for segment in found:
        if segment.join == "unless":
            return
        yield segment


def _joined(text: str, found: Sequence[Segment]) -> Condition:
    """The segments as a tree: members of a list first, then what no comma parts, then the rest."""
    if len(found) > 1 and found[1].join == "or" and (beside := _beside(text, found[0])):
        rest = _joined(text, found[1:])
        return rest if beside == "of" and found[1].clause else all_of([_segment(text, found[0]), rest])
    groups: list[tuple[str, bool, Condition]] = []
    for segment in found:
        said = _segment(text, segment)
        tight = (
            groups
            and segment.join in ("and", "or")
            and (not segment.clause or _as_long(text, segment, said) or shares(groups[-1][2], said))
        )
        if tight:
            join, loose, before = groups[-1]
            groups[-1] = (join, loose, paired(segment.join, before, said))
        else:
            groups.append((segment.join, segment.loose, said))
    return grouped(groups)


def _beside(text: str, segment: Segment) -> Literal["of", "acts"] | None:
    """How a segment that says only of whom something is told goes with the next one.

    "Details of a child | or parent are out" tells nothing without it, "a child plans to meet, | or has met, …" says who acts.
    """
    said = tuple(_anchored(text, segment))
    if not said or len(segment.content) > _MORE or not all(whom(part) for part in said):
        return None
    if content(words_in(text, Span(segment.anchors[-1].span.end, segment.span.end))):
        return "acts"
    before = content(words_in(text, Span(segment.span.start, segment.anchors[0].span.start)))
    named = all(isinstance(part, Happens) for part in said)
    return "of" if before and named and not segment.clause else None


def _as_long(text: str, segment: Segment, said: Condition) -> bool:
    """Whether it goes on with a time that what stands before it lasts: "…, or for more than 30 minutes"."""
    first = words_in(text, segment.span)[:1]
    lasts = isinstance(said, Exceeds) and said.measure == "duration"
    return lasts and any(word.form == condition_words().lasting for word in first)


def _segment(text: str, segment: Segment) -> Condition:
    said = tuple(_anchored(text, segment))
    if said and len(segment.content) >= _MORE and segment.clause and all(whom(part) for part in said):
        return all_of([*said, resembling(segment.span.of(text), segment.content)])
    if said:
        return all_of(said)
    quote = segment.span.of(text)
    if vague := [word for word in words_in(text, segment.span) if word.form in condition_words().vague]:
        return Judgment(quote, why=vague[0].form)
    own = resembling(quote, segment.content)
    denied = any(word.form in spelling().negators for word in words_in(text, segment.span))
    near = None if denied or own.open else nearest(segment.content)
    return any_of([Happens(near, quote), own]) if near else own


def _anchored(text: str, segment: Segment) -> Iterator[Condition]:
    money: list[Exceeds] = []
    pending: Exceeds | None = None
    differs = any(over_agreed(text, segment, anchor) for anchor in segment.anchors if anchor.quantity)
    for anchor in segment.anchors:
        if differs and anchor.concepts:  # the difference is what happened
            continue
        if anchor.quantity:
            said = bound(text, segment, anchor)
            if said is None:
                continue
            if isinstance(said, Exceeds):
                said = replace(said, topic=_around(text, segment, anchor))
            if isinstance(said, float):
                pending = _within(pending, said)
                continue
            if said.quantity == "money":
                money.append(said)
                continue
            if pending:
                yield pending
            pending = said
        elif anchor.attribute:
            yield _has(text, segment, anchor.attribute)
        else:
            yield _happens(text, segment, anchor)
    if pending:
        yield pending
    if money:
        yield any_of(money)


def _around(text: str, segment: Segment, anchor: Anchor) -> tuple[str, ...]:
    """The words of a segment around a figure that say anything."""
    empty = spelling().function_words
    row = [word for word in words_in(text, segment.span) if not anchor.span.overlap(word.span)]
    return tuple(dict.fromkeys(word.form for word in row if word.form not in empty))


def _has(text: str, segment: Segment, told: Stated) -> Condition:
    """The value of an attribute, or its denial: "is not on the Enterprise plan"."""
    said = Has(told.attribute, (told.value,), told.span.of(text))
    return Not(said) if _denied(text, segment, told.span, _ON) else said


def _within(counted: Exceeds | None, window: float) -> Exceeds | None:
    if counted is None or counted.quantity == "duration":
        return counted
    return replace(counted, within=window)


def _happens(text: str, segment: Segment, anchor: Anchor) -> Condition:
    """The concept, or its denial where the segment's own words deny it."""
    told_of = about(text, segment, anchor)
    said = any_of([Happens(name, anchor.span.of(text), told_of) for name in anchor.concepts])
    return Not(said) if _denied(text, segment, anchor.span, _DENIED) else said


def _denied(text: str, segment: Segment, span: Span, reach: int) -> bool:
    """Whether one of the words before a stretch of the segment denies it."""
    before = words_in(text, Span(segment.span.start, span.start))[-reach:]
    start = before[0].span.start if before else span.start
    near = text[start : span.end]
    return context(near, span.start - start, span.end - start).polarity is Polarity.NEGATED
