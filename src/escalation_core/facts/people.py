"""Who the case is about: the customer and the contact, by fields, headers, speakers, signatures and names in the text."""

from collections import defaultdict
from collections.abc import Iterator

from escalation_core.facts.choice import likely
from escalation_core.facts.names import Name, names, with_role
from escalation_core.facts.situation import Situation
from escalation_core.model.facts import Fact, FactKind

_MOST = {FactKind.CUSTOMER: 2, FactKind.CONTACT: 2}
_LEAST = 0.06
"""How likely a name must be, measured by the likeliest place of that kind."""


def people(situation: Situation) -> Iterator[Fact]:
    """The customer and the contact, each name once, where it is likeliest to be introduced."""
    found = names(situation)
    told: set[str] = set()
    for kind in (FactKind.CUSTOMER, FactKind.CONTACT):
        for name in _likeliest(situation, found, kind):
            span = with_role(situation.text, name.span)
            said = situation.quote(span)
            if said.casefold() not in told:
                told.add(said.casefold())
                yield Fact(kind, said, span)


def _likeliest(situation: Situation, found: tuple[Name, ...], kind: FactKind) -> list[Name]:
    """The names that are likeliest over all the places where they stand."""
    shares: dict[str, float] = defaultdict(float)
    places: dict[str, tuple[float, Name]] = {}
    for name, share in zip(found, likely([name.readings for name in found], kind), strict=True):
        said = situation.quote(name.span).casefold()
        shares[said] += share
        places[said] = max(places.get(said, (0.0, name)), (share, name), key=lambda one: one[0])
    order = sorted(shares, key=lambda said: -shares[said])
    return [places[said][1] for said in order[: _MOST[kind]] if shares[said] >= _LEAST]
