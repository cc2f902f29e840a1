"""Moments: clock times, dates and days as people write them, resolved as far as the text and `now` allow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.clocks import clocks
from escalation_core.measures.dates import dates
from escalation_core.measures.days import day_words, nth_weekdays, relative, weekdays, weekdays_away
from escalation_core.measures.durations import Length
from escalation_core.measures.named import days_of_month, feasts, named_dates
from escalation_core.measures.numbers import Number
from escalation_core.measures.pieces import At, InDays, Piece
from escalation_core.measures.resolving import elapsed, resolve
from escalation_core.measures.script import Sayings, Script
from escalation_core.measures.settling import settled
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_COLON = re.compile(r"\d{1,2}:\d\d")
"""At the head of a line this is the stamp of that line."""

__all__ = ["elapsed", "moments", "resolve"]


def moments(
    script: Script, counted: Sequence[Number] = (), lengths: Sequence[Length] = (), now: datetime | None = None
) -> Iterator[Mention]:
    """Every moment of a text in order. A value is a date, a time, or both in ISO 8601; `unit` is the zone, if one is said.

    Without `now` a weekday is given as "W-1" to "W-7", a day without year as "--12-03", one without month as "---03",
    and "today" and the like as "P0D", "-P1D", "P1D": nothing is claimed that the text does not say.
    """
    at = 0
    kept: list[Piece] = []
    for piece in sorted(
        _pieces(script, counted, lengths, now), key=lambda piece: (piece.span.start, -piece.span.end, piece.weak)
    ):
        if piece.span.start >= at:
            kept.append(piece)
            at = piece.span.end
        elif kept and _fitter(kept[-1], piece):
            kept[-1], at = piece, piece.span.end
    for group in _groups(script, kept):
        mention = _mention(script, group, now)
        if mention:
            yield mention


def _pieces(
    script: Script, counted: Sequence[Number], lengths: Sequence[Length], now: datetime | None
) -> Iterator[Piece]:
    yield from dates(script)
    yield from named_dates(script)
    yield from days_of_month(script)
    yield from feasts(script)
    yield from clocks(script)
    yield from day_words(script, now)
    yield from nth_weekdays(script)
    yield from weekdays(script)
    yield from weekdays_away(script, counted, now)
    yield from relative(script, lengths, now)


def _fitter(kept: Piece, piece: Piece) -> bool:
    """Whether a piece is the better reading where it begins inside a weak one and goes further."""
    return kept.weak and not piece.weak and piece.span.end > kept.span.end and kept.shift is None


# --- putting pieces together ---


def _groups(script: Script, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and _joins(script, group, piece):
            group.append(piece)
            continue
        if group:
            yield group
        group = [piece]
    if group:
        yield group


def _joins(script: Script, group: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece says something more about the moment of the group."""
    between = script.plain[group[-1].span.end : piece.span.start]
    if between and not _joint().fullmatch(between):
        return False
    if "\n" in between and piece.roles() == {"clock"} and _COLON.match(script.plain, piece.span.start):
        return False
    held = frozenset(role for one in group for role in one.roles())
    said = piece.roles()
    if piece.shift or held & said:
        return False
    if held == {"clock"} and all(one.weak for one in group) and not said & {"part"}:
        return False
    if "shift" in held or ("ends" in held and held == {"ends"}):
        return bool(said & {"day", "weekday", "clock"}) or "day" in held
    if piece.weak and said == {"clock"}:
        return bool(held & {"day", "weekday", "part"})
    if said == {"period"}:
        return _dated(group)
    if held == {"period"}:
        return bool(said & {"weekday"}) or not isinstance(piece.day, InDays | At | None)
    return True


def _dated(group: Sequence[Piece]) -> bool:
    return any(piece.weekday or (piece.day and not isinstance(piece.day, InDays | At)) for piece in group)


@cache
def _joint() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in measure_words()["moments"]["joins"]), key=len, reverse=True))
    return re.compile(rf"(?:\s*,)?\s+(?:(?:{words})\s+){{0,2}}|\s?[-–,]\s?|\s?\(|\)\s?-?\s?|t|, ?(?:{words}) ")


def _mention(script: Script, group: Sequence[Piece], now: datetime | None) -> Mention | None:
    if all(piece.weak for piece in group):
        return None
    group = _trimmed(group)
    span = Span(group[0].span.start, group[-1].span.end)
    value = settled(group, now, past=bool(_since().before(script.plain, span.start)))
    zone = next((piece.zone for piece in group if piece.zone), None)
    return Mention(MentionKind.MOMENT, script.quote(span), span, value=value, unit=zone) if value else None


def _trimmed(group: Sequence[Piece]) -> Sequence[Piece]:
    """The group without weeks, shifts and ends that nothing in it fits."""
    if len(group) > 1 and group[-1].weak and group[-1].period and not _dated(group):
        return group[:-1]
    if group[0].shift and len(group) > 1 and not any(piece.day or piece.weekday for piece in group):
        return group[1:]
    if group[0].period and group[0].weak and len(group) > 1 and not _dated(group):
        return [replace(group[1], span=group[1].span), *group[2:]]
    return group


@cache
def _since() -> Sayings[bool]:
    return Sayings(dict.fromkeys(measure_words()["moments"]["since"], True))
