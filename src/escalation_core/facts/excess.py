"""By how much a sum lies above what was agreed: "£172 over the estimate", or an estimate of £240 and a bill of £412."""

from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, behind, distance, nouns
from escalation_core.facts.situation import Situation
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds

_SAID, _RECKONED = 4, 3
_FEW = 5
"""So many words behind a figure say above what it lies."""


def excess(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The difference as it is told, or from the sum beside the words for what was agreed to that beside those for a bill."""
    kind = MentionKind.MONEY if bound.quantity == "money" else MentionKind.SHARE
    for found in situation.mentions:
        if found.kind is kind and asserted(found, situation) and _above(situation, found):
            yield Figure(found.low, found.high, (found.span,), _SAID, found.span.start)
    agreed, asked = _last(situation, "agreed", "asked_for"), _last(situation, "asked_for", "agreed")
    if not agreed or not asked or agreed.unit != asked.unit or not agreed.low or not asked.low:
        return
    over = max(0.0, asked.low - agreed.low)
    value = over if bound.quantity == "money" else 100.0 * over / agreed.low
    spans = tuple(sorted((agreed.span, asked.span)))
    yield Figure(value, value, spans, _RECKONED, spans[-1].start)


def _above(situation: Situation, found: Mention) -> bool:
    words = behind(situation, found.span, _FEW)
    return any(word.stem in nouns("above") for word in words[:2]) and any(
        word.stem in nouns("agreed") for word in words
    )


def _last(situation: Situation, own: str, rival: str) -> Mention | None:
    """The last sum that stands nearer to words of the one kind than to those of the other."""
    told = [found for found in situation.mentions if found.kind is MentionKind.MONEY and asserted(found, situation)]
    near = [
        found
        for found in told
        if distance(situation, found.span, nouns(own)) < distance(situation, found.span, nouns(rival))
    ]
    return near[-1] if near else None
