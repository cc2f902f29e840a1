"""What the pieces of a moment say together: a date, a time, or both in ISO 8601, as far as the text and `now` allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from escalation_core.measures.calendar import chosen, feast, made, months_on, nth_weekday, of_month, of_year, week_of
from escalation_core.measures.pieces import (
    At,
    Day,
    Feast,
    InDays,
    NthWeekday,
    OfMonth,
    OnDate,
    OnWeekday,
    Period,
    Piece,
    Shift,
)

_END = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class _Whole:
    """All that the pieces of one moment say."""

    day: Day | None
    weekday: OnWeekday | None
    clock: time | None
    sure: bool
    part: str | None
    period: Period | None
    shift: Shift | None
    ends: bool


def settled(pieces: Sequence[Piece], now: datetime | None, *, past: bool) -> str:
    """The value of a moment; `past` where the words say that it lies behind."""
    whole = _whole(pieces)
    clock = _clock(whole)
    tail = f"T{clock.isoformat()}" if clock else ""
    if isinstance(whole.day, At) and not whole.day.whole and not clock:
        return whole.day.moment.isoformat()
    found = _date(whole, now, past=past)
    if found is not None:
        return found.isoformat() + tail
    return _unsettled(whole, tail) or (clock.isoformat() if clock else "")


def _whole(pieces: Sequence[Piece]) -> _Whole:
    timed = next((piece for piece in pieces if piece.clock), None)
    return _Whole(
        next((piece.day for piece in pieces if piece.day), None),
        next((piece.weekday for piece in pieces if piece.weekday), None),
        timed.clock if timed else None,
        bool(timed and timed.sure),
        next((piece.part for piece in pieces if piece.part), None),
        next((piece.period for piece in pieces if piece.period), None),
        next((piece.shift for piece in pieces if piece.shift), None),
        any(piece.ends for piece in pieces),
    )


def _clock(whole: _Whole) -> time | None:
    """The clock time, later by twelve hours in the evening; of a night the small hours are not."""
    clock = whole.clock
    if clock is None or whole.sure or clock.hour >= 12:
        return clock or (_END if whole.ends else None)
    if whole.part == "evening" or (whole.part == "night" and clock.hour >= 5):
        return clock.replace(hour=clock.hour + 12)
    return clock


def _unsettled(whole: _Whole, tail: str) -> str:
    """What can be said without knowing the day: "W-1" a weekday, "--12-03" a day of the year, "P1D" tomorrow."""
    match whole.day:
        case OnDate(month, day):
            return f"--{month:02}-{day:02}{tail}"
        case OfMonth(day):
            return f"---{day:02}{tail}"
        case InDays(days):
            return f"{'-' if days < 0 else ''}P{abs(days)}D{tail}"
        case Feast(name) if (found := feast(name, 2000)) and feast(name, 2001) == found.replace(year=2001):
            return f"--{found.month:02}-{found.day:02}{tail}"
    if whole.weekday:
        return f"W-{whole.weekday.weekday + 1}{tail}"
    return f"P0D{tail}" if whole.ends and not whole.clock else ""


def _date(whole: _Whole, now: datetime | None, *, past: bool) -> date | None:
    found = _day(whole, now)
    if whole.weekday and now and (found is None or isinstance(whole.day, At) or whole.shift):
        if isinstance(whole.day, At) and found:
            return week_of(found, whole.weekday.weekday)
        if found is None:
            found = _weekday(whole.weekday, whole.period, now.date(), past=past)
    if found is None and whole.ends and now and not whole.weekday:
        found = now.date()
    return _shifted(found, whole.shift) if found and whole.shift else found


def _shifted(day: date, shift: Shift) -> date:
    if shift.months is not None:
        return months_on(day, shift.months)
    try:
        return (datetime(day.year, day.month, day.day) + timedelta(seconds=shift.seconds)).date()
    except OverflowError:
        return day


def _day(whole: _Whole, now: datetime | None) -> date | None:
    """The date that the piece for the day names, with the period that it is said to lie in."""
    today = now.date() if now else None
    period = whole.period
    match whole.day:
        case OnDate(month, day, year, which):
            if year is not None:
                return made(year, month, day)
            if today and period and period.unit == "year":
                return made(today.year + period.away, month, day)
            return of_year(month, day, today, "next" if which == "coming" else which) if today else None
        case OfMonth(day) if today:
            if period and period.unit == "month":
                start = months_on(today.replace(day=1), period.away)
                return made(start.year, start.month, day)
            return of_month(day, today, whole.weekday.weekday if whole.weekday else None)
        case InDays(days) if today:
            return today + timedelta(days=days)
        case Feast(name, year, which):
            return _feast(name, year, which, period, today)
        case NthWeekday(number, weekday, month, year):
            return _nth(number, weekday, (year, month), period, today)
        case At(moment):
            return moment.date()
    return None


def _nth(
    number: int, weekday: int, said: tuple[int | None, int | None], period: Period | None, today: date | None
) -> date | None:
    """The n-th weekday of the month that is said; nothing where it has no such day."""
    year, month = said
    if year and month:
        return nth_weekday(year, month, number, weekday)
    if today is None:
        return None
    if month:
        return chosen(
            [nth_weekday(near, month, number, weekday) for near in range(today.year - 1, today.year + 2)], today, None
        )
    start = months_on(today.replace(day=1), period.away if period and period.unit == "month" else 0)
    return nth_weekday(start.year, start.month, number, weekday)


def _feast(name: str, year: int | None, which: str | None, period: Period | None, today: date | None) -> date | None:
    if year is not None:
        return feast(name, year)
    if today is None:
        return None
    if period and period.unit == "year":
        return feast(name, today.year + period.away)
    days = [found for near in range(today.year - 1, today.year + 2) if (found := feast(name, near))]
    return chosen(days, today, "next" if which == "coming" else "last" if which == "past" else which)


def _weekday(weekday: OnWeekday, period: Period | None, today: date, *, past: bool) -> date:
    """The weekday meant: of this week, the next or the last; else the coming one, or the last where the words say so."""
    if period and period.unit == "week":
        return week_of(today, weekday.weekday, period.away)
    match weekday.which:
        case "next":
            return week_of(today, weekday.weekday, 1)
        case "last":
            return week_of(today, weekday.weekday, -1)
        case "this":
            return week_of(today, weekday.weekday)
        case "past":
            return today - timedelta(days=(today.weekday() - weekday.weekday - 1) % 7 + 1)
    ahead = (weekday.weekday - today.weekday()) % 7
    if weekday.which == "coming":
        return _coming(today, weekday.weekday)
    if past:
        return today - timedelta(days=(today.weekday() - weekday.weekday) % 7)
    return today + timedelta(days=ahead, weeks=weekday.weeks)


def _coming(today: date, weekday: int) -> date:
    found = week_of(today, weekday)
    return found if found > today else found + timedelta(weeks=1)
