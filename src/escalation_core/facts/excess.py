"""How far one sum lies from another: "£172 over the estimate", or an estimate of £240 and a bill of £412."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, before, behind, distance, light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import words_in

_SAID, _RECKONED, _GUESSED, _SUPPOSED = 4, 3, 2, 1
_FEW = 5
"""So many words behind a figure say above what it lies."""
_CLOSE = 3
"""So many words before a bare number say that it is a sum; so many stand between the members of a list at the most."""
_LEAST = 10.0
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_PAIR = 2
_FOLD = 5.0
"""Of two sums the one that is more than so many times the other is no price for the same."""
_LAST = 60
"""Of so many figures the last are compared."""
_MANY = 12
"""Of more sums no two are compared that nothing ties together."""


def excess(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The difference as it is told, or between the sum beside words for what was to be and that for what came to be."""
    kind = MentionKind.MONEY if bound.quantity == "money" else MentionKind.SHARE
    for found in situation.mentions:
        if found.kind is kind and asserted(found, situation) and _above(situation, found):
            yield Figure(found.low, found.high, (found.span,), _SAID, found.span.start)
    told = sums_told(bound, situation)
    for one, other in (("agreed", "asked_for"), ("to_be", "came_to_be")):
        if pair := _nearest(_nearer(situation, told, one, other), _nearer(situation, told, other, one)):
            yield _between(situation, bound, told, pair, loose=one == "to_be")
            return
    subject = stems(bound.noun) - light() - nouns("above") - nouns("below")
    topic = any(shared(subject, frozenset(word.stem for word in one.words)) for one in situation.sentences)
    yield from _any_two(bound, told, topical=topic)


def _any_two(bound: Exceeds, told: Sequence[Mention], *, topical: bool) -> Iterator[Figure]:
    """The difference of the only two sums that are told; of several, from the least to the greatest there may be."""
    values = {found.low: found for found in told}
    if not _PAIR <= len(values) <= _MANY:
        return
    pairs = [_apart(bound, (one,), (other,)) for one, other in combinations(values.values(), 2)]
    spans = tuple(sorted(found.span for found in values.values()))
    sure = _GUESSED if len(pairs) == 1 and topical else _SUPPOSED
    yield Figure(min(pairs), max(pairs), spans, sure, spans[-1].start)


def _between(
    situation: Situation, bound: Exceeds, told: Sequence[Mention], pair: tuple[Mention, Mention], *, loose: bool
) -> Figure:
    """How far they lie apart; where only loose words say the contrary of the criterion, it may be the other way round."""
    agreed, asked = (_row(situation, told, found) for found in pair)
    value = _apart(bound, agreed, asked)
    spans = tuple(sorted(found.span for found in (*agreed, *asked)))
    if value:
        return Figure(value, value, spans, _RECKONED, spans[-1].start)
    wide = _apart(replace(bound, noun=None), agreed, asked)
    return Figure(value, wide if loose else value, spans, _SUPPOSED, spans[-1].start)


def _apart(bound: Exceeds, agreed: Sequence[Mention], asked: Sequence[Mention]) -> float:
    """How far the one lies from the other, in the direction that the bound names, if it names any."""
    one, other = (sum(found.low or 0.0 for found in several) for several in (agreed, asked))
    said, over = stems(bound.noun), other - one
    up, down = bool(said & nouns("above")), bool(said & nouns("below"))
    over = abs(over) if up is down or len({*agreed, *asked}) < _PAIR else max(0.0, over if up else -over)
    return over if bound.quantity == "money" else 100.0 * over / (one or 1.0)


def sums_told(bound: Exceeds, situation: Situation) -> list[Mention]:
    """The sums of the text, with bare numbers behind words for a sum where the text tells of money at all."""
    found = [one for one in situation.mentions if one.low and asserted(one, situation)][-_LAST:]
    money = [one for one in found if one.kind is MentionKind.MONEY]
    units = {one.unit for one in money} | ({bound.unit} if bound.quantity == "money" else set())
    bare = [one for one in found if one.kind is MentionKind.NUMBER and _bare(situation, one)]
    near = [one for one in bare if any(_alike(one, other) for other in money or bare if other is not one)]
    return sorted([*money, *near], key=lambda one: one.span) if len(units) <= _PAIR else money


def _bare(situation: Situation, found: Mention) -> bool:
    """Whether a number without unit is a sum: "they sent 810"."""
    if found.unit or (found.low or 0) < _LEAST or not _PLAIN.fullmatch(found.quote):
        return False
    return bool(condition_words().measures["paying"] & {word.form for word in before(situation, found.span, _PAIR)})


def _above(situation: Situation, found: Mention) -> bool:
    """Whether a figure is itself told as a difference: "£60 over the estimate", "£60 too much", "£60 short"."""
    words = behind(situation, found.span, _FEW)
    over = any(word.stem in nouns("above") for word in words[:2]) and any(
        word.stem in nouns("agreed") for word in words
    )
    ahead = {word.form for word in before(situation, found.span, _CLOSE)}
    known = condition_words().measures
    return over or bool(known["apart_behind"] & {word.form for word in words[:1]} or known["apart_before"] & ahead)


def _nearer(situation: Situation, told: Sequence[Mention], own: str, rival: str) -> list[Mention]:
    """The sums that stand nearer to words of the one kind than to those of the other."""
    return [
        found
        for found in told
        if distance(situation, found.span, nouns(own)) < distance(situation, found.span, nouns(rival))
    ]


def _nearest(agreed: Sequence[Mention], asked: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Of two kinds of sums those that stand nearest to each other; of several such the last."""
    pairs = [(one, other) for one in agreed for other in asked if _alike(one, other)]
    return min(pairs[::-1], key=lambda pair: abs(pair[0].span.start - pair[1].span.start), default=None)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two sums may be prices for the same thing: neither is many times the other."""
    low, high = sorted((one.low or 0.0, other.low or 0.0))
    return high <= _FOLD * low


def _row(situation: Situation, told: Sequence[Mention], found: Mention) -> tuple[Mention, ...]:
    """A sum with those that are listed with it."""
    at = told.index(found)
    first, last = at, at
    while first and _listed(situation, told[first - 1], told[first]):
        first -= 1
    while last + 1 < len(told) and _listed(situation, told[last], told[last + 1]):
        last += 1
    return tuple(told[first : last + 1])


def _listed(situation: Situation, one: Mention, other: Mention) -> bool:
    """Whether the second follows on the first in a list: "the coat (£120) and boots (£85)"."""
    gap = Span(one.span.end, max(one.span.end, other.span.start))
    said = [word.form for word in words_in(situation.text, gap)]
    joins = condition_words().measures["adding"]
    marks = "," in gap.of(situation.text) or bool(joins & set(said))
    same = situation.number(one.span) == situation.number(other.span)
    roles = condition_words().measures["to_be"] | condition_words().measures["came_to_be"]
    return same and marks and len(said) <= _CLOSE and not roles & set(said)
