"""Dates reckoned: the nearest of a day without year, feasts, weekdays, months on."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words

_SEARCH = 800


def made(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(said: str) -> int:
    """The year that two or four digits mean."""
    year = int(said)
    return year if year >= 100 else year + (1900 if year > 50 else 2000)


def chosen(days: list[date], today: date, which: str | None) -> date | None:
    """Of the same day in several years the one meant: the next, the last, or the nearest."""
    later = [day for day in days if day > today]
    earlier = [day for day in days if day < today]
    if which == "next":
        return min(later, default=None)
    if which == "last":
        return max(earlier, default=None)
    if which == "this":
        return next((day for day in days if day.year == today.year), None)
    return min(days, key=lambda day: abs((day - today).days), default=None)


def of_year(month: int, day: int, today: date, which: str | None = None) -> date | None:
    """A day without year."""
    years = range(today.year - 4, today.year + 5) if (month, day) == (2, 29) else range(today.year - 1, today.year + 2)
    return chosen([found for year in years if (found := made(year, month, day))], today, which)


def of_month(day: int, today: date, weekday: int | None = None) -> date | None:
    """A day of some month, on a weekday where one is given: the nearest to today."""
    for away in range(_SEARCH):
        for found in (today + timedelta(days=away), today - timedelta(days=away)):
            if found.day == day and weekday in (None, found.weekday()):
                return found
    return None


def months_on(start: date, months: int) -> date:
    """So many months later; the last of the month where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return next(found for back in range(4) if (found := made(year, month + 1, start.day - back)))


def week_of(start: date, weekday: int, weeks: int = 0) -> date:
    """A weekday of the same week, or so many weeks on."""
    return start + timedelta(days=weekday - start.weekday(), weeks=weeks)


# --- feasts ---


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year."""
    told = _feasts()
    if name in told["fixed"]:
        month, day = told["fixed"][name].split("-")
        return made(year, int(month), int(day))
    if name in told["easter"]:
        return easter(year) + timedelta(days=told["easter"][name])
    month, number, weekday, after = told["nth"][name]
    return nth_weekday(year, month, number, weekday) + timedelta(days=after)


def easter(year: int) -> date:
    """Easter Sunday, after the anonymous Gregorian reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """The n-th weekday of a month; minus one is the last."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = months_on(date(year, month, 1), 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


@cache
def _feasts() -> dict[str, Any]:
    return measure_words()["feasts"]
