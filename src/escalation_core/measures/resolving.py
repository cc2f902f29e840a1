"""Values of moments placed in time, seen from a `now`."""

import re
from datetime import date, datetime, time, timedelta

from escalation_core.measures.calendar import of_month, of_year

_DAYS = re.compile(r"(-?)P(\d+)D(?:T(\d\d:\d\d:\d\d))?")
_WEEKDAY = re.compile(r"W-(\d)(?:T(\d\d:\d\d:\d\d))?")
_YEARLESS = re.compile(r"--(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d))?")
_MONTHLESS = re.compile(r"---(\d\d)(?:T(\d\d:\d\d:\d\d))?")
_CLOCK = re.compile(r"\d\d:\d\d:\d\d")


def resolve(value: str, now: datetime) -> datetime | None:
    """The moment that a value means, seen from `now`: the last one not after it for clock times and weekdays."""
    if match := _DAYS.fullmatch(value):
        away = int(match.group(2)) * (-1 if match.group(1) else 1)
        return _placed(now.date() + timedelta(days=away), match.group(3))
    if match := _WEEKDAY.fullmatch(value):
        back = (now.weekday() - int(match.group(1)) + 1) % 7
        return _placed(now.date() - timedelta(days=back), match.group(2))
    if match := _YEARLESS.fullmatch(value):
        return _placed(of_year(int(match.group(1)), int(match.group(2)), now.date()), match.group(3))
    if match := _MONTHLESS.fullmatch(value):
        return _placed(of_month(int(match.group(1)), now.date()), match.group(2))
    try:
        if _CLOCK.fullmatch(value):
            found = datetime.combine(now.date(), time.fromisoformat(value))
            return found if found <= now else found - timedelta(days=1)
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def elapsed(start: str, end: str, now: datetime) -> float | None:
    """The seconds from one moment to another, both as values; None where either cannot be placed."""
    one, other = resolve(start, now), resolve(end, now)
    return None if one is None or other is None else (other - one).total_seconds()


def _placed(day: date | None, clock: str | None) -> datetime | None:
    return datetime.combine(day, time.fromisoformat(clock) if clock else time()) if day else None
