"""Sums of money: each that could be meant, as it stands, by the year or month that is asked, or added up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import around, asserted, before, behind, interval, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import Word, words_in

_PER = {"year": 12.0, "month": 1.0, "week": 12 / 52, "day": 12 / 365, "hour": 12 / (365 * 24)}
"""How many months' worth one of each is the price of."""
_PERIODS = {"year": 365 * 86400.0, "month": 365 * 7200.0, "week": 7 * 86400.0, "day": 86400.0, "hour": 3600.0}
_COINS = re.compile(r"\d+[.,]\d\d|\d+(?:[.,]\d+)?[kK]")
_ROLES = ("claimed", "priced", "billed", "earned", "held", "taken", "owed")
CLOSED = frozenset({"claimed", "taken", "owed"})
OPEN = frozenset({"priced", "earned", "held"})
_GOODS = frozenset({"priced", "billed"})
"""What a sum may be: claimed, taken away, owed, where its items are added up and where there may be none; or the price
of goods, a bill, what a contract earns, of which every case has one."""
_BOUND = 2
_FEW = 4
_BACK, _ON = 400, 200
_BARE = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_FIELDS = 60
"""Fields stand at the head of a text: among so many of its figures they are looked for."""
_LEAST = 10.0
_YEAR = 12
"""What is paid by the month is reckoned for so many, where the most is asked that all may come to."""
_NIGHT = 86400.0
_HOURS = 24
"""A smaller number with two decimals may be a time of day."""
_SEVERAL = -1.0
"""A price for one, of which nobody says how many there are."""


@dataclass(frozen=True, slots=True)
class _Sum:
    found: Mention
    low: float | None
    high: float | None
    weight: int
    passage: int
    whole: bool


