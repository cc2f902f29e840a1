"""What a quantity in a criterion sets a bound to: a count, contacts, an age, a sum, a share, a length of time."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from escalation_core.language.conditions import condition_words
from escalation_core.language.spelling import spelling
from escalation_core.measures.sizes import alike
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.policy.anchors import Anchor
from escalation_core.policy.clauses import Segment, content
from escalation_core.policy.planned import LATE, behind_due, coming
from escalation_core.text.words import stem, words_in

_AGREED = 5
"""So many words behind a bound say above what it is set."""
_EARLIER = 3
"""How many words before an age say that it was not reached."""
_PERSON = 8
"""How many words before a bare bound are read for the person whose age it is."""
_TIMES = "times"
_ROOM = 40
"""How many characters beside a quantity are read for what it measures."""


def bound(text: str, segment: Segment, anchor: Anchor) -> Exceeds | float | None:
    """The bound that a quantity sets, or the length of the window in which something is counted, or nothing."""
    found = anchor.quantity
    assert found is not None
    before = _words(text, Span(max(segment.span.start, anchor.span.start - _ROOM), anchor.span.start))
    after = _words(text, Span(anchor.span.end, min(len(text), anchor.span.end + _ROOM))).removeprefix("s ")
    known = condition_words()
    noun = " ".join(segment.content)
    match found.kind:
        case MentionKind.DURATION:
            return _length(text, segment, anchor, (before, after))
        case MentionKind.MONEY:
            return _exceeds("excess" if over_agreed(text, segment, anchor) else "amount", "money", found, noun)
        case MentionKind.SHARE:
            return _exceeds("excess_share" if over_agreed(text, segment, anchor) else "share", "share", found, noun)
        case _ if alike(found.unit, found.unit):
            return _exceeds("size", "number", found, noun)
        case _ if found.unit == _TIMES and found.low and over_agreed(text, segment, anchor):
            return replace(_exceeds("excess_share", "share", found, noun), low=100.0 * (found.low - 1), unit="%")
        case _:
            told = _aged(found.quote, known.age_after) or _says(after, known.age_after, first=True)
            if told or _says(before, known.age_before, first=False) or _of_a_person(found, text, anchor.span):
                return _exceeds("age", "number", found, noun)
            return _bare_sum(found, segment) or _count(
                found, noun, frozenset(word.stem for word in words_in(text, segment.span))
            )


def _bare_sum(found: Mention, segment: Segment) -> Exceeds | None:
    """A bound without currency on what is a sum by its name: "the insured value is above 1 million"."""
    open_ = found.kind is MentionKind.NUMBER and not found.unit and (found.low is None or found.high is None)
    told = open_ and _stems("sums") & set(segment.content)
    return _exceeds("amount", "money", found, " ".join(segment.content)) if told else None


def _length(text: str, segment: Segment, anchor: Anchor, said: tuple[str, str]) -> Exceeds | float | None:
    """What a length of time bounds, by the words before and behind it."""
    found, (before, after), known = anchor.quantity, said, condition_words()
    assert found is not None
    noun = " ".join(segment.content)
    if (
        found.value == "age"
        or _says(after, known.age_after, first=True)
        or _says(before, known.age_before, first=False)
    ):
        aged = _exceeds("age", "number", found, noun, scale=365 * 86400.0)
        return _younger(aged) if _not_yet(found, before) else aged
    if (
        _ends(found.quote, known.until_after)
        or _says(after, known.until_after, first=True)
        or _says(before, known.until_before, first=False)
        or coming(text, anchor.span.end, segment.span.end)
    ):
        return _ahead(_exceeds("time_until", "duration", found, noun))
    late = f"{LATE} {noun}".strip() if behind_due(text, anchor.span.end, segment.span.end) else ""
    exact = not found.low_open and found.high == found.low
    inside = exact and _says(before, known.tying_within, first=False)
    apart = None if late else _between(text, segment, anchor, within=inside)
    held_back = inside and _withheld(text, segment, anchor)
    if apart or (exact and not late and not held_back and _says(before, known.window_before, first=False)):
        return apart or found.low
    measure = "notice" if not late and not held_back and _says(after, known.notice, first=True) else "duration"
    lasting = _exceeds(measure, "duration", found, late or noun)
    lasting = replace(lasting, low_open=True) if held_back else lasting
    return replace(lasting, unit="working day") if found.value == "business" else lasting


def _not_yet(found: Mention, before: str) -> bool:
    """Whether something came before an age was reached: "before it was eight weeks old"."""
    return found.low == found.high and bool(condition_words().not_yet & set(before.split()[-_EARLIER:]))


def _younger(aged: Exceeds) -> Exceeds:
    return replace(aged, low=None, high=aged.low, high_open=True)


def _withheld(text: str, segment: Segment, anchor: Anchor) -> bool:
    """Whether what should come within a length does not: "has not come back within 14 days"."""
    ahead = words_in(text, Span(segment.span.start, anchor.span.start))
    if any(other.quantity for other in segment.anchors if other is not anchor):
        return False
    return any(word.form in spelling().negators or word.form in condition_words().withheld for word in ahead)


def _between(text: str, segment: Segment, anchor: Anchor, *, within: bool) -> Exceeds | None:
    """The length from one thing to another: "taken out less than 60 days before the loss", "within 14 days of delivery"."""
    found, known = anchor.quantity, condition_words()
    assert found is not None
    beside = any(other is not anchor and (other.quantity or other.concepts) for other in segment.anchors)
    row = words_in(text, Span(anchor.span.end, max(anchor.span.end, segment.span.end)))
    ahead = words_in(text, Span(segment.span.start, anchor.span.start))
    ties = known.tying_within_after if within else known.tying_after
    if beside or not row or row[0].form not in ties or any(word.form in spelling().negators for word in ahead):
        return None
    if found.low == found.high and not found.low_open and not within:
        return None
    one, other = content(ahead), content(row[1:])
    if not one or not other or _stems("late") & {*one, *other}:
        return None
    bound = _exceeds("between", "duration", found, f"{' '.join(one)} and {' '.join(other)}")
    return replace(bound, low=None, high=found.high) if within else bound


def over_agreed(text: str, segment: Segment, anchor: Anchor) -> bool:
    """Whether it is how far one thing lies from another: "£150 above the estimate", "out by £60", "£200 short"."""
    known, found = condition_words().measures, anchor.quantity
    row = words_in(text, Span(anchor.span.end, max(anchor.span.end, segment.span.end)))[:_AGREED]
    if found is None or found.kind not in (MentionKind.MONEY, MentionKind.SHARE):
        return bool(found and found.unit == _TIMES) and any(word.form in known["multiplied"] for word in row)
    before = {word.form for word in words_in(text, Span(segment.span.start, anchor.span.start))[-1:]}
    if known["differing_before"] & before and (found.low is None or found.high is None):
        return True
    if any(word.form in known["short"] for word in row[:1]):
        return True
    apart = any(word.stem in _stems("above") | _stems("below") for word in row[:1])
    told = known["compared_with"] & {word.form for word in row[1:2]}
    return apart and bool(told or any(word.stem in _stems("agreed") for word in row))


def _of_a_person(found: Mention, text: str, span: Span) -> bool:
    """Whether a bare bound is an age: "a child under 16", "somebody in the home is under 5, over 70 or ill"."""
    bounded = found.kind in (MentionKind.NUMBER, MentionKind.COUNT) and (found.low_open or found.high_open)
    if not bounded or found.unit == "times":
        return False
    start = max(text.rfind(mark, 0, span.start) for mark in ".;:\n") + 1
    before = words_in(text, Span(start, span.start))
    reach = _PERSON if found.kind is MentionKind.NUMBER else 1
    return any(word.stem in _stems("persons") for word in before[-reach:])


def _ends(quote: str, cues: Sequence[str]) -> bool:
    """Whether the quantity's own words say that it is still to come ("60 days away or less")."""
    said = f" {' '.join(quote.casefold().split())} "
    return any(f" {cue} " in said for cue in cues)


