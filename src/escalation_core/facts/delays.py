"""Delays: from when something was due until it happened, or until now where it has not."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import before, behind, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Place
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span

_DAY = 86400.0
_NEAR = 6
_HAPPENED, _PENDING = 5, 4
_EARLY = 16 * 3600.0
"""A clock time so far behind another is before it."""
_REACH = 1200
"""So far behind what was due stands what came of it, in characters."""
_ANY_DAY = datetime(2025, 7, 1, 23, 59)


@dataclass(frozen=True, slots=True)
class _At:
    found: Mention
    value: str


def delayed(bound: Exceeds) -> bool:
    """Whether the criterion measures how late something is."""
    return bool(stems(bound.noun) & nouns("late"))


def delays(situation: Situation) -> Iterator[Figure]:
    """Every delay that two moments tell: due and happened, or due and now."""
    moments = [_At(found, found.value) for found in situation.mentions if _told(situation, found) and found.value]
    due = [one for one in moments if _cued(situation, one.found, "planned")]
    planned = frozenset(one.found.span for one in due)
    others = [one for one in moments if one.found.span not in planned]
    happened = frozenset(one.found.span for one in others if _cued(situation, one.found, "happened"))
    for one in due:
        later = _later(situation, one, others, happened)
        gaps = [gap for other in later if (gap := _gap(situation, one, other)) is not None and gap > 0]
        if gaps:
            spans = tuple(sorted((one.found.span, later[0].found.span)))
            yield Figure(gaps[0], gaps[0], spans, _HAPPENED, spans[-1].start)
        elif not later:
            yield from _pending(situation, one)


def _told(situation: Situation, found: Mention) -> bool:
    context = situation.context(found.span)
    return found.kind is MentionKind.MOMENT and context.place not in (Place.QUOTED_REPLY, Place.BOILERPLATE)


def _cued(situation: Situation, found: Mention, name: str) -> bool:
    """Whether the words before a moment, the label of its field, or those behind the stamp of a line say so."""
    passage = situation.passage(found.span)
    if passage.place is Place.FIELD and stems(passage.label) & nouns(name):
        return True
    known = condition_words().measures
    if situation.time.is_head(found.span):
        return bool({word.form for word in behind(situation, found.span, 2)} & known[name])
    said = [word.form for word in before(situation, found.span, _NEAR)]
    if " ".join(said[-2:]) in known["happened"]:
        return name == "happened"
    return next((form in known[name] for form in reversed(said) if form in known["planned"] | known["happened"]), False)


def _later(situation: Situation, due: _At, others: Sequence[_At], happened: frozenset[Span]) -> list[_At]:
    """What came of it: a moment of the same sentence, or else one that is said to have come, behind it or before."""
    sentence, place = situation.sentence(due.found.span).span, due.found.span.start
    low = bisect_left(others, place - _REACH, key=lambda one: one.found.span.start)
    near = others[low : bisect_left(others, place + _REACH, key=lambda one: one.found.span.start)]
    same = [one for one in near if sentence.holds(one.found.span) and _clock(one.value) == _clock(due.value)]
    come = [one for one in near if one.found.span in happened]
    behind = [one for one in come if one.found.span.start > place]
    return [one for one in same if one in come] or same or behind or come[-1:]


def _gap(situation: Situation, due: _At, other: _At) -> float | None:
    """The seconds between; of two clock times without days the second is the next after the first."""
    if _clock(due.value) and _clock(other.value):
        one, two = _seconds(due.value), _seconds(other.value)
        spoken = not any(":" in at.found.quote or "." in at.found.quote for at in (due, other))
        gap = (two - one) % (_DAY / 2 if spoken else _DAY)
        return gap if spoken or gap < _EARLY else gap - _DAY
    now = situation.time.end.at if situation.time.end else _ANY_DAY
    first, second = resolve(due.value, now + timedelta(days=3)), resolve(other.value, now + timedelta(days=3))
    if first is None or second is None or _clock(due.value) or _clock(other.value):
        return None
    if "T" in due.value and "T" in other.value:
        return (second - first).total_seconds()
    return (second.date() - first.date()).days * _DAY


def _pending(situation: Situation, due: _At) -> Iterator[Figure]:
    now = situation.time.end
    if now is None or situation.time.guessed:
        return
    moment = resolve(due.value, now.at)
    if moment is None or moment > now.at:
        return
    whole = (now.at.date() - moment.date()).days * _DAY
    gap = (now.at - moment).total_seconds() if "T" in due.value or _clock(due.value) else whole
    yield Figure(gap, gap, (due.found.span,), _PENDING, due.found.span.start)


def _clock(value: str) -> bool:
    return value[2:3] == ":"


def _seconds(value: str) -> float:
    hours, minutes, seconds = value.split(":")
    return int(hours) * 3600.0 + int(minutes) * 60.0 + float(seconds)
