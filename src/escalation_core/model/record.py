"""The record: what was decided, by whom, on what, in a form that can be checked again."""

from dataclasses import dataclass, field
from typing import Literal

from escalation_core.model.evaluation import Amendment, Outcome, Status
from escalation_core.model.span import Span
from escalation_core.model.strict import STRICT


@dataclass(frozen=True, slots=True)
class State:
    """One criterion and its status at the time of the decision."""

    __pydantic_config__ = STRICT
    criterion: str
    status: Status


@dataclass(frozen=True, slots=True)
class Record:
    """A decision that was made: the tool's, the person's, and what it rests on.

    `decided` is what the person decided, which is `suggested` where they confirmed; `reason` is one of the coded
    reasons of an override, `note` its line of text; `first_view` is what they thought before they saw the suggestion.
    Hashes are SHA-256 of the texts; the texts themselves are not kept, but what a person `filled` in is. `at` is when it was
    decided, ISO 8601, as the page's clock has it.
    """

    __pydantic_config__ = STRICT
    suggested: Outcome
    decided: Outcome | None
    states: tuple[State, ...]
    answers: dict[str, str]
    engine: str
    criteria_sha256: str
    situation_sha256: str
    by: str | None = None
    at: str | None = None
    reason: str | None = None
    note: str | None = None
    first_view: Outcome | None = None
    routes: tuple[str, ...] = ()
    severity: str | None = None
    carried_by: tuple[str, ...] = ()
    excluded: tuple[Span, ...] = ()
    amended: tuple[Amendment, ...] = ()
    now: str | None = None
    preset: str | None = None
    preset_version: str | None = None
    preset_sha256: str | None = None
    readings: dict[str, str] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)
    schema: Literal["escalation-record/1"] = "escalation-record/1"


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the same texts give the same outcome again, and what differs, in words."""

    __pydantic_config__ = STRICT
    same: bool
    differences: tuple[str, ...]
