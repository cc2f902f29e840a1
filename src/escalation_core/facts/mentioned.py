"""Whether a text speaks of what a criterion measures at all: what it never mentions did not happen."""

from collections.abc import Iterator
from itertools import zip_longest

from escalation_core.facts.delays import delayed
from escalation_core.facts.excess import sums_told
from escalation_core.facts.nouns import light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.facts.sums import OPEN, roles
from escalation_core.measures.sizes import alike
from escalation_core.model.context import Place, Polarity
from escalation_core.model.mention import MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.text.kinship import shared
from escalation_core.text.words import Word

_TOGETHER = 2
"""So many words of what is measured must stand together before a text speaks of it."""
_NUMERALS = frozenset("ivx")
_RULED_OUT = ("count", "share", "duration", "amount", "notice", "between", "time_until", "age")


def could_be_meant(bound: Exceeds, situation: Situation) -> bool:
    """Whether the text speaks at all of what is measured.

    Measures that a case always has (its contacts, the customer's age or plan, whom it affects, what its order cost)
    are never ruled out so.
    """
    if bound.measure == "occurrences":
        return any(_repeated(word, situation) for sentence in situation.sentences for word in sentence.words)
    if bound.measure in ("excess", "excess_share"):
        return _of_a_difference(bound, situation)
    if bound.measure == "size":
        return _of_size(bound, situation)
    if bound.measure not in _RULED_OUT or (bound.measure == "between" and stems(bound.noun) & nouns("tenure_begins")):
        return True
    if delayed(bound):
        return any(nouns("late") & words for words in _windows(situation))
    if bound.quantity == "money":
        return _of_money(bound, roles(stems(bound.noun)), situation)
    unit = stems(bound.unit)
    subject = stems(bound.noun) - light() - nouns("light_verbs")
    people = bool(shared(unit, nouns("people")))
    subject -= nouns("always") | unit if people else nouns("always") - unit
    subject -= nouns("persons") if bound.measure == "age" else frozenset()
    if not subject or (bound.measure == "age" and len(subject) < _TOGETHER):
        return True
    need = min(_TOGETHER, len(subject))
    # Things are counted in any text: only the criterion's own words say that those are meant.
    alike = people or bound.quantity != "count"
    said = (shared(subject, words) if alike else len(subject & words) for words in _windows(situation))
    return any(count >= need for count in said)


def _of_a_difference(bound: Exceeds, situation: Situation) -> bool:
    """Whether the text speaks of something agreed, or gives sums that may be compared."""
    if any(nouns("agreed") & words for words in _windows(situation)):
        return True
    return len(sums_told(bound, situation)) >= _TOGETHER


def _of_size(bound: Exceeds, situation: Situation) -> bool:
    """Whether the text speaks of the thing that is measured, or gives a size of that kind."""
    subject = stems(bound.noun) - light() - nouns("light_verbs") - nouns("persons")
    need = min(_TOGETHER, len(subject))
    given = any(alike(found.unit, bound.unit) for found in situation.mentions)
    said = (word for sentence in situation.sentences for word in sentence.words if word.stem in subject)
    told = {word.stem for word in said if situation.context(word.span).polarity is Polarity.AFFIRMED}
    return given or len(told) >= need


def _of_money(bound: Exceeds, own: frozenset[str], situation: Situation) -> bool:
    """Whether such a sum is spoken of: a claim needs a sum, a bill or a loss its word, a price what is bought."""
    if not own:
        subject = stems(bound.noun) - light() - nouns("light_verbs") - nouns("always") - nouns("together")
        return not subject or any(found.kind is MentionKind.MONEY for found in situation.mentions)
    if "claimed" in own:
        return any(found.kind is MentionKind.MONEY for found in situation.mentions)
    if not own & OPEN:
        return any(own & roles(words) for words in _windows(situation))
    bought = stems(bound.noun) - light() - nouns("light_verbs") - nouns("always") - nouns("persons")
    bought -= frozenset(word for role in own for word in nouns(role))
    bought = frozenset(word for word in bought if not set(word) <= _NUMERALS)
    return not bought or any(shared(bought, words) for words in _windows(situation))


def _windows(situation: Situation) -> Iterator[frozenset[str]]:
    """The words of each sentence with those of the next, and of the label of its field."""
    said = [
        frozenset(word.stem for word in sentence.words) | stems(situation.passages[sentence.passage].label)
        for sentence in situation.sentences
        if situation.passages[sentence.passage].place not in (Place.SIGNATURE, Place.BOILERPLATE)
    ]
    empty: frozenset[str] = frozenset()
    yield from (one | other for one, other in zip_longest(said, said[1:], fillvalue=empty))


def _repeated(word: Word, situation: Situation) -> bool:
    return word.stem in nouns("repeats") and situation.context(word.span).polarity is Polarity.AFFIRMED
