"""Counts in fields of a form: a number, nothing, or the members of a list ("Earlier claims: a bumper, a stolen bike")."""

import re
from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.model.context import Place
from escalation_core.model.mention import MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span

_MEMBER = re.compile(r"(?:[^,;()]|\([^()]*\))+")
_END = " .\n"
_OWN = 2


def entered(situation: Situation, head: frozenset[str], words: frozenset[str]) -> Iterator[Figure]:
    """What each field says whose label names in the plural what is counted; `words` are what else is said of it."""
    for passage in situation.passages:
        label = (passage.label or "").casefold()
        named = [word for word in label.split() if word.endswith("s") and stems(word) & head]
        if passage.place is Place.FIELD and named:
            weight = _OWN + len(stems(label) & (words | head))
            yield from _told(situation, passage, weight)


def _told(situation: Situation, passage: Passage, weight: int) -> Iterator[Figure]:
    value = passage.body.trimmed(situation.text, behind=_END)
    said = value.of(situation.text).casefold()
    number = next((found for found in situation.mentions_in(value) if found.span.start == value.start), None)
    if number and number.kind in (MentionKind.NUMBER, MentionKind.COUNT):
        yield Figure(number.low, number.high, (number.span,), weight, value.start)
    elif said in condition_words().measures["nothing_entered"]:
        yield Figure(0.0, 0.0, (value,), weight, value.start)
    elif len(members := _members(situation, value)) > 1:
        yield Figure(float(len(members)), float(len(members)), tuple(members), weight, members[-1].start)


def _members(situation: Situation, value: Span) -> list[Span]:
    """The members of a list; where several say more of themselves in brackets, what has none speaks of them all."""
    found = [
        Span(value.start + one.start(), value.start + one.end()) for one in _MEMBER.finditer(value.of(situation.text))
    ]
    told = [member.trimmed(situation.text, behind=_END) for member in found]
    explained = [member for member in told if member.of(situation.text).endswith(")")]
    return explained if len(explained) > 1 else told
