"""What a word of a criterion or a situation is counted among: contacts, people, times, words that say nothing."""

from bisect import bisect_left
from functools import cache
from math import inf

from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.language.measures import measure_words
from escalation_core.language.spelling import spelling
from escalation_core.model.context import Modality, Place
from escalation_core.model.mention import Mention
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import Word, stem, words_in

_BEFORE = 40
_REACH = 80
_WIDE = 40
_KIN = 20
"""A word of kin ties a figure as one of its own does so many characters further away."""
_BESIDE = 60
"""So many characters on either side of a figure say what it is told of."""


def stems(said: str | None) -> frozenset[str]:
    """The stems of what is said, without words that carry nothing."""
    if not said:
        return frozenset()
    empty = spelling().function_words
    return frozenset(word.stem for word in words_in(said, Span(0, len(said))) if word.form not in empty)


@cache
def nouns(name: str) -> frozenset[str]:
    """The stems of a table of words."""
    return frozenset(stem(word) for word in condition_words().measures[name])


@cache
def light() -> frozenset[str]:
    """The words of a criterion that say nothing of what is measured."""
    return stems(" ".join(condition_words().light | condition_words().loose))


def asserted(found: Mention, situation: Situation) -> bool:
    """Whether a figure is told as one of the case: not denied, not supposed, not in a footer."""
    context = situation.context(found.span)
    return (
        not _denied(found, situation)
        and context.modality in (Modality.ACTUAL, Modality.PLANNED)
        and context.place is not Place.BOILERPLATE
    )


def _denied(found: Mention, situation: Situation) -> bool:
    """Whether the figure itself is denied ("not 40"); what is denied of forty people still counts them."""
    before = words_in(situation.text, Span(max(0, found.span.start - _BEFORE), found.span.start))[-1:]
    return any(word.form in spelling().negators for word in before)


def around(situation: Situation, span: Span) -> tuple[Word, ...]:
    """The words of the sentence in which a stretch stands; of a very long one those near it."""
    words = situation.sentence(span).words
    if len(words) <= 2 * _WIDE:
        return words
    at = bisect_left(words, span.start, key=lambda word: word.span.start)
    return words[max(0, at - _WIDE) : at + _WIDE]


def before(situation: Situation, span: Span, count: int) -> list[Word]:
    """So many words before a stretch, in its sentence."""
    start = max(situation.sentence(span).span.start, span.start - _REACH)
    return list(words_in(situation.text, Span(min(start, span.start), span.start)))[-count:]


def behind(situation: Situation, span: Span, count: int) -> list[Word]:
    """So many words behind a stretch, in its sentence."""
    end = min(situation.sentence(span).span.end, span.end + _REACH)
    return list(words_in(situation.text, Span(span.end, max(end, span.end))))[:count]


def beside(situation: Situation, span: Span) -> tuple[Mention, ...]:
    """The figures near a stretch, in its sentence."""
    whole = situation.sentence(span).span
    return situation.mentions_in(Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH)))


def interval(found: Mention) -> tuple[float | None, float | None]:
    """What a figure says for certain: "several" and "a few" are more than one, and no one knows how many."""
    vague = set(measure_words()["numbers"]["vague"]) - {"couple"}
    if vague & set(found.quote.casefold().split()):
        return 2.0, None
    return found.low, found.high


def distance(situation: Situation, span: Span, wanted: frozenset[str]) -> float:
    """How many characters lie between a figure and the nearest of the words, in its sentence or the label of its field."""
    if shared(wanted, stems(situation.passage(span).label)):
        return 0.0
    gaps = (
        max(span.start - word.span.end, word.span.start - span.end) + (0 if word.stem in wanted else _KIN)
        for word in around(situation, span)
        if shared(wanted, frozenset({word.stem}))
    )
    return min((gap for gap in gaps if gap <= _BESIDE), default=inf)
