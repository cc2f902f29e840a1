"""Counts of people and things: as stated of what the criterion counts, with those who are only pointed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from escalation_core.facts.entered import entered
from escalation_core.facts.figure import Figure
from escalation_core.facts.listing import listed_days
from escalation_core.facts.nouns import around, asserted, interval, light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared

_OWN, _POINTED, _ANYBODY = 2, 2, 1
"""What ties a count to its head: the noun itself, "us" or "them", or any word for a person where people are counted."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the criterion counts: its noun, its further words, and whether people of any sort are meant."""

    head: frozenset[str]
    words: frozenset[str]
    people: bool
    persons: bool
    anybody: bool


def counts(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every count that could be meant; where several sorts of people are counted in one sentence, all of them."""
    head = stems(bound.unit)
    if not head:
        return
    wanted = _Wanted(
        head,
        stems(bound.noun),
        people=bool(shared(head, nouns("people"))),
        persons=bool(head & (nouns("persons") | nouns("users"))),
        anybody=bool(head & nouns("anybody")),
    )
    sorts: dict[Span, list[Mention]] = {}
    for found in situation.mentions:
        if found.value == "inner" or found.kind is not MentionKind.COUNT or not asserted(found, situation):
            continue
        tie = _tie(found, situation, wanted)
        if not tie:
            continue
        low, high = interval(found)
        near = tie + _affinity(found, situation, wanted)
        yield Figure(low, high, (found.span,), near if _told_of_it(found, situation, wanted) else 1, found.span.start)
        if wanted.anybody and not _pointing(found):
            sorts.setdefault(situation.sentence(found.span).span, []).append(found)
    for several in sorts.values():
        if len(several) > 1:
            yield _all_of(several)
    yield from entered(situation, head, wanted.words)
    if not wanted.people:
        yield from listed_days(bound, situation, wanted.words - nouns("light_verbs"))


def _all_of(several: list[Mention]) -> Figure:
    """ "Two adults and our twins"."""
    low = sum(found.low or 0.0 for found in several)
    high = None if any(found.high is None for found in several) else sum(found.high or 0.0 for found in several)
    spans = tuple(found.span for found in several)
    return Figure(low, high, spans, 2 * _OWN, spans[-1].start)


def _tie(found: Mention, situation: Situation, wanted: _Wanted) -> int:
    own = stems(found.unit)
    if shared(wanted.head, own):
        return _OWN
    if _pointing(found):
        return _POINTED if wanted.persons or shared(wanted.head, _around(situation, found)) else 0
    return _ANYBODY if wanted.anybody and own & nouns("persons") else 0


def _told_of_it(found: Mention, situation: Situation, wanted: _Wanted) -> bool:
    """Whether what the criterion says of them is said near by, in any of its words: not every guest is a guest who moves."""
    said = wanted.words - wanted.head - light() - nouns("light_verbs") - nouns("always")
    at = situation.number(found.span) or 0
    near = frozenset(word.stem for one in situation.sentences[max(0, at - 1) : at + 2] for word in one.words)
    return wanted.people or not said or bool(shared(said, near | stems(situation.passage(found.span).label)))


def _pointing(found: Mention) -> bool:
    return (found.unit or "").casefold() in condition_words().measures["us"]


def _affinity(found: Mention, situation: Situation, wanted: _Wanted) -> int:
    """How much speaks for this count's being meant: its own noun first, then the words of its sentence."""
    words = wanted.words - light()
    label = stems(situation.passage(found.span).label)
    return 2 * shared(wanted.words, stems(found.unit)) + shared(words, _around(situation, found) | label)


def _around(situation: Situation, found: Mention) -> frozenset[str]:
    """The words of its sentence, and of the one before where "it" or "them" points back."""
    said = frozenset(word.stem for word in around(situation, found.span))
    number = situation.number(found.span) or 0
    if not said & nouns("pointing") or not number:
        return said
    return said | frozenset(word.stem for word in around(situation, situation.sentences[number - 1].span))
