"""What an evaluation says: findings, decision, questions, and where they come from."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from escalation_core.model.brief import Acknowledgment, Brief
from escalation_core.model.facts import Fact
from escalation_core.model.plain import plain
from escalation_core.model.policy import Criterion, Line, Remark
from escalation_core.model.span import Quote, Span
from escalation_core.model.strict import STRICT

Answer = str
"""What a person answers to a question: "yes", "no", "unknown", or a value with its unit in words ("40 users", "2 h")."""


class Status(StrEnum):
    """Kleene's three values."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What the findings come to under the policy."""

    ESCALATE = "escalate"
    DO_NOT_ESCALATE = "do_not_escalate"
    NEEDS_INFORMATION = "needs_information"


class Role(StrEnum):
    """What a quote does for a finding."""

    SUPPORTS = "supports"
    RULES_OUT = "rules_out"
    IGNORED = "ignored"


class QuestionKind(StrEnum):
    """Which answer a question asks for."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DURATION = "duration"
    MONEY = "money"
    MOMENT = "moment"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote from the situation, and how it was understood."""

    quote: str
    span: Span
    role: Role
    understood_as: str
    value: bool = False
    """Whether it was read as a figure or a moment, which a person can put right."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A stretch of the situation whose figure or moment was misread, and what it says in a person's words."""

    __pydantic_config__ = STRICT
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether one criterion is met, why, and by what proof; the parts carry findings of their own."""

    criterion: Criterion
    status: Status
    reason: str
    evidence: tuple[Evidence, ...]
    question: str | None
    first_met: Quote | None
    parts: tuple["Finding", ...] = ()
    answered: bool = False
    asks: QuestionKind | None = None
    """Which answer the question asks for, with the values to choose from."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What would settle an open criterion; `criterion` is its id, `choices` the values to choose from."""

    id: str
    criterion: str
    text: str
    kind: QuestionKind
    why: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A criterion that is met but switched off, and the rule that does it."""

    criterion: str
    by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, who acts, how urgently and by when, and what it rests on (ids of criteria)."""

    outcome: Outcome
    routes: tuple[str, ...]
    severity: str | None
    deadline: str | None
    carried_by: tuple[str, ...]
    cancelled: tuple[Cancelled, ...]
    reasoning: str
    would_flip: str | None
    routine: bool = False
    """Whether the situation touches no criterion at all."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """From what, by what and of what this evaluation was made; hashes are SHA-256 in hexadecimal of the UTF-8 text."""

    engine: str
    criteria_sha256: str
    situation_sha256: str
    preset: str | None = None
    preset_version: str | None = None
    now: str | None = None
    excluded: tuple[Span, ...] = ()
    amended: tuple[Amendment, ...] = ()
    readings: dict[str, str] = field(default_factory=dict)
    """The expressions by which a person corrected how criteria are read, by criterion id."""
    preset_sha256: str | None = None
    """Of the preset as it was used: its name and version, its criteria and what it lets an acknowledgment say."""
    filled: dict[str, str] = field(default_factory=dict)
    """What a person said of the case in the place of the text, by kind of fact."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that was used, and the id of the question or criterion that it answers."""

    id: str
    answer: str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that is said of one situation under one policy."""

    decision: Decision
    findings: tuple[Finding, ...]
    brief: Brief
    acknowledgment: Acknowledgment
    questions: tuple[Question, ...]
    provenance: Provenance
    remarks: tuple[Remark, ...] = ()
    lines: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    notices: tuple[str, ...] = ()
    """What the person should know of the input: cut, odd characters, another language."""
    schema: Literal["escalation-evaluation/1"] = "escalation-evaluation/1"

    def to_dict(self) -> dict[str, object]:
        """The evaluation as plain values, ready for JSON."""
        told = plain(self)
        assert isinstance(told, dict)
        return told
