"""Figures: the quantities of a situation that could be what a criterion measures, stated, counted or computed."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

from escalation_core.facts.ages import ages
from escalation_core.facts.counting import counted
from escalation_core.facts.counts import counts
from escalation_core.facts.delays import delayed, delays
from escalation_core.facts.figure import Figure
from escalation_core.facts.lengths import lengths, named_lengths
from escalation_core.facts.nouns import asserted, light, nouns, stems
from escalation_core.facts.shares import shares
from escalation_core.facts.situation import Situation
from escalation_core.facts.sums import sums
from escalation_core.language.conditions import condition_words
from escalation_core.language.lexicon import included
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Polarity
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.signs import Strength
from escalation_core.text.words import Word, words_in

_ROOM = 24
_TOGETHER = 2
"""So many words of what is measured must stand together before a text speaks of it."""


def figures(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every figure that could be meant, in reading order; nothing where none is bound to what is measured."""
    match bound.measure:
        case "contacts" | "occurrences":
            yield from counted(bound, situation)
        case "age":
            yield from ages(bound, situation)
        case "time_until":
            yield from _until(bound, situation)
        case "notice":
            yield from _notices(situation)
        case "duration":
            yield from _durations(bound, situation)
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


def could_be_meant(bound: Exceeds, situation: Situation) -> bool:
    """Whether the text speaks at all of what is measured; what it never mentions did not happen.

    Measures that a case always has (its contacts, the customer's age or plan, whom it affects) are never ruled out so.
    """
    if bound.measure == "occurrences":
        return any(_repeated(word, situation) for sentence in situation.sentences for word in sentence.words)
    if bound.measure not in ("count", "share", "duration", "amount"):
        return True
    unit = stems(bound.unit)
    subject = stems(bound.noun) - light() - nouns("light_verbs")
    subject -= nouns("always") | unit if shared(unit, nouns("people")) else nouns("always") - unit
    if not subject:
        return True
    need = min(_TOGETHER, len(subject))
    return any(shared(subject, words) >= need for words in _windows(situation))


def _windows(situation: Situation) -> Iterator[frozenset[str]]:
    """The words of each sentence with those of the next, and of the label of its field."""
    said = [
        frozenset(word.stem for word in sentence.words) | stems(situation.passages[sentence.passage].label)
        for sentence in situation.sentences
    ]
    empty: frozenset[str] = frozenset()
    yield from (one | other for one, other in zip_longest(said, said[1:], fillvalue=empty))


def _repeated(word: Word, situation: Situation) -> bool:
    return word.stem in nouns("repeats") and situation.context(word.span).polarity is Polarity.AFFIRMED


def _until(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The time that is left: in words ("in 31 days", "two weeks to go"), or from now to a day that is yet to come."""
    now = situation.time.end
    wanted = stems(bound.noun)
    for found in situation.mentions:
        around = frozenset(word.stem for word in situation.sentence(found.span).words)
        weight = shared(wanted, around | stems(situation.passage(found.span).label))
        if not weight or not asserted(found, situation):
            continue
        if found.kind is MentionKind.DURATION and _ahead(situation, found):
            yield Figure(found.low, found.high, (found.span,), weight, found.span.start)
        if found.kind is MentionKind.MOMENT and now and found.value and not situation.time.is_head(found.span):
            moment = resolve(found.value, now.at)
            left = (moment - now.at).total_seconds() if moment else -1.0
            if left >= 0:
                yield Figure(left, left, (found.span,), weight + 1, found.span.start)


def _ahead(situation: Situation, found: Mention) -> bool:
    """Whether a length is told of what is still to come."""
    known = condition_words()
    text = situation.text
    before = " ".join(word.form for word in words_in(text, Span(max(0, found.span.start - _ROOM), found.span.start)))
    after = " ".join(word.form for word in words_in(text, Span(found.span.end, found.span.end + _ROOM)))
    behind = any(after == cue or after.startswith(cue + " ") for cue in known.until_after)
    return behind or any(before == cue or before.endswith(" " + cue) for cue in known.measures["still_ahead"])


def _notices(situation: Situation) -> Iterator[Figure]:
    """How long ago something was announced: in words, or from the day of the notice to what is told."""
    announced = nouns("announce")
    now = situation.time.end
    for sentence in situation.sentences:
        if not announced & {word.stem for word in sentence.words}:
            continue
        for found in situation.mentions_in(sentence.span):
            if found.kind is MentionKind.DURATION:
                yield Figure(found.low, found.high, (found.span,), 3, found.span.start)
        for point in situation.time.within(sentence.span):
            if now and point.at < now.at:
                ahead = (now.at - point.at).total_seconds()
                yield Figure(ahead, ahead, (point.span,), 3, point.span.start)


def _durations(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    wanted = stems(bound.noun)
    if delayed(bound):
        yield from delays(situation)
    if wanted - nouns("lasting"):
        yield from named_lengths(bound, situation, wanted)
    else:
        yield from lengths(bound, situation, _troubles(situation))


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
