"""The facts of the case for the brief: who, what, since when, how bad, what was tried, what is asked."""

from collections.abc import Sequence

from escalation_core.facts.choice import Chosen, choose
from escalation_core.facts.details import details
from escalation_core.facts.people import people
from escalation_core.facts.pieces import Piece, pieces
from escalation_core.facts.reaching import numbers, references
from escalation_core.facts.runs import runs
from escalation_core.facts.situation import Situation
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span

_LIMITS = ((0, 0.62), (41, 0.25), (110, 0.08))
"""Words that the facts may quote of any situation, and the share of its own words besides; the lowest limit holds.

More than the first would be a short situation over again; facts grow ever more slowly with the length.
"""
_NUMBER = 8
"""So few words may say which account it is."""
_TELLS_APART = frozenset({"holds reference", "holds number", "holds moment"})
_LEAST = 50
_MOST = 320
"""The words that a brief quotes at most, so that its reader gets through it however long the situation is."""


def case_facts(situation: Situation) -> tuple[Fact, ...]:
    """The facts of the case that the situation states: of each kind the likeliest first, then in reading order.

    Names and references are told by their shape and place; of clauses and phrases those are quoted that are likeliest
    to hold a fact of some kind, until they make up the share of the text that a brief may hold.
    """
    told = pieces(situation)
    whole = sum(piece.words for piece in told)
    budget = min(_MOST, max(_LEAST, int(min(words + share * whole for words, share in _LIMITS))))
    besides = tuple(details(told))
    chosen = choose(told, runs(told), budget - sum({span: words for _, span, words in besides}.values()))
    facts = [*people(situation), *numbers(situation), *references(situation)]
    facts.extend(_fact(situation, kind, span) for kind, span, _ in besides)
    if all(one.kind is not FactKind.ACCOUNT for one in chosen):
        facts.extend(_fact(situation, FactKind.ACCOUNT, piece.span) for piece in told if _names_account(piece))
    for kind in FactKind:
        own = [one for one in chosen if one.kind is kind]
        first = max(own, key=lambda one: one.share, default=None)
        own.sort(key=lambda one: (one is not first, one.span))
        facts.extend(_fact(situation, kind, _since(situation, one, chosen)) for one in own)
    order = list(FactKind)
    return tuple(sorted(facts, key=lambda fact: order.index(fact.kind)))


def _since(situation: Situation, one: Chosen, chosen: Sequence[Chosen]) -> Span:
    """Its words; of when it began, the moment alone where another quote holds the rest."""
    told = any(other.kind is not one.kind and other.span.holds(one.span) for other in chosen)
    if one.kind is not FactKind.STARTED or not told:
        return one.span
    moments = [found.span for found in situation.mentions_in(one.span) if found.kind is MentionKind.MOMENT]
    return moments[0] if moments else one.span


def _names_account(piece: Piece) -> bool:
    """Whether a few words say which account it is, by its number or since when."""
    return piece.words <= _NUMBER and "account" in piece.readings and not piece.readings.isdisjoint(_TELLS_APART)


def _fact(situation: Situation, kind: FactKind, span: Span) -> Fact:
    """The fact, with the bracket closed that it opens."""
    said = situation.quote(span)
    opened = said.count("(") > said.count(")") and situation.text[span.end : span.end + 1] == ")"
    whole = Span(span.start, span.end + 1) if opened else span
    return Fact(kind, situation.quote(whole), whole)
