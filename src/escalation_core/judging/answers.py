"""What a person answers: yes, no, not known, or a value with its unit in words."""

from dataclasses import dataclass

from escalation_core.errors import BadAnswer
from escalation_core.judging.bounds import compare
from escalation_core.judging.verdict import Verdict
from escalation_core.language.attributes import attributes
from escalation_core.language.wording import say, wording
from escalation_core.measures.reader import measure
from escalation_core.model.evaluation import Answer, Status
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds, Has
from escalation_core.text.words import words

_KINDS = {
    "count": (MentionKind.COUNT, MentionKind.NUMBER, MentionKind.ORDINAL),
    "number": (MentionKind.COUNT, MentionKind.NUMBER, MentionKind.DURATION),
    "share": (MentionKind.SHARE, MentionKind.NUMBER),
    "money": (MentionKind.MONEY, MentionKind.NUMBER),
    "duration": (MentionKind.DURATION,),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as read: a status, or figures and words to be held against the criterion's bounds."""

    said: str
    status: Status | None
    figures: tuple[Mention, ...] = ()


def read_answer(answer: Answer) -> Answered:
    """An answer as read. Raises `BadAnswer` where it is empty."""
    said = answer.strip()
    if not said:
        raise BadAnswer("An answer is empty: say yes, no, unknown, or a figure with its unit.")
    status = {word: Status(name) for name, word in wording()["answer"].items()}.get(said.casefold())
    return Answered(said, status, tuple(measure(said)))


def settled(condition: Exceeds | Has, verdict: Verdict, given: Answered | None) -> Verdict:
    """The verdict with the answer in the place of what the text leaves open."""
    if given is None or given.status is not None or verdict.status is not Status.UNKNOWN:
        return verdict
    status = _value(condition, given) if isinstance(condition, Has) else _figure(condition, given)
    if status is None:
        return verdict
    return Verdict(status, say("finding", "answered", answer=given.said), verdict.evidence, verdict.ask)


def _figure(condition: Exceeds, given: Answered) -> Status | None:
    for found in given.figures:
        if found.kind in _KINDS[condition.quantity]:
            return compare(found.low, found.high, condition)
    return None


def _value(condition: Has, given: Answered) -> Status | None:
    said = {word.form for word in words(given.said)}
    known = attributes()[condition.attribute].values
    if said & set(condition.values):
        return Status.MET
    return Status.NOT_MET if said & set(known) else None
