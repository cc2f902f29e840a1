"""The facts of the case for the brief: who, what, since when, how bad, what was tried, what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from escalation_core.facts.people import people
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.case import case_cues
from escalation_core.language.lexicon import lexicon
from escalation_core.model.context import Holder, Place
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.mention import MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span
from escalation_core.text.matching import Matcher
from escalation_core.text.sentences import clauses

_SHARE = 0.45
"""How much of the situation's words the facts may quote; more would be the situation over again."""
_LEAST = 40
_LONG = 28
"""A sentence of more words than this is cut to the clauses that state something."""
_PRIORITY = (
    FactKind.COMMITMENT, FactKind.DEADLINE, FactKind.ASK, FactKind.TRIED, FactKind.STARTED, FactKind.IMPACT,
    FactKind.STATUS, FactKind.ISSUE, FactKind.ACCOUNT,
)  # fmt: skip
_QUANTITIES = {MentionKind.COUNT, MentionKind.MONEY, MentionKind.DURATION, MentionKind.SHARE, MentionKind.MOMENT}


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    kinds: tuple[FactKind, ...]
    weight: float
    words: int


def case_facts(situation: Situation) -> tuple[Fact, ...]:
    """The facts of the case that the situation states, in reading order within each kind.

    People and references come first to hand from fields, headers and speakers; sentences are ranked by what they
    state, and quoted until they make up the share of the text that a brief may hold.
    """
    fixed = [*people(situation), *_references(situation)]
    budget = max(_LEAST, int(_SHARE * sum(len(sentence.words) for sentence in situation.sentences)))
    chosen: list[Fact] = []
    for candidate in sorted(_candidates(situation), key=lambda found: (-found.weight, found.span)):
        if candidate.words <= budget:
            budget -= candidate.words
            chosen.append(Fact(candidate.kinds[0], situation.quote(candidate.span), candidate.span))
    order = list(FactKind)
    return tuple(sorted([*fixed, *chosen], key=lambda fact: (order.index(fact.kind), fact.span)))


def _references(situation: Situation) -> Iterator[Fact]:
    seen: set[str] = set()
    for found in situation.mentions:
        if found.kind is MentionKind.REFERENCE and found.quote not in seen:
            seen.add(found.quote)
            yield Fact(FactKind.REFERENCE, found.quote, found.span)


def _candidates(situation: Situation) -> Iterator[_Candidate]:
    first = True
    for sentence in situation.sentences:
        passage = situation.passages[sentence.passage]
        if passage.place in (Place.BOILERPLATE, Place.SIGNATURE):
            continue
        for span in _cut(situation, sentence):
            found = _candidate(situation, span, sentence, passage, first=first)
            if found:
                first = False
                yield found


def _cut(situation: Situation, sentence: Sentence) -> tuple[Span, ...]:
    if len(sentence.words) <= _LONG:
        return (sentence.span,)
    return clauses(situation.text, sentence.span) or (sentence.span,)


def _candidate(
    situation: Situation, span: Span, sentence: Sentence, passage: Passage, *, first: bool
) -> _Candidate | None:
    row = [word for word in sentence.words if span.holds(word.span)]
    if not row:
        return None
    owners = {hit.owner for hit in _matcher().hits(row) if not hit.owner.startswith("@")}
    label = (passage.label or "").casefold() if passage.place is Place.FIELD else ""
    kinds = [kind for kind in _PRIORITY if _states(kind, owners, label, passage)]
    if ("noise" in owners and len(row) <= 4) or not kinds:
        return None
    held = {mention.kind for mention in situation.mentions if span.holds(mention.span)}
    signs = any(span.holds(sign.span) for sign in situation.signs)
    weight = len(kinds) + bool(held & _QUANTITIES) + 2.0 * signs + (2.0 if first else 0.0)
    weight += 2.0 * (FactKind.COMMITMENT in kinds) + 1.0 * (FactKind.DEADLINE in kinds) + 1.5 * bool(label)
    if passage.place is Place.QUOTED_REPLY and FactKind.COMMITMENT not in kinds:
        weight -= 3
    return _Candidate(span, tuple(kinds), weight - len(row) / 40, len(row))


def _states(kind: FactKind, owners: set[str], label: str, passage: Passage) -> bool:
    cues = case_cues()[_KEYS[kind]]
    if cues.by == "agent" and passage.holder is Holder.CUSTOMER and passage.place is not Place.QUOTED_REPLY:
        return False
    return label in cues.labels if label and label in _labels() else _KEYS[kind] in owners


_KEYS: dict[FactKind, str] = {
    FactKind.CUSTOMER: "customer",
    FactKind.CONTACT: "contact",
    FactKind.ACCOUNT: "account",
    FactKind.ISSUE: "issue",
    FactKind.IMPACT: "impact",
    FactKind.STARTED: "started",
    FactKind.TRIED: "tried",
    FactKind.STATUS: "status",
    FactKind.ASK: "ask",
    FactKind.DEADLINE: "deadline",
    FactKind.COMMITMENT: "commitments",
}


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for cues in case_cues().values() for label in cues.labels)


@cache
def _matcher() -> Matcher:
    return Matcher(lexicon().classes, [(name, cue) for name, cues in case_cues().items() for cue in cues.cues])
