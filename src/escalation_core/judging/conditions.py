"""One condition against one situation."""

from collections.abc import Mapping
from typing import assert_never

from escalation_core.facts.situation import Situation
from escalation_core.judging.answers import Answered, settled
from escalation_core.judging.attributes import has
from escalation_core.judging.events import happened
from escalation_core.judging.quantities import exceeds, since
from escalation_core.judging.resemblance import resembles
from escalation_core.judging.verdict import Ask, Verdict, combined, opposite
from escalation_core.language.lexicon import lexicon
from escalation_core.language.wording import say
from escalation_core.model.evaluation import QuestionKind, Status
from escalation_core.model.policy import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Exceeds,
    Happens,
    Has,
    Judgment,
    Not,
    Refers,
    Resembles,
)


def judge(
    condition: Condition, situation: Situation, parts: Mapping[str, Verdict], given: Answered | None = None
) -> Verdict:
    """The verdict on a condition; `parts` holds those on the criterion's own parts, by id.

    `given` is what a person answered to the question about it: it settles what the text leaves open, nothing else.
    """
    match condition:
        case Happens():
            return happened(lexicon().concepts[condition.concept], situation)
        case Exceeds():
            return settled(condition, exceeds(condition, situation), given)
        case Has():
            return settled(condition, has(condition, situation), given)
        case Resembles():
            return resembles(condition, situation)
        case Judgment():
            ask = Ask(say("question", "criterion", quote=condition.quote), QuestionKind.YES_NO)
            return Verdict(Status.UNKNOWN, say("finding", "judgment", word=condition.why), ask=ask)
        case Refers():
            return parts[condition.part]
        case AllOf():
            verdicts = [judge(part, situation, parts, given) for part in condition.parts]
            return combined(len(condition.parts), _timed(condition, verdicts, situation))
        case AnyOf():
            return combined(1, [judge(part, situation, parts, given) for part in condition.parts])
        case AtLeast():
            return combined(condition.count, [judge(part, situation, parts, given) for part in condition.parts])
        case Not():
            return _negated(judge(condition.part, situation, parts, given))
        case unreachable:
            assert_never(unreachable)


def _timed(condition: AllOf, verdicts: list[Verdict], situation: Situation) -> list[Verdict]:
    """A length of time that no words give is counted from the line in which the event beside it is first told."""
    happened = [v for v in verdicts if v.status is Status.MET and v.place is not None]
    if not happened:
        return verdicts
    start = min(v.place for v in happened if v.place is not None)
    return [
        since(part, verdict, situation, start) if isinstance(part, Exceeds) and part.measure == "duration" else verdict
        for part, verdict in zip(condition.parts, verdicts, strict=True)
    ]


def _negated(inner: Verdict) -> Verdict:
    status = opposite(inner.status)
    key = "negated_met" if status is Status.MET else "negated"
    why = inner.why if status is Status.UNKNOWN else say("finding", key, why=inner.why)
    return Verdict(status, why, inner.evidence, inner.ask)
