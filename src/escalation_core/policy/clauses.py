"""A criterion's sentence as a row of segments between connectives, each with how it joins what stands before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from escalation_core.language.conditions import condition_words
from escalation_core.language.spelling import spelling
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span
from escalation_core.policy.anchors import Anchor
from escalation_core.policy.phrasing import compiled
from escalation_core.text.nearest import likeness
from escalation_core.text.words import Word, words_in

_ROOM = 40
"""How many characters behind a list are read for what is said of each of its members."""
_NAMES = 2
"""A member of a list of reasons that only names one has no more words."""
_CONNECTIVE = 4
"""A connective has so many words at the most: "as long as nobody"."""
_PREPOSITIONS = condition_words().prepositions
Join = Literal["start", "and", "or", "unless", "comma", "list"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch without connective; `loose` says that a comma or semicolon stands before its connective."""

    span: Span
    join: Join
    loose: bool
    anchors: tuple[Anchor, ...]
    content: tuple[str, ...]
    dangling: bool
    clause: bool
    """Whether it is a clause of its own, with a verb, and no mere member of a list."""
    words: int = 0
    """How many words stand in it."""
    reason: bool = False
    """Whether it ends in a reason for its event: the members of a list behind it are further reasons."""


def segments(text: str, stretch: Span, anchors: Sequence[Anchor]) -> tuple[Segment, ...]:
    """The segments of a stretch in order; connectives inside an anchor or brackets do not part it."""
    others = [
        Span(*found.span()) for found in compiled(condition_words().subjects).finditer(text, stretch.start, stretch.end)
    ]
    row = [word for word in words_in(text, stretch) if not any(other.holds(word.span) for other in others)]
    anchors = [held for held in _outside(text, stretch, anchors) if not any(o.overlap(held.span) for o in others)]
    cuts = _cuts(text, row, anchors)
    return _merged(text, tuple(_segments(text, stretch, row, cuts, anchors)))


