"""Who the case is about: the customer and the contact, by fields, headers, speakers, signatures and names in the text."""

from collections import defaultdict
from collections.abc import Iterator

from escalation_core.facts.choice import likely
from escalation_core.facts.names import Name, names, with_role
from escalation_core.facts.situation import Situation
from escalation_core.model.facts import Fact, FactKind

_MOST = {FactKind.CUSTOMER: 2, FactKind.CONTACT: 2}
_LEAST = 0.06
"""How likely the first name of a kind must be."""
_SECOND = 0.12
"""How likely the next one must be."""


def people(situation: Situation) -> Iterator[Fact]:
    """The customer and the contact, the likeliest name of each first, where it is likeliest to be introduced.

    A name is the customer's or the contact's, whichever it is likelier to be; where no other name is told, the customer
    is a person, and the contact.
    """
    found = names(situation)
    ranked = {kind: _ranked(situation, found, kind) for kind in _MOST}
    for kind, other in ((FactKind.CUSTOMER, FactKind.CONTACT), (FactKind.CONTACT, FactKind.CUSTOMER)):
        shares = {said: share for said, (share, _) in ranked[other].items()}
        likely_ones = [(said, one) for said, one in ranked[kind].items() if one[0] >= _LEAST]
        own = [one for said, one in likely_ones if one[0] >= shares.get(said, 0.0)] or [one for _, one in likely_ones]
        for share, name in own[: _MOST[kind]]:
            if name is not own[0][1] and share < _SECOND:
                continue
            span = with_role(situation.text, name.span)
            yield Fact(kind, situation.quote(span), span)


def _ranked(situation: Situation, found: tuple[Name, ...], kind: FactKind) -> dict[str, tuple[float, Name]]:
    """The names, most likely first, with their likelihood over all the places where they stand, and the best of these."""
    shares: dict[str, float] = defaultdict(float)
    places: dict[str, tuple[float, Name]] = {}
    for name, share in zip(found, likely([name.readings for name in found], kind), strict=True):
        said = situation.quote(name.span).casefold()
        shares[said] += share
        places[said] = max(places.get(said, (0.0, name)), (share, name), key=lambda one: one[0])
    for said in sorted(shares, key=len):
        whole = next((other for other in shares if _short_for(said, other)), None)
        if whole:
            shares[whole] += shares.pop(said)
    return {said: (shares[said], places[said][1]) for said in sorted(shares, key=lambda said: -shares[said])}


def _short_for(said: str, other: str) -> bool:
    """Whether a name is another one with words left out, or with its last word cut to a letter: "Dr B"."""
    words, whole = said.split(), other.split()
    cut = len(words) > 1 and len(words[-1]) == 1 and whole[0] == words[0] and whole[-1].startswith(words[-1])
    return said != other and len(whole) >= len(words) and (set(words) < set(whole) or cut)
