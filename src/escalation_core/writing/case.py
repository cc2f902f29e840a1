"""Everything that a brief or an acknowledgment is written from."""

from dataclasses import dataclass

from escalation_core.model.evaluation import Decision, Finding, GivenAnswer, Question
from escalation_core.model.facts import Fact, FactKind


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a case and what was judged of it."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    decision: Decision
    questions: tuple[Question, ...]
    answers: tuple[GivenAnswer, ...] = ()

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in the order of the kinds."""
        return tuple(fact for kind in kinds for fact in self.facts if fact.kind is kind)
