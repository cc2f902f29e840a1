"""Everything that a brief or an acknowledgment is written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from escalation_core.model.evaluation import Decision, Finding, GivenAnswer, Question
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.preset import Clock


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a case and what was judged of it; `filled` are elements that the text lacks and a person knew, `clocks`
    the times that a law sets."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    decision: Decision
    questions: tuple[Question, ...]
    answers: tuple[GivenAnswer, ...] = ()
    filled: Mapping[FactKind, str] = field(default_factory=dict)
    clocks: tuple[Clock, ...] = ()

    def knows(self, kind: FactKind) -> bool:
        """Whether the text or a person says it."""
        return bool(self.of(kind)) or kind in self.filled

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in the order of the kinds."""
        return tuple(fact for kind in kinds for fact in self.facts if fact.kind is kind)
