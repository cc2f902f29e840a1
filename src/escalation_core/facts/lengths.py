"""Lengths of time: in words, from a moment until now, between two moments, or from line to line of a log."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache

from escalation_core.facts.figure import Figure
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.facts.timeline import Point
from escalation_core.language.conditions import condition_words
from escalation_core.model.context import Modality, Place, Polarity
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import stem, words_in

_BEFORE = 40
_NEAR = 4
_EVER = 3e9
_ENDS = 8
_SHORT = 5
"""A sentence of so few words speaks of what the one before it says ("that is 17 days")."""
_DAY = 86400.0
_WORKDAYS = 5
_WEEK = 7
_OWN, _BESIDE, _LOG = 4, 2, 3
"""What ties a length to an event: its own sentence, the one beside it, the stamps of the log."""
_ROLES = (("beginnings", _NEAR), ("ends", 2), ("windows", 1))
"""What a word before a moment makes of it, and how near it must stand."""


def lengths(bound: Exceeds, situation: Situation, about: Sequence[Span]) -> Iterator[Figure]:
    """Every length of time that is told of what is said at these places, each with how closely it is tied to it."""
    ties: dict[int, int] = {}
    for span in about:
        for number, tie in _near(situation, span):
            ties[number] = max(tie, ties.get(number, 0))
    seen: set[tuple[Span, ...]] = set()
    for number, tie in ties.items():
        sentence = situation.sentences[number]
        for figure in (*_worded(bound, situation, sentence, tie), *_dated(bound, situation, sentence, tie)):
            if figure.spans not in seen:
                seen.add(figure.spans)
                yield figure
    yield from _logged(bound, situation, about)


def named_lengths(bound: Exceeds, situation: Situation, wanted: frozenset[str]) -> Iterator[Figure]:
    """Every length of time whose sentence or field shares words with what the criterion says lasts."""
    for number, sentence in enumerate(situation.sentences):
        label = situation.passages[sentence.passage].label if situation.passages else None
        said = {word.stem for word in sentence.words} | {word.stem for word in words_in(label or "", _all(label))}
        if len(sentence.words) <= _SHORT and number and situation.sentences[number - 1].passage == sentence.passage:
            said |= {word.stem for word in situation.sentences[number - 1].words}
        weight = shared(wanted, frozenset(said))
        opening = bool(wanted & _stems("opening") and said & _stems("opening"))
        if not weight and not opening:
            continue
        if not (wanted & _stems("opening")) or opening:
            yield from _worded(bound, situation, sentence, weight)
            for figure in _dated(bound, situation, sentence, weight + 1 + opening):
                if opening or _since(situation, figure.spans[0]):
                    yield figure


def other_lengths(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every length of time that the text tells of anything: in words, or since a moment."""
    for sentence in situation.sentences:
        yield from _worded(bound, situation, sentence, _BESIDE)
        yield from (one for one in _dated(bound, situation, sentence, _BESIDE) if _since(situation, one.spans[0]))


def _all(said: str | None) -> Span:
    return Span(0, len(said or ""))


def _near(situation: Situation, span: Span) -> Iterator[tuple[int, int]]:
    """The sentence of a stretch by number, and its neighbours in the same passage."""
    at = situation.number(span)
    if at is None:
        return
    own = situation.sentences[at]
    yield at, _OWN
    for near in (at + 1, at - 1):
        if 0 <= near < len(situation.sentences) and situation.sentences[near].passage == own.passage:
            yield near, _BESIDE


def _worded(bound: Exceeds, situation: Situation, sentence: Sentence, tie: int) -> Iterator[Figure]:
    for found in situation.mentions_in(sentence.span):
        if found.kind is MentionKind.DURATION and found.value != "age" and _lasts(situation, found):
            low, high = _in_bounds_unit(bound, found)
            yield Figure(low, high, (found.span,), tie, found.span.start)


def _in_bounds_unit(bound: Exceeds, found: Mention) -> tuple[float | None, float | None]:
    """Days of the calendar as working days: of five at least three are, where a criterion counts those."""
    if bound.unit != "working day" or found.low is None or found.value == "business":
        return found.low, found.high
    most = None if found.high is None else found.high
    return found.low * _WORKDAYS / _WEEK // _DAY * _DAY, most


