"""The criteria as read: what each asks for, and who acts, how urgently, and by when."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from escalation_core.model.span import Quote, Span


class Kind(StrEnum):
    """What a criterion does once it is met."""

    TRIGGER = "trigger"
    EXCEPTION = "exception"
    DO_NOT_ESCALATE = "do_not_escalate"
    PART = "part"


class Use(StrEnum):
    """What a line of the pasted criteria was taken for."""

    CRITERION = "criterion"
    PART = "part"
    HEADING = "heading"
    INTRODUCTION = "introduction"
    PROCESS = "process"
    EXAMPLE = "example"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Happens:
    """Met when an event or state of this concept holds in the situation.

    `about` holds the criterion's own further words where its event is but one of them ("a parcel is leaking"): what
    happens must then be told of these.
    """

    concept: str
    quote: str
    about: tuple[str, ...] = ()
    kind: Literal["happens"] = "happens"


@dataclass(frozen=True, slots=True)
class Exceeds:
    """Met when the measure lies within the bounds; unknown where the situation gives no value.

    `measure` names what is measured (`affected_users`, `duration`, `contacts`, `amount`…); `noun` is the counted or
    measured thing as the criterion words it; the bounds are in `unit`, as in `Mention`. `within` is the length, in
    seconds, of the window in which a count is taken ("3 times in 30 days"). `topic` holds the words of the criterion
    around the figure, those too that carry little.
    """

    measure: str
    quote: str
    quantity: Literal["count", "share", "money", "duration", "number"]
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    per: str | None = None
    noun: str | None = None
    within: float | None = None
    topic: tuple[str, ...] = ()
    kind: Literal["exceeds"] = "exceeds"


@dataclass(frozen=True, slots=True)
class Has:
    """Met when the attribute has one of the values; unknown where the situation gives none."""

    attribute: str
    values: tuple[str, ...]
    quote: str
    kind: Literal["has"] = "has"


@dataclass(frozen=True, slots=True)
class Resembles:
    """No concept of ours is named: met only where the situation says the criterion's own things in its own sense.

    `names` are proper names of which one must be told ("Silver Circle"); `open` says that it states what a customer or
    thing always is or is not, so that silence leaves it unknown.
    """

    quote: str
    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    open: bool = False
    kind: Literal["resembles"] = "resembles"


@dataclass(frozen=True, slots=True)
class Judgment:
    """Cannot be checked from a text: the person is asked."""

    quote: str
    why: str
    kind: Literal["judgment"] = "judgment"


@dataclass(frozen=True, slots=True)
class Refers:
    """Met when the part of that id is."""

    part: str
    kind: Literal["refers"] = "refers"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met when every part is; not met as soon as one part is not, whatever is unknown about the others."""

    parts: tuple["Condition", ...]
    kind: Literal["all_of"] = "all_of"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met as soon as one part is."""

    parts: tuple["Condition", ...]
    kind: Literal["any_of"] = "any_of"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Met when at least `count` of the parts are."""

    count: int
    parts: tuple["Condition", ...]
    kind: Literal["at_least"] = "at_least"


@dataclass(frozen=True, slots=True)
class Not:
    """Met when the part is not."""

    part: "Condition"
    kind: Literal["not"] = "not"


Condition = Happens | Exceeds | Has | Resembles | Judgment | Refers | AllOf | AnyOf | AtLeast | Not


def named(condition: Condition) -> bool:
    """Whether a condition names parts of its criterion; otherwise those parts only repeat, piece by piece, what it says."""
    match condition:
        case Refers():
            return True
        case AllOf(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return any(named(part) for part in parts)
        case Not(part=part):
            return named(part)
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Item:
    """One criterion as it stands in the text, before its condition is read.

    `span` covers the criterion's own words (with its number where the policy gives one, without its bullet); `asks` is
    the stretch that states the condition, without routing words ("→ Legal, within 4 hours", "THEN page …"). Route,
    severity and deadline are worded as in the policy, its own or inherited from its heading, row or column. `rank`
    orders severities as the policy lists them (0 is the highest); None where there is none. `at_least` is how many of
    the parts must hold: None for all of its condition, 1 for "any of", 2 for "two of". `parts` are items nested under
    this one; `under` is the id of the criterion that an exception belongs to. `escalates` says whether its level or
    route calls or hands over to anybody.
    """

    id: str
    span: Span
    asks: tuple[Span, ...]
    kind: Kind
    label: str | None = None
    route: str | None = None
    severity: str | None = None
    deadline: str | None = None
    rank: int | None = None
    at_least: int | None = None
    parts: tuple["Item", ...] = ()
    escalates: bool = True
    heading: str | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the pasted criteria was taken for; every line has one."""

    span: Span
    use: Use
    criterion: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The criteria text taken apart: its items in order, and an account of every line."""

    text: str
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion with its condition.

    `reading` says in one plain sentence how it was understood, `expression` says it in the form that can be corrected.
    `cancels` holds the ids of the criteria that it switches off when met, for an exception or do-not-escalate rule;
    one that only names a `matter` as routine ("lost keys") leaves alone what the same case tells elsewhere.
    `corrected` says that a person put the reading right.
    """

    id: str
    text: str
    span: Span
    kind: Kind
    route: str | None
    severity: str | None
    deadline: str | None
    reading: str
    expression: str
    condition: Condition
    label: str | None = None
    rank: int | None = None
    escalates: bool = True
    cancels: tuple[str, ...] = ()
    matter: bool = False
    parts: tuple["Criterion", ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the criteria that their owner should know: vague, contradictory, overlapping, unreachable.

    `code` names the kind of remark and stays; `message` says it in words, with what to write instead.
    """

    code: str
    message: str
    criterion: str | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Policy:
    """All criteria of an organisation, with the account of every line and the remarks on them."""

    text: str
    criteria: tuple[Criterion, ...]
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...] = ()
