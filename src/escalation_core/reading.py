"""How one text is read, for people who wonder and for tests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from escalation_core.contexts.reader import context
from escalation_core.facts.situation import Situation, read_situation
from escalation_core.model.mention import Mention, MentionKind, Reading

__all__ = ["context", "read"]


def read(text: str, *, now: datetime | None = None) -> Reading:
    """Every mention in a text, in reading order: quantities, moments, concepts, attributes, addresses, references."""
    situation = read_situation(text, now)
    found = sorted(_mentions(situation), key=lambda mention: (mention.span, mention.kind))
    return Reading(text, tuple(replace(mention, context=situation.context(mention.span)) for mention in found))


def _mentions(situation: Situation) -> Iterator[Mention]:
    yield from situation.mentions
    for sign in situation.signs:
        yield Mention(
            MentionKind.CONCEPT, situation.quote(sign.span), sign.span, value=sign.strength, concept=sign.concept
        )
    for value in situation.values:
        yield Mention(
            MentionKind.ATTRIBUTE, situation.quote(value.span), value.span, value=value.value, concept=value.attribute
        )
