"""Figures: the quantities of a situation that could be what a criterion measures, stated, counted or computed."""

from collections.abc import Iterator
from typing import assert_never

from escalation_core.facts.ages import ages
from escalation_core.facts.ahead import notices, until
from escalation_core.facts.between import between
from escalation_core.facts.counting import counted
from escalation_core.facts.counts import counts
from escalation_core.facts.delays import delayed, delays
from escalation_core.facts.excess import excess
from escalation_core.facts.figure import Figure
from escalation_core.facts.lengths import lengths, named_lengths, other_lengths
from escalation_core.facts.nouns import nouns, stems
from escalation_core.facts.shares import shares
from escalation_core.facts.situation import Situation
from escalation_core.facts.sizes import sizes
from escalation_core.facts.sums import sums
from escalation_core.facts.tenure import tenures
from escalation_core.language.conditions import condition_words
from escalation_core.language.lexicon import included
from escalation_core.model.context import Polarity
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.signs import Strength

_LONG = 300 * 86400.0
"""A bound of so many seconds on nothing that is named is on how long somebody has been a customer."""


def figures(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every figure that could be meant, in reading order; nothing where none is bound to what is measured."""
    match bound.measure:
        case "contacts" | "occurrences":
            yield from counted(bound, situation)
        case "age":
            yield from ages(bound, situation)
        case "time_until":
            yield from until(bound, situation)
        case "notice":
            yield from notices(bound, situation)
        case "excess" | "excess_share":
            yield from excess(bound, situation)
        case "between":
            yield from between(bound, situation)
        case "duration":
            yield from _durations(bound, situation)
        case "size":
            yield from sizes(bound, situation)
        case _:
            yield from _valued(bound, situation)


def _valued(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    match bound.quantity:
        case "money":
            yield from sums(bound, situation)
        case "share":
            yield from shares(bound, situation)
        case "duration":
            yield from _durations(bound, situation)
        case "count" | "number":
            yield from counts(bound, situation)
        case unreachable:
            assert_never(unreachable)


def _durations(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    wanted = stems(bound.noun)
    if delayed(bound):
        yield from delays(situation)
    if (bound.low or bound.high or 0.0) >= _LONG and not wanted - nouns("lasting") - nouns("tenure"):
        yield from tenures(situation)
        return
    if wanted - nouns("lasting"):
        yield from named_lengths(bound, situation, wanted)
    else:
        found = list(lengths(bound, situation, _troubles(situation)))
        yield from found or other_lengths(bound, situation)


def _troubles(situation: Situation) -> list[Span]:
    """Where the text says that something is wrong, for criteria that only say how long "it" lasts."""
    names = {name for wide in condition_words().measures["trouble"] for name in included(wide)}
    return [
        sign.span
        for sign in situation.signs
        if sign.concept in names
        and sign.strength is Strength.SHOWN
        and situation.context(sign.span, sign.pieces).polarity is Polarity.AFFIRMED
    ]
