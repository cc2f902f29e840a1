"""What a reader finds in a text: typed mentions, each with its place, its value and its context."""

from dataclasses import dataclass
from enum import StrEnum

from escalation_core.model.context import Context
from escalation_core.model.plain import plain
from escalation_core.model.span import Span


class MentionKind(StrEnum):
    """What sort of thing is mentioned."""

    NUMBER = "number"
    SIZE = "size"
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    DURATION = "duration"
    MOMENT = "moment"
    ORDINAL = "ordinal"
    CONCEPT = "concept"
    ATTRIBUTE = "attribute"
    STATUS = "status"
    PHONE = "phone"
    EMAIL = "email"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing mentioned.

    Quantities carry the interval [low, high] in `unit` (None: open on that side): seconds for durations, percent for
    shares, their own for sizes, an ISO 4217 code for money (None where only "$" or "dollars" is said and no country),
    the counted noun as written for counts. A bound that is written lies in the interval: "more than 20" is low 20, high None, low_open
    True. `per` is the unit of a rate ("month" in "£900 a month", "person" in "£5 a head"). `value` is the ISO 8601
    date, time or both of a moment, or the text value of an attribute, status, phone, e-mail or reference. `concept` is
    the concept's name, or the attribute's.
    """

    kind: MentionKind
    quote: str
    span: Span
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    per: str | None = None
    value: str | None = None
    concept: str | None = None
    context: Context = Context()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one text."""

    text: str
    mentions: tuple[Mention, ...]

    def to_dict(self) -> dict[str, object]:
        """The reading as plain values, ready for JSON."""
        told = plain(self)
        assert isinstance(told, dict)
        return told
