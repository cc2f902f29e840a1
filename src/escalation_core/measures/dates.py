"""Dates in digits: "2025-03-04T10:00Z", "03/04/2025", "23.04.2022"."""

import re
from collections.abc import Iterator
from datetime import time
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.calendar import full_year, made
from escalation_core.measures.pieces import OnDate, Piece
from escalation_core.measures.script import Script
from escalation_core.model.span import Span

_ISO = re.compile(
    r"(?<![\d.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:t(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?(z|[+-]\d\d:?\d\d)?(?!\d))?"
    r"|(?<![\d.-])((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)(?:t(\d\d)(\d\d)(\d\d)?(z|[+-]\d\d:?\d\d)?(?!\d))?"
)
_SLASHED = re.compile(r"(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%]|[.-]\d)")
_COUNTED = re.compile(r" (?:of\b|[a-z]{2,}s\b)")


def dates(script: Script) -> Iterator[Piece]:
    """Every date in digits."""
    for match in _ISO.finditer(script.plain):
        if piece := _iso(match):
            yield piece
    found = list(_SLASHED.finditer(script.plain))
    first = _month_first(script, found)
    for match in found:
        if piece := _slashed(script, match, month_first=first):
            yield piece


def _iso(match: re.Match[str]) -> Piece | None:
    parts = match.groups()
    year, month, day, hour, minute, second, zone = (
        (parts[0], *parts[2:8]) if parts[0] else parts[8:15]
    )  # fmt: skip
    if not made(int(year), int(month), int(day)):
        return None
    clock = None
    if hour is not None and int(hour) < 25 and int(minute) < 60:
        clock = time(int(hour) % 24, int(minute), min(int(second or 0), 59))
    named = zone and ("UTC" if zone == "z" else zone)
    return Piece(Span(*match.span()), day=OnDate(int(month), int(day), int(year)), clock=clock, sure=True, zone=named)


def _slashed(script: Script, match: re.Match[str], *, month_first: bool) -> Piece | None:
    if match.group() in measure_words()["moments"]["no_dates"]:
        return None
    one, other, said = int(match.group(1)), int(match.group(3)), match.group(4)
    if not said and (match.group(2) != "/" or _COUNTED.match(script.plain, match.end())):
        return None
    if (
        not said
        and one < other <= 16
        and re.search(r"\d {1,2}$", script.plain[max(0, match.start() - 3) : match.start()])
    ):
        return None
    year = full_year(said) if said else None
    pairs = ((one, other), (other, one)) if month_first and match.group(2) != "." else ((other, one), (one, other))
    for month, day in pairs:
        if made(year or 2000, month, day):
            return Piece(Span(*match.span()), day=OnDate(month, day, year))
    return None


def _month_first(script: Script, found: list[re.Match[str]]) -> bool:
    """Whether who writes this puts the month before the day: by a date that can be read in one way only, else by other signs."""
    for match in found:
        one, other = int(match.group(1)), int(match.group(3))
        if match.group(2) == "/" and (one > 12) != (other > 12) and max(one, other) <= 31:
            return other > 12
    return bool(_abroad().search(script.plain))


@cache
def _abroad() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{'|'.join(measure_words()['moments']['month_first'])})(?![\w])")
