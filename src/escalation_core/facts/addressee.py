"""To whom an acknowledgment is addressed: their name, the reference of the case, and how they headed their message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation_core.facts.situation import Situation
from escalation_core.language.case import case_cues, case_names
from escalation_core.model.context import Holder, Place
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.mention import MentionKind
from escalation_core.text.words import words

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*\.?)(?:[ ](?:de|du|da|van|von|der|la|al|bin|di|del)(?=[ ]))*(?:[ ][A-ZÀ-Þ][\w’'-]*\.?)*"
)
_GREETING = re.compile(r"\s*(?:[Gg]ood )?(\w+),? ([A-ZÀ-Þ][\w’'-]*)")
_LABEL = re.compile(r"[ \t]*:")
"""What follows a word that is the label of the next field, and no part of a name."""
_LOUD = re.compile(r"[!?]|[A-ZÀ-Þ]{4}")
_LONGEST_NAME = 40
_LONGEST_REFERENCE = 30
_FEWEST, _MOST = 2, 12
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Addressee:
    """What of the case a letter names; None where the situation does not say."""

    name: str | None = None
    reference: str | None = None
    subject: str | None = None


def addressee(situation: Situation, facts: tuple[Fact, ...]) -> Addressee:
    """The addressee of a case."""
    return Addressee(
        next(_names(situation, facts), None),
        next(_references(situation, facts), None),
        next(_subjects(situation), None),
    )


def _names(situation: Situation, facts: tuple[Fact, ...]) -> Iterator[str]:
    """The contact's name as one would write it after a greeting, where the text leaves no doubt that it is theirs."""
    met = [fact for fact in facts if fact.kind is FactKind.CONTACT and not fact.quote[:1].isdigit()]
    meant = [fact for fact in facts if fact.kind is FactKind.CUSTOMER and fact.quote in {one.quote for one in met}]
    for fact in (*met, *(meant if met else facts)):
        meets = fact.kind in {FactKind.CONTACT, FactKind.CUSTOMER}
        if meets and (_introduced(situation, fact) or _greeted(situation, fact.quote)):
            speaks = fact.span.start < situation.passage(fact.span).body.start
            named = speaks or _LABEL.match(situation.text, fact.span.end) is None
            quote = fact.quote if named else fact.quote.rpartition(" ")[0]
            said = " ".join(re.split(r"[(,;/|<]", quote, maxsplit=1)[0].split())
            if _NAME.fullmatch(said) and (_is_name(said) or _greeted(situation, said)):
                yield said


def _greeted(situation: Situation, said: str) -> bool:
    """Whether one of ours has greeted with this name: then a first name will do."""
    ours = (situation.quote(one.body) for one in situation.passages if one.holder is Holder.AGENT)
    heads = (_GREETING.match(body) for body in ours)
    greetings = case_names()["greetings"]
    return any(head and head.group(1).casefold() in greetings and head.group(2) == said for head in heads)


def _introduced(situation: Situation, fact: Fact) -> bool:
    """Whether the name heads a field for it, speaks as the customer, or signs."""
    passage = situation.passage(fact.span)
    if passage.place is Place.FIELD:
        label = (passage.label or "").casefold()
        heads = fact.span.start == passage.body.start
        return heads and any(label in case_cues()[kind].labels for kind in ("contact", "customer"))
    speaks = fact.span.start < passage.body.start and passage.holder is Holder.CUSTOMER
    return speaks or passage.place is Place.SIGNATURE


def _is_name(said: str) -> bool:
    """Whether one may well greet with it: a single word may be anything, and no organisation is greeted."""
    parts = {part.strip(".’'").casefold() for part in said.split()}
    sure = len(parts) > 1 and not said.isupper() and len(said) <= _LONGEST_NAME
    return sure and not parts & (case_names()["kinds"] | case_names()["roles"] | case_names()["never"])


def _references(situation: Situation, facts: tuple[Fact, ...]) -> Iterator[str]:
    """The reference that is said to be the case's; otherwise the first that is told and not said to be an account's."""
    found = [fact for fact in facts if fact.kind is FactKind.REFERENCE and len(fact.quote) <= _LONGEST_REFERENCE]
    said = [(_said_to_be(situation, fact), " ".join(fact.quote.split())) for fact in found]
    yield from (quote for whose, quote in said if whose == "case")
    yield from (quote for whose, quote in said if whose is None)


def _said_to_be(situation: Situation, fact: Fact) -> str | None:
    """Whose reference the nearest word before it says that it is; "number" alone does not say."""
    known = case_names()
    before = words(situation.text[max(0, fact.span.start - _NEAR) : fact.span.start])[-3:]
    told = [word.form for word in reversed(before) if word.form not in known["before_either"]]
    for form in told:
        if form in known["before_account"]:
            return "account"
        if form in known["before_reference"]:
            return "case"
    return "case" if len(told) < len(before) else None


def _subjects(situation: Situation) -> Iterator[str]:
    """What the customer's own message is headed with, without its "Re:"; a reference or a single word says nothing."""
    known = case_names()
    for passage in situation.passages:
        if passage.place is Place.FIELD and (passage.label or "").casefold() in known["subject"]:
            said = " ".join(situation.quote(passage.body).split()).rstrip(".!… ")
            while (head := said.partition(":"))[1] and head[0].casefold() in known["answer"]:
                said = head[2].strip()
            named = any(found.kind is MentionKind.REFERENCE for found in situation.mentions_in(passage.body))
            if (
                passage.holder is not Holder.AGENT
                and not named
                and not _LOUD.search(said)
                and _FEWEST <= len(words(said)) <= _MOST
            ):
                yield said