def sums(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every sum that could be meant; where items are to be taken together, what they come to."""
    wanted = stems(bound.noun) - nouns("light_verbs")
    own = roles(wanted)
    read = [one for found in situation.mentions if (one := _read(bound, situation, found, wanted, own))]
    told = [one for one in read if one.weight >= _BOUND]
    if told and (own & CLOSED or _together(bound)) and not stems(bound.noun) & nouns("single"):
        yield _added(told, bound)
        return
    for one in told:
        yield Figure(one.low, one.high, (one.found.span,), one.weight, one.found.span.start)
    if told:
        return
    if own & CLOSED:
        read = [one for found in situation.mentions if (one := _read(bound, situation, found, frozenset(), own))]
    if own & _GOODS:
        read = [one for found in situation.mentions if (one := _read(bound, situation, found, frozenset(), own))]
        yield from _priced(bound, situation, read)
    elif read:
        yield replace(_added(read, bound), low=None, weight=1)
    elif own & CLOSED or _together(bound):
        yield from _at_most(bound, situation)


def _at_most(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """What all sums come to that a text lists, bare numbers too: where that is not enough, none of them is."""
    told = [
        found
        for found in situation.mentions
        if (found.kind is MentionKind.MONEY or (found.kind is MentionKind.NUMBER and _BARE.fullmatch(found.quote)))
        and (found.high or 0.0) >= _LEAST
    ]
    total = sum((found.high or 0.0) * (_YEAR if found.per in _PER else 1.0) for found in told)
    if len(told) >= _FEW and bound.low is not None and total < bound.low:
        yield Figure(0.0, total, tuple(found.span for found in told), 1, told[-1].span.start)


def _priced(bound: Exceeds, situation: Situation, read: Sequence[_Sum]) -> Iterator[Figure]:
    """What goods cost that are told with their prices and no more: what one sentence lists, at least."""
    read = [one for one in read if not roles(_said(situation, one.found)) - _GOODS]
    if read:
        lists: dict[int | None, float] = {}
        for one in read:
            at = situation.number(one.found.span)
            lists[at] = lists.get(at, 0.0) + (one.low or 0.0)
        total = _added(read, bound)
        yield replace(
            total, low=max(lists.values()), high=total.high and max(total.high, *lists.values()), weight=_BOUND
        )


def _said(situation: Situation, found: Mention) -> frozenset[str]:
    return frozenset(word.stem for word in around(situation, found.span))


def sums_beside(bound: Exceeds, situation: Situation, about: Sequence[Span]) -> Iterator[Figure]:
    """What the sums told beside an event may come to: the largest of them at least, all together at most."""
    numbers = {number + step for span in about if (number := situation.number(span)) is not None for step in (-1, 0, 1)}
    read = [
        one
        for found in situation.mentions
        if situation.number(found.span) in numbers and (one := _read(bound, situation, found, frozenset(), frozenset()))
    ]
    if not read:
        return
    total = _added(read, bound)
    lows = [one.low for one in read if one.low is not None]
    together = _together(bound) or len(total.spans) == 1
    yield replace(total, low=total.low if together else max(lows, default=None), weight=_BOUND)


def _read(
    bound: Exceeds, situation: Situation, found: Mention, wanted: frozenset[str], own: frozenset[str]
) -> _Sum | None:
    """A sum in the terms of the bound, with how much speaks for its being meant; nothing where it is of another kind."""
    coins = found.kind is MentionKind.NUMBER and bool(_COINS.fullmatch(found.quote)) and (found.low or 0) >= _HOURS
    if not (found.kind is MentionKind.MONEY or coins) or not asserted(found, situation):
        return None
    if (bound.unit and found.unit and bound.unit != found.unit) or (coins and bound.per):
        return None
    scale = _scale(bound, found, situation, own)
    if scale is None:
        return None
    sentence = situation.sentence(found.span)
    said = frozenset(word.stem for word in _around(situation, found))
    said |= stems(situation.passage(found.span).label)
    said |= _wish(situation, sentence) if "claimed" in own else frozenset()
    weight = shared(wanted, said) + 2 * bool(own & roles(said)) + bool(bound.per and found.per)
    if not weight and wanted:
        return None
    low, high = interval(found)
    if scale == _SEVERAL:
        return _Sum(found, low, None, weight, sentence.passage, whole=False)
    low, high = (None if end is None else end * scale for end in (low, high))
    return _Sum(found, low, high, weight, sentence.passage, _whole(situation, sentence, found))


def _around(situation: Situation, found: Mention) -> Iterator[Word]:
    """The words of the sentence, and of the one before where this one points back or goes on ("it is for", "in addition")."""
    sentence, near = situation.sentence(found.span), around(situation, found.span)
    yield from near
    number = situation.number(sentence.span) or 0
    before = situation.sentences[number - 1] if number else None
    opening = {word.form for word in sentence.words[:_FEW]}
    if before and before.passage == sentence.passage and opening & _linking():
        yield from around(situation, before.span)


def _wish(situation: Situation, sentence: Sentence) -> frozenset[str]:
    """The words of the next sentence, where a claim may follow on what it is for: "… . I want that back"."""
    at = (situation.number(sentence.span) or 0) + 1
    behind_it = situation.sentences[at : at + 1]
    return frozenset(word.stem for one in behind_it for word in one.words if word.stem in nouns("claimed"))


def _linking() -> frozenset[str]:
    known = condition_words().measures
    return known["going_on"] | known["pointing"]


def roles(said: frozenset[str]) -> frozenset[str]:
    """What sums may be that are told in such words."""
    return frozenset(role for role in _ROLES if said & nouns(role))


def _together(bound: Exceeds) -> bool:
    return bool(stems(f"{bound.noun or ''} {bound.quote}") & nouns("together"))


def _scale(bound: Exceeds, found: Mention, situation: Situation, own: frozenset[str]) -> float | None:
    """By what a sum must be taken to be in the terms of the bound."""
    if found.per == bound.per:
        return 1.0
    if found.per in ("head", "seat", "item", "night"):
        again = _again(found, situation) if bound.per in _PER else None
        many = _heads(found, situation)
        if bound.per and not (again and many):
            return None
        return (many or _SEVERAL) * (_PER[bound.per or ""] / _PER[again] if again else 1.0)
    if bound.per in _PER and found.per in _PER:
        return _PER[bound.per] / _PER[found.per]
    if found.per in _PER and bound.per is None:
        plain = 1.0 if "earned" in own or (found.per == "year" and own & _GOODS) else None
        return plain or _paid_for(found, situation)
    return 1.0 if found.per is None else None


def _again(found: Mention, situation: Situation) -> str | None:
    """How often a price for one is paid: "$38 per seat per month"."""
    said = {word.form for word in behind(situation, found.span, _FEW)}
    return next((name for name in _PER if name in said), None)


def _paid_for(found: Mention, situation: Situation) -> float | None:
    """How often a sum was paid that is told by the month or week: "£40 a month for two years"."""
    period = _PERIODS[found.per or "year"]
    at = situation.number(found.span) or 0
    for sentence in situation.sentences[at : at + 2]:
        for other in situation.mentions_in(sentence.span):
            ahead = {word.form for word in before(situation, other.span, 1)}
            lasting = other.kind is MentionKind.DURATION and (other.low or 0.0) > period and other.low == other.high
            if lasting and ahead & condition_words().measures["paid_for"]:
                return float(round((other.low or 0.0) / period))
    return None


def _heads(found: Mention, situation: Situation) -> float | None:
    """For how many a price for one is told: the people or things counted nearest before it, or else behind it."""
    at = situation.number(found.span) or 0
    near = situation.sentences[max(0, at - 3) : at + 2]
    start, end = max(near[0].span.start, found.span.start - _BACK), min(near[-1].span.end, found.span.end + _ON)
    many = [
        other
        for other in situation.mentions_in(Span(start, max(start, end)))
        if _many(found, other) and (other.low or 0) >= 1 and other.low == other.high
    ]
    ahead = [other for other in many if other.span.start < found.span.start]
    first = situation.mentions[:_FIELDS]
    fields = [one for one in first if one.kind is MentionKind.NUMBER and _entered(one, situation)]
    nearest = ahead[-1] if ahead else next(iter([*many, *fields]), None)
    if nearest is None or nearest.low is None:
        return None
    return nearest.low / _NIGHT if nearest.kind is MentionKind.DURATION else nearest.low


def _entered(found: Mention, situation: Situation) -> bool:
    """Whether a field is for the number of those who use it: "Seats: 140"."""
    passage = situation.passage(found.span)
    told = stems(passage.label) & (nouns("users") | nouns("people"))
    return bool(told) and passage.body.start <= found.span.start <= passage.body.start + _FEW


def _many(found: Mention, other: Mention) -> bool:
    if found.per == "night":
        nights = other.kind is MentionKind.DURATION and found.per in other.quote.casefold()
        return nights and (other.span.start < found.span.start or (other.low or 0.0) > _NIGHT)
    told = stems(other.unit)
    return other.kind is MentionKind.COUNT and bool(
        (other.unit or "") in condition_words().measures["us"] or told & (nouns("people") | nouns("persons"))
    )


def _whole(situation: Situation, sentence: Sentence, found: Mention) -> bool:
    """Whether a sum is said to be the whole of what stands before it ("that makes £90", "in all £90", "total: £90")."""
    label = stems(situation.passage(found.span).label)
    start = max(sentence.span.start, found.span.start - 40)
    before = {
        word.stem for word in words_in(situation.text, Span(min(start, found.span.start), found.span.start))[-_FEW:]
    }
    return bool((before | label) & nouns("together"))


def _added(told: Sequence[_Sum], bound: Exceeds) -> Figure:
    """What the items come to: in one passage together for certain, over several passages perhaps the same ones again."""
    best = max(one.weight for one in told)
    whole = [one for one in told if one.whole]
    if whole:
        last = whole[-1]
        return Figure(last.low, last.high, (last.found.span,), best, last.found.span.start)
    within: dict[int, float] = {}
    for one in told:
        within[one.passage] = within.get(one.passage, 0.0) + (one.low or 0.0)
    distinct = {(one.low, one.high): one for one in told}.values() if len(within) > 1 else told
    ends = [one.high for one in distinct]
    high = None if None in ends else sum(end for end in ends if end is not None)
    low = max(within.values())
    spans = tuple(one.found.span for one in told)
    return Figure(low, None if high is None else max(low, high), spans, best, _reached(told, bound))


def _reached(told: Sequence[_Sum], bound: Exceeds) -> int:
    """Where the sums have come to the bound, added up in reading order."""
    total = 0.0
    for one in told:
        total += one.low or 0.0
        if bound.low is not None and total >= bound.low:
            return one.found.span.start
    return told[-1].found.span.start