def _dated(bound: Exceeds, situation: Situation, sentence: Sentence, tie: int) -> Iterator[Figure]:
    """From a moment named in a sentence until its own "until", or else until the end of what is told."""
    points = list(situation.time.within(sentence.span))
    roles = [_role(situation, point.span) for point in points]
    ends = [point for point, role in zip(points, roles, strict=True) if role == "ends"][:_ENDS]
    begins = [point for point, role in zip(points, roles, strict=True) if role in (None, "beginnings")]
    last = situation.time.end
    for start in begins:
        until = next((end for end in ends if end.at > start.at), None)
        end = until or last
        if end and start.at < end.at:
            low, high = elapsed(start, end, bound)
            place = crossed(situation, start.at, bound.low, start.span.start)
            spans = (start.span, end.span) if end.span.end > end.span.start else (start.span,)
            yield Figure(low, high, spans, tie + _since(situation, start.span), place)


def _logged(bound: Exceeds, situation: Situation, about: Sequence[Span]) -> Iterator[Figure]:
    """From the line of the log in which it is first told to the last line."""
    heads = [head for span in about if (head := situation.time.head(span.start))]
    last = situation.time.end
    if not heads or not last:
        return
    start = min(heads, key=lambda point: point.span.start)
    last = _over(situation, max(span.start for span in about)) or last
    if start.at < last.at:
        low, high = elapsed(start, last, bound)
        place = crossed(situation, start.at, bound.low, last.span.start)
        yield Figure(low, high, (start.span, last.span), _LOG, place)


def _over(situation: Situation, place: int) -> Point | None:
    """The stamp of the line behind a place in which it is said to be over."""
    for number in range((situation.number(Span(place, place)) or 0) + 1, len(situation.sentences)):
        sentence = situation.sentences[number]
        said = f" {' '.join(word.form for word in sentence.words)} "
        if any(f" {cue} " in said for cue in _words("restored")):
            context = situation.context(sentence.span)
            if context.polarity is Polarity.AFFIRMED and context.modality is Modality.ACTUAL:
                return situation.time.head(sentence.span.start)
    return None


def elapsed(start: Point, end: Point, bound: Exceeds) -> tuple[float, float]:
    """Seconds from one moment to another, at least and at most.

    A day without an hour is counted as the calendar does against a bound of days, and leaves all of its hours open
    against a bound of hours; where the bound counts working days, those alone, whole ones if no hour is told.
    """
    if bound.unit == "working day":
        worked = _worked(start, end)
        return worked, worked
    length = (end.at - start.at).total_seconds()
    if start.exact and end.exact:
        return length, length
    if (bound.low or bound.high or 0) >= 2 * _DAY:
        whole = (end.at.date() - start.at.date()).days * _DAY
        return whole, whole
    return max(0.0, length if start.exact else length - _DAY), length if end.exact else length + _DAY


def _worked(start: Point, end: Point) -> float:
    days = sum(
        (start.at + timedelta(days=number)).weekday() < _WORKDAYS
        for number in range(1, (end.at.date() - start.at.date()).days + 1)
    )
    if not (start.exact and end.exact):
        return days * _DAY
    clock = timedelta(hours=end.at.hour - start.at.hour, minutes=end.at.minute - start.at.minute)
    return max(0.0, days * _DAY + clock.total_seconds())


def crossed(situation: Situation, start: datetime, length: float | None, otherwise: int) -> int:
    """Where the text has come to when so many seconds have passed since `start`, in code points."""
    if length is None or length > _EVER:
        return otherwise
    stamps = situation.time.stamps
    at = bisect_left(stamps, start + timedelta(seconds=length), key=lambda point: point.at)
    return stamps[at].span.start if at < len(stamps) else otherwise


def _since(situation: Situation, span: Span) -> bool:
    """Whether a moment is one from which on something is so: "since" stands before it, or a word for a beginning."""
    return _role(situation, span) == "beginnings"


def _role(situation: Situation, span: Span) -> str | None:
    """What the nearest telling word before a moment makes of it: a beginning, an end, or a day to come or to count in."""
    start = max(situation.sentence(span).span.start, span.start - _BEFORE, 0)
    before = words_in(situation.text, Span(min(start, span.start), span.start))[-_NEAR:]
    for distance, word in enumerate(reversed(before)):
        for role, reach in _ROLES:
            if distance < reach and word.stem in _stems(role):
                return role
    return None


def _lasts(situation: Situation, found: Mention) -> bool:
    """Whether a length is told of what is or was so, not of a window, a plan or what is usual."""
    context = situation.context(found.span)
    before = words_in(situation.text, Span(max(0, found.span.start - _BEFORE), found.span.start))[-1:]
    return (
        context.modality is Modality.ACTUAL
        and context.place is not Place.BOILERPLATE
        and not any(word.form in _words("windows") for word in before)
    )


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in condition_words().measures[name])


def _words(name: str) -> frozenset[str]:
    return condition_words().measures[name]
