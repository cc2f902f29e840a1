"""The handoff brief: what whoever takes over must know, for each audience."""

from escalation_core.model.brief import Audience, Brief
from escalation_core.model.evaluation import Decision, Finding, GivenAnswer, Question
from escalation_core.model.facts import Fact


def write_brief(
    *,
    facts: tuple[Fact, ...],
    findings: tuple[Finding, ...],
    decision: Decision,
    questions: tuple[Question, ...],
    answers: tuple[GivenAnswer, ...] = (),
    audience: Audience = Audience.GENERAL,
) -> Brief:
    """The brief for one audience."""
    return Brief(audience, (), (), decision.reasoning)
