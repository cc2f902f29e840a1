"""To whom an acknowledgment is addressed: their name, the reference of the case, and what they said in their own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation_core.facts.situation import Situation
from escalation_core.language.case import case_names
from escalation_core.model.context import Holder
from escalation_core.model.facts import Fact, FactKind
from escalation_core.text.words import words

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*\.?)(?:[ ](?:de|du|da|van|von|der|la|al|bin|di|del)(?=[ ]))*(?:[ ][A-ZÀ-Þ][\w’'-]*\.?)*"
)
_LONGEST_NAME = 40
_LONGEST_REFERENCE = 30
_LONGEST_WORDS = 140
_FEWEST, _MOST = 4, 24
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Addressee:
    """What of the case a letter names; None where the situation does not say."""

    name: str | None = None
    reference: str | None = None
    words: str | None = None


def addressee(situation: Situation, facts: tuple[Fact, ...]) -> Addressee:
    """The addressee of a case."""
    return Addressee(
        next(_names(facts), None),
        next(_references(situation, facts), None),
        next(_own_words(situation, facts), None),
    )


def _names(facts: tuple[Fact, ...]) -> Iterator[str]:
    """The contact's name as one would write it after a greeting, without role, bracket or "daughter"."""
    for fact in facts:
        if fact.kind is FactKind.CONTACT:
            said = " ".join(re.split(r"[(,;/|]", fact.quote, maxsplit=1)[0].split())
            match = _NAME.search(said)
            if (
                match
                and match.end() == len(said)
                and len(match.group()) <= _LONGEST_NAME
                and not match.group().isupper()
            ):
                yield match.group()


def _references(situation: Situation, facts: tuple[Fact, ...]) -> Iterator[str]:
    """The reference that is said to be the case's; otherwise the first that is told."""
    found = [fact for fact in facts if fact.kind is FactKind.REFERENCE and len(fact.quote) <= _LONGEST_REFERENCE]
    known = case_names()["before_reference"]
    for fact in found:
        before = words(situation.text[max(0, fact.span.start - _NEAR) : fact.span.start])[-3:]
        if any(word.form in known for word in before):
            yield " ".join(fact.quote.split())
    yield from (" ".join(fact.quote.split()) for fact in found)


def _own_words(situation: Situation, facts: tuple[Fact, ...]) -> Iterator[str]:
    """A whole sentence of the customer's own that says what happened or what it does to them."""
    for fact in facts:
        if fact.kind not in {FactKind.ISSUE, FactKind.IMPACT}:
            continue
        sentence = situation.sentence(fact.span)
        said = " ".join(situation.quote(sentence.span).split()).rstrip(".!… ")
        own = situation.passage(fact.span).holder is Holder.CUSTOMER and fact.span.start == sentence.span.start
        if own and said[:1].isupper() and len(said) <= _LONGEST_WORDS and _FEWEST <= len(sentence.words) <= _MOST:
            yield said
