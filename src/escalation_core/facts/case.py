"""The facts of the case for the brief: who, what, since when, how bad, what was tried, what is asked."""

from escalation_core.facts.choice import choose
from escalation_core.facts.details import details
from escalation_core.facts.people import people
from escalation_core.facts.pieces import pieces
from escalation_core.facts.reaching import numbers, references
from escalation_core.facts.runs import runs
from escalation_core.facts.situation import Situation
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.span import Span

_SHARE = 0.6
"""How much of a short situation's words the facts may quote; more would be the situation over again."""
_START = 65
_MORE = 0.12
"""Beyond a short situation facts grow slowly: these words, and a tenth of the situation's."""
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
    budget = min(_MOST, max(_LEAST, int(min(_SHARE * whole, _START + _MORE * whole))))
    besides = tuple(details(told))
    chosen = choose(told, runs(told), budget - sum({span: words for _, span, words in besides}.values()))
    facts = [*people(situation), *numbers(situation), *references(situation)]
    facts.extend(_fact(situation, kind, span) for kind, span, _ in besides)
    for kind in FactKind:
        own = [one for one in chosen if one.kind is kind]
        first = max(own, key=lambda one: one.share, default=None)
        own.sort(key=lambda one: (one is not first, one.span))
        facts.extend(_fact(situation, kind, one.span) for one in own)
    order = list(FactKind)
    return tuple(sorted(facts, key=lambda fact: order.index(fact.kind)))


def _fact(situation: Situation, kind: FactKind, span: Span) -> Fact:
    """The fact, with the bracket closed that it opens."""
    said = situation.quote(span)
    opened = said.count("(") > said.count(")") and situation.text[span.end : span.end + 1] == ")"
    whole = Span(span.start, span.end + 1) if opened else span
    return Fact(kind, situation.quote(whole), whole)
