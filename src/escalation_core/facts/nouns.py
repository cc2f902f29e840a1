"""What a word of a criterion or a situation is counted among: contacts, people, times, words that say nothing."""

from functools import cache

from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.language.measures import measure_words
from escalation_core.language.spelling import spelling
from escalation_core.model.context import Modality, Place
from escalation_core.model.mention import Mention
from escalation_core.model.span import Span
from escalation_core.text.words import stem, words_in

_BEFORE = 40


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


def interval(found: Mention) -> tuple[float | None, float | None]:
    """What a figure says for certain: "several" and "a few" are more than one, and no one knows how many."""
    vague = set(measure_words()["numbers"]["vague"]) - {"couple"}
    if vague & set(found.quote.casefold().split()):
        return 2.0, None
    return found.low, found.high