def _aged(quote: str, cues: Sequence[str]) -> bool:
    said = " ".join(quote.casefold().split())
    return any(said.endswith(" " + cue) for cue in cues if cue.startswith("or "))


def _ahead(bound: Exceeds) -> Exceeds:
    """ "Due within 2 days" sets the most that may be left, "60 days away" too where nothing else is said."""
    if bound.low is not None and bound.high is None and not bound.low_open:
        return replace(bound, low=None, high=bound.low)
    return bound


def _count(found: Mention, noun: str, said: frozenset[str]) -> Exceeds | None:
    head = (found.unit or "").casefold()
    bare = found.low == found.high and not found.low_open
    if (found.low is None and found.high is None) or (bare and (not head or found.low in (0, 1))):
        return None
    measure = _counted(head, said)
    if found.kind is MentionKind.ORDINAL:
        measure = "occurrences" if measure == "count" else measure
        return Exceeds(measure, found.quote, "count", low=found.low, unit=found.unit, noun=f"{head} {noun}".strip())
    return _exceeds(measure, "count", found, f"{head} {noun}".strip())


def _counted(head: str, said: frozenset[str]) -> str:
    """Whether contacts are counted, or times that something happens, or anything else."""
    last = {stem(word) for word in head.split()[-1:]}
    if last & _stems("times"):
        return "contacts" if said & _stems("contacts") else "occurrences"
    return "contacts" if last & _stems("contacts") else "count"


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in condition_words().measures[name])


def _exceeds(measure: str, quantity: str, found: Mention, noun: str, scale: float = 1.0) -> Exceeds:
    low, high = found.low, found.high
    if low is not None and low == high and measure != "share_exact":
        high = None
    return Exceeds(
        measure=measure,
        quote=found.quote,
        quantity=quantity,  # type: ignore[arg-type]
        low=None if low is None else low / scale,
        high=None if high is None else high / scale,
        low_open=found.low_open,
        high_open=found.high_open,
        unit=None if measure == "age" else found.unit,
        per=found.per,
        noun=noun or None,
    )


def _words(text: str, span: Span) -> str:
    return " ".join(word.form for word in words_in(text, span))


def _says(said: str, cues: Sequence[str], *, first: bool) -> bool:
    if first:
        return any(said == cue or said.startswith(cue + " ") for cue in cues)
    return any(said == cue or said.endswith(" " + cue) for cue in cues)
