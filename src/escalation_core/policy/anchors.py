"""What a criterion's sentence holds on to: concepts, quantities and attribute values, none over another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.language.cancelling import cancelling_words
from escalation_core.language.conditions import condition_words
from escalation_core.language.lexicon import included
from escalation_core.language.spelling import spelling
from escalation_core.measures.reader import measure
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span
from escalation_core.policy.planned import behind_due, coming
from escalation_core.text.attributes import Stated, stated
from escalation_core.text.signs import Sign, Strength, signs
from escalation_core.text.words import words, words_in

_FIGURE = re.compile(r"\d[\d.]*\d")

_QUANTITIES = (
    MentionKind.COUNT,
    MentionKind.NUMBER,
    MentionKind.SIZE,
    MentionKind.SHARE,
    MentionKind.MONEY,
    MentionKind.DURATION,
    MentionKind.ORDINAL,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One or several readings of the same words: concept names, a quantity, or attribute values."""

    span: Span
    concepts: tuple[str, ...] = ()
    named: bool = False
    quantity: Mention | None = None
    attribute: Stated | None = None


def anchors(text: str, stretch: Span) -> tuple[Anchor, ...]:
    """The anchors of a stretch of criteria text, in order, without overlaps."""
    quantities = [_moved(found, stretch.start) for found in measure(stretch.of(text)) if found.kind in _QUANTITIES]
    values = list(stated(text, stretch))
    quantities = [
        found for found in quantities if not (_trivial(found) or _refers(text, found) or _belongs(text, stretch, found))
    ]
    numbers = [found.span for found in quantities]
    concepts = [
        sign
        for sign in signs(text, [stretch])
        if sign.strength is Strength.NAMED or (sign.strength is Strength.SHOWN and len(sign.pieces) == 1)
    ]
    numbers += [tail for found in quantities if (tail := _planned(text, stretch, found))]
    free = [sign for sign in concepts if not any(number.overlap(piece) for number in numbers for piece in sign.pieces)]
    said = [Anchor(found.span, quantity=found) for found in _outermost(quantities)]
    said += [Anchor(found.span, attribute=found) for found in values]
    taken = [anchor.span for anchor in said]
    said += [anchor for anchor in _concepts(free) if not any(anchor.span.overlap(other) for other in taken)]
    return tuple(sorted(said, key=lambda anchor: anchor.span))


def _planned(text: str, stretch: Span, found: Mention) -> Span | None:
    """The words behind a length that say from or to what day it runs: they name no event."""
    if found.kind is not MentionKind.DURATION:
        return None
    return behind_due(text, found.span.end, stretch.end) or coming(text, found.span.end, stretch.end)


def _trivial(found: Mention) -> bool:
    """ "One of", "first", a bare number: no bound that a criterion sets."""
    bare = found.low == found.high and not found.low_open and not found.high_open
    if found.kind is MentionKind.ORDINAL:
        return found.low == 1
    counted = found.kind in (MentionKind.COUNT, MentionKind.NUMBER, MentionKind.SIZE)
    if counted and found.low is not None and found.high is not None and 0.5 < found.low < found.high < 1.5:
        return True
    return found.value == "inner" or (counted and bare and (found.low in (0, 1) or found.kind is not MentionKind.COUNT))


def _refers(text: str, found: Mention) -> bool:
    """Whether it is the number of a clause of the policy: "the third point", or "9.2" where a line begins with that."""
    if found.kind is MentionKind.ORDINAL:
        return any(word.stem.startswith(row) for word in words(found.unit or "") for row in cancelling_words().rows)
    said = _FIGURE.search(found.quote)
    return bool(
        found.kind is MentionKind.NUMBER
        and said
        and "." in said[0]
        and re.search(rf"^\W*{re.escape(said[0])}(?![\d.]*\d)\W", text, re.MULTILINE)
    )


def _belongs(text: str, stretch: Span, found: Mention) -> bool:
    """Whether it bounds nothing: a length that only says what a thing is ("a shift leader"), or "no second way"."""
    known, empty = condition_words(), spelling().function_words
    before = {word.form for word in words_in(text, Span(stretch.start, found.span.start))[-1:]}
    if found.kind is MentionKind.ORDINAL:
        return bool(before & spelling().negators)
    behind = [word.form for word in words_in(text, Span(found.span.end, stretch.end))[:1] if not word.parted]
    exact = found.low == found.high and not (found.low_open or found.high_open)
    worded = found.kind is MentionKind.DURATION and words(found.quote)[0].form in empty
    if worded and exact and before & known.measures["whose"]:
        return True
    counted = found.kind is not MentionKind.DURATION or words(found.quote)[0].form not in empty
    if _acts(text, stretch, found):
        return True
    if counted or not exact or before & known.prepositions or not behind or behind[0] in empty:
        return False
    return behind[0] not in known.measures["late"] | {word for said in known.until_after for word in said.split()}


def _acts(text: str, stretch: Span, found: Mention) -> bool:
    """Whether a stretch that begins so tells of a thing that something befell: "a shift was cancelled"."""
    behind = words_in(text, Span(found.span.end, stretch.end))[:1]
    first = words_in(text, Span(stretch.start, found.span.end))[:1]
    opens = bool(first) and first[0].span.start == found.span.start and first[0].form in spelling().function_words
    length = found.kind is MentionKind.DURATION and found.low == found.high and not found.low_open
    return length and opens and any(word.form in condition_words().verbs for word in behind)


def _moved(found: Mention, by: int) -> Mention:
    span = Span(found.span.start + by, found.span.end + by)
    return Mention(
        found.kind, found.quote, span, found.low, found.high, found.low_open, found.high_open, found.unit, found.per,
        found.value, found.concept, found.context,
    )  # fmt: skip


def _outermost(quantities: Sequence[Mention]) -> Iterator[Mention]:
    for found in quantities:
        if not any(
            other is not found and other.span.holds(found.span) and other.span != found.span for other in quantities
        ):
            yield found


def _concepts(found: Sequence[Sign]) -> Iterator[Anchor]:
    left = sorted(
        found, key=lambda sign: (sign.strength is not Strength.NAMED, sign.span.start - sign.span.end, sign.span.start)
    )
    taken: list[Span] = []
    for sign in left:
        if any(sign.span.overlap(span) for span in taken):
            continue
        alike = _narrowest({one.concept for one in left if one.span == sign.span and one.strength is sign.strength})
        taken.append(sign.span)
        yield Anchor(sign.span, concepts=tuple(alike), named=sign.strength is Strength.NAMED)


def _narrowest(names: set[str]) -> list[str]:
    """Of concepts that the same words name, those of which none of the others is a case."""
    return sorted(name for name in names if not any(one != name and one in included(name) for one in names))
