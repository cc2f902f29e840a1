"""The pieces of a moment: what names a day, a clock time, a part of the day, a week or month seen from now."""

from dataclasses import dataclass
from datetime import datetime, time

from escalation_core.model.span import Span


@dataclass(frozen=True, slots=True)
class OnDate:
    """A day of a month, in a year where one is said."""

    month: int
    day: int
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class OfMonth:
    """A day of a month that is not said: "the 4th"."""

    day: int


@dataclass(frozen=True, slots=True)
class InDays:
    """A day so many days from today."""

    days: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast, in a year where one is said."""

    name: str
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A moment reckoned from now; `whole` where it means the day."""

    moment: datetime
    whole: bool


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th of a weekday in a month; minus one is the last. A month is said, or the period that it lies in."""

    number: int
    weekday: int
    month: int | None = None
    year: int | None = None


Day = OnDate | OfMonth | InDays | Feast | At | NthWeekday


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A weekday: "next Friday", "Friday"; `weeks` further on ("Monday week")."""

    weekday: int
    which: str | None = None
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month or year seen from this one."""

    unit: str
    away: int


@dataclass(frozen=True, slots=True)
class Shift:
    """So much before or after the day that follows: "3 days from", "two weeks before"."""

    seconds: float
    months: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a moment at its place; `weak` ones count only beside another."""

    span: Span
    day: Day | None = None
    weekday: OnWeekday | None = None
    clock: time | None = None
    sure: bool = False
    part: str | None = None
    period: Period | None = None
    shift: Shift | None = None
    ends: bool = False
    zone: str | None = None
    weak: bool = False

    def roles(self) -> frozenset[str]:
        """What the piece says something about."""
        said = {
            "day": self.day, "weekday": self.weekday, "clock": self.clock, "part": self.part, "period": self.period,
            "shift": self.shift, "ends": self.ends or None,
        }  # fmt: skip
        return frozenset(name for name, value in said.items() if value is not None)