def _outside(text: str, stretch: Span, anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """Without examples and asides in brackets, where something stands outside of them; sums there are alternatives."""
    inside = [anchor for anchor in anchors if _in_brackets(text, stretch, anchor)]
    return [anchor for anchor in anchors if anchor not in inside] if len(inside) < len(anchors) else anchors


def _in_brackets(text: str, stretch: Span, anchor: Anchor) -> bool:
    before = text[stretch.start : anchor.span.end]
    money = anchor.quantity is not None and anchor.quantity.kind is MentionKind.MONEY
    return before.count("(") > before.count(")") and not money


def content(row: Sequence[Word]) -> tuple[str, ...]:
    """The stems of the words that carry meaning of their own."""
    empty = spelling().function_words | condition_words().light
    return tuple(word.stem for word in row if word.form not in empty and word.stem not in empty and word.form.isalnum())


def each(text: str, stretch: Span, found: Sequence[Segment]) -> bool:
    """Whether it is a list of things of each of which the same is said: "theft, fraud and extortion | go to Security"."""
    behind = words_in(text, Span(stretch.end, min(len(text), stretch.end + _ROOM)))[:1]
    return any(word.form in condition_words().of_each for word in behind) and not any(one.clause for one in found[1:])


def listed(text: str, found: Sequence[Segment]) -> bool:
    """Whether it lists things and no circumstances of one thing: "new starters, new equipment and questions"."""
    known, negators = condition_words().listing, spelling().negators
    joins = {form for one, other in pairwise(found) for form in _between(text, one, other)}
    heads = [words_in(text, one.span)[0].form for one in found]
    return joins <= known and not any(one.clause for one in found) and negators.isdisjoint(heads)


def _between(text: str, one: Segment, other: Segment) -> list[str]:
    return [word.form for word in words_in(text, Span(one.span.end, other.span.start))]


def _cuts(text: str, row: Sequence[Word], anchors: Sequence[Anchor]) -> list[tuple[int, int, Join]]:
    known = condition_words().connectives
    asides = widened(text, Span(row[0].span.start, row[-1].span.end)) if row else ()
    found: list[tuple[int, int, Join]] = []
    at = 0
    while at < len(row):
        if at and any(aside.overlap(Span(row[at - 1].span.end, row[at].span.start)) for aside in asides):
            at += 1
            continue
        if at and _listed(text, row, at, anchors) and " ".join(word.form for word in row[at : at + 1]) not in known:
            found.append((at, at, "comma"))
        for length in range(_CONNECTIVE, 0, -1):
            said = " ".join(word.form for word in row[at : at + length])
            join = known.get(said)
            if join and not (_inside(row[at].span, anchors) or _bracketed(text, row, at) or _named(text, row, at)):
                found.append((at, at + length, join))  # type: ignore[arg-type]
                at += length - 1
                break
        at += 1
    return _resolved(found)


def _named(text: str, row: Sequence[Word], at: int) -> bool:
    """Whether a word is the end of a proper name: "Larch Plus"."""
    said = row[at].span.of(text)
    end = said.istitle() and at > 0 and row[at - 1].span.of(text).istitle()
    return end and row[at].form not in spelling().function_words


def widened(text: str, span: Span) -> tuple[Span, ...]:
    """Asides that only widen the verb before them, with both their commas: "is | , or is likely to be, | held liable"."""
    return tuple(Span(*found.span()) for found in _aside().finditer(text, span.start, span.end))


@cache
def _aside() -> re.Pattern[str]:
    joins = "|".join(word for word, join in condition_words().connectives.items() if join == "or")
    return re.compile(rf",\s+(?:{joins})\s+{compiled(condition_words().widening).pattern}\s*,", re.IGNORECASE)


def _listed(text: str, row: Sequence[Word], at: int, anchors: Sequence[Anchor]) -> bool:
    """Whether a comma stands before the word, outside brackets and anchors."""
    gap = text[row[at - 1].span.end : row[at].span.start]
    return ", " in gap and not _inside(row[at].span, anchors) and not _bracketed(text, row, at)


def _resolved(found: Sequence[tuple[int, int, Join]]) -> list[tuple[int, int, Join]]:
    """The members of a list are joined as its last one is."""
    told: list[tuple[int, int, Join]] = []
    behind: Join = "list"
    for cut, first, join in reversed(found):
        if join in ("and", "or"):
            behind = join
        told.append((cut, first, behind if join == "comma" else join))
    return told[::-1]


def _inside(span: Span, anchors: Sequence[Anchor]) -> bool:
    return any(anchor.span.start < span.start and span.end < anchor.span.end for anchor in anchors)


def _bracketed(text: str, row: Sequence[Word], at: int) -> bool:
    before = text[row[0].span.start : row[at].span.start]
    return before.count("(") > before.count(")")


def _segments(
    text: str, stretch: Span, row: Sequence[Word], cuts: Sequence[tuple[int, int, Join]], anchors: Sequence[Anchor]
) -> list[Segment]:
    said: list[Segment] = []
    starts = _telling(row, cuts, anchors)
    for number, (cut, first, join) in enumerate(starts):
        after = starts[number + 1][0] if number + 1 < len(starts) else len(row)
        words = row[first:after]
        if not words:
            continue
        span = Span(words[0].span.start, words[-1].span.end)
        held = _chosen([anchor for anchor in anchors if span.start <= anchor.span.start < span.end], content(words))
        gap = text[row[cut - 1].span.end : row[cut].span.start] if cut else ""
        open_ = [
            word for number, word in enumerate(row) if first <= number < after and not _bracketed(text, row, number)
        ]
        free = [word for word in open_ if not any(anchor.span.overlap(word.span) for anchor in held)]
        loose = any(mark in gap for mark in ",;") and cut != first
        bounded = any(anchor.quantity and anchor.span.start == span.start for anchor in held)
        listed: Join = "and" if bounded or _verbal(open_) or words[0].form in _PREPOSITIONS else "or"
        said.append(
            Segment(
                span,
                listed if join == "list" else join,
                loose,
                held,
                content(free),
                words[-1].form in _PREPOSITIONS,
                _verbal(open_) and (cut != first or not cut),
                len(words),
                any(anchor.concepts for anchor in held) and bool(_reason().search(text, span.start, span.end)),
            )
        )
    return said


@cache
def _again() -> re.Pattern[str]:
    return compiled(condition_words().anaphora)


@cache
def _reason() -> re.Pattern[str]:
    return compiled(condition_words().reasons)


def _telling(
    row: Sequence[Word], cuts: Sequence[tuple[int, int, Join]], anchors: Sequence[Anchor]
) -> list[tuple[int, int, Join]]:
    """The cuts behind which something is said: "somebody | with 50,000 followers" is one segment."""
    kept: list[tuple[int, int, Join]] = [(0, 0, "start")]
    for cut, first, join in cuts:
        words = row[kept[-1][1] : cut]
        span = Span(words[0].span.start, words[-1].span.end) if words else None
        held = span is not None and any(anchor.span.overlap(span) for anchor in anchors)
        if held or content(words) or join == "unless":
            kept.append((cut, first, join))
    return kept


def _chosen(held: Sequence[Anchor], stems: Sequence[str]) -> tuple[Anchor, ...]:
    """One event at the most in a segment: of those named the one nearest to its words, else the one told at most length."""
    events = [anchor for anchor in held if anchor.concepts]
    named = [anchor for anchor in events if anchor.named]
    best = max(events, key=lambda anchor: anchor.span.end - anchor.span.start, default=None)
    if named:
        near = likeness(stems) if len(named) > 1 else {}
        best = max(named, key=lambda anchor: max(near.get(name, 0.0) for name in anchor.concepts))
    return tuple(anchor for anchor in held if not anchor.concepts or anchor is best)


def _verbal(words: Sequence[Word]) -> bool:
    return any(word.form in condition_words().verbs for word in words)


def _window(anchor: Anchor) -> bool:
    """Whether it is a bare length of time, as in "within 24 hours": alone it states nothing."""
    found = anchor.quantity
    return found is not None and found.kind is MentionKind.DURATION and found.low == found.high and not found.low_open


def _merged(text: str, said: Sequence[Segment]) -> tuple[Segment, ...]:
    """Segments that hold on to nothing of their own are members of a list: they go to the segment before them."""
    kept: list[Segment] = []
    for segment in said:
        scrap = not segment.clause and len(segment.content) <= 1 and all(_window(held) for held in segment.anchors)
        further = bool(kept) and kept[-1].reason and not segment.clause and segment.words <= _NAMES
        again = bool(kept) and not segment.anchors and bool(_again().search(segment.span.of(text)))
        alone = (
            not further
            and not again
            and ((bool(segment.anchors) and not scrap) or (segment.clause and len(segment.content) > 1))
        )
        if kept and not alone and segment.join != "unless":
            last = kept[-1]
            kept[-1] = replace(
                last,
                span=Span(last.span.start, segment.span.end),
                anchors=last.anchors + tuple(held for held in segment.anchors if _window(held)),
                content=last.content + segment.content,
            )
        elif kept and segment.join != "unless" and not kept[-1].anchors and _one_breath(kept[-1], segment):
            first = kept[-1]
            kept[-1] = replace(
                segment,
                span=Span(first.span.start, segment.span.end),
                join=first.join,
                loose=first.loose,
                content=first.content + segment.content,
            )
        else:
            kept.append(segment)
    return tuple(kept)


def _one_breath(first: Segment, segment: Segment) -> bool:
    """Whether what is said last holds for both: "a claim for | or dispute of a fee", "taken out | or raised 60 days ago"."""
    bound = next((held.span.start for held in segment.anchors if held.quantity), segment.span.start)
    shares = segment.join == "or" and not (segment.loose or segment.clause) and segment.span.start < bound
    return first.dangling or not first.clause or shares
