"""Days as seen from today: "yesterday", "last night", "next Monday", "Monday week", "in two days", "3 days before Friday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.calendar import months_on
from escalation_core.measures.durations import Length
from escalation_core.measures.numbers import Number
from escalation_core.measures.pieces import At, InDays, NthWeekday, OnWeekday, Period, Piece, Shift
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.span import Span

_DAY = 86400


def day_words(script: Script, now: datetime | None) -> Iterator[Piece]:
    """ "Today", "now", "the end of the day", "in the morning", "next week"."""
    for match in _words("days", "now", "end_of_day").finditer(script.plain):
        said, span = _said(match), Span(*match.span())
        if said in _told()["now"]:
            if now:
                yield Piece(span, day=At(now.replace(microsecond=0), whole=False))
        elif said in _told()["end_of_day"]:
            yield Piece(span, ends=True)
        else:
            yield Piece(span, day=InDays(int(_told()["days"][said])), part=_part(said))
    for match in _words("morning", "evening").finditer(script.plain):
        yield Piece(Span(*match.span()), part=_part(_said(match)), weak=True)
    yield from _periods(script)
    for match in _words("end_of").finditer(script.plain):
        yield Piece(Span(*match.span()), ends=True, weak=True)


def weekdays(script: Script) -> Iterator[Piece]:
    """ "Monday", "next Monday", "Monday week"."""
    for match in _weekday().finditer(script.plain):
        said, which = match.group("name"), _which_said(match)
        if said in measure_words()["weekdays"]["shy"] and script.text[match.start("name")].islower() and not which:
            continue
        on = _week_on().behind(script.plain, match.end())
        weeks = int(bool(on)) + (1 if match.group("ahead") else 0)
        weekday = OnWeekday(measure_words()["weekdays"]["names"][said], which, weeks)
        yield Piece(Span(match.start(), on.end if on else match.end()), weekday=weekday)


def nth_weekdays(script: Script) -> Iterator[Piece]:
    """ "The first Friday in July", "last Monday of 2024", "the third Wednesday of next month"; "two Sundays from now"."""
    for match in _nth().finditer(script.plain):
        weekday = measure_words()["weekdays"]["names"][match.group("name")]
        month = measure_words()["months"]["names"][match.group("month")] if match.group("month") else None
        year = int(match.group("year")) if match.group("year") else None
        number = _number_of(match.group("number"))
        if month is None and not _sayings_of_period().behind(script.plain, match.end()):
            continue
        yield Piece(Span(*match.span()), day=NthWeekday(number, weekday, month, year))


def weekdays_away(script: Script, found: Sequence[Number], now: datetime | None) -> Iterator[Piece]:
    """ "Two Sundays from now", "three Mondays ago"."""
    for number in found if now else ():
        match = _plural().match(script.plain, number.span.end)
        if not match or not now or number.low != number.high or not 0 < number.low < 100:
            continue
        away = _sayings("ago", "hence").behind(script.plain, match.end())
        if away:
            weekday = measure_words()["weekdays"]["names"][match.group(1)]
            back = (now.weekday() - weekday - 1) % 7 + 1
            days = -back - 7 * (int(number.low) - 1) if away.value == "ago" else 7 * int(number.low) - back % 7
            yield Piece(Span(number.span.start, away.end), day=InDays(days))


def relative(script: Script, lengths: Sequence[Length], now: datetime | None) -> Iterator[Piece]:
    """ "Two days ago", "in 5 minutes", "three weeks from tomorrow": only where `now` is known do they name a moment."""
    for found in _summed(script, sorted(lengths, key=lambda one: one.span)):
        if found.low != found.high or found.age:
            continue
        if piece := _away(script, found, now) or _anchored(script, found):
            yield piece


@cache
def _told() -> dict[str, Any]:
    return measure_words()["moments"]


@cache
def _sayings(*names: str) -> Sayings[str]:
    return Sayings({said: name for name in names for said in _told()[name]})


@cache
def _words(*names: str) -> re.Pattern[str]:
    said = sorted({said for name in names for said in _told()[name]}, key=len, reverse=True)
    phrases = "|".join("[ \\n]".join(map(re.escape, one.split(" "))) for one in said)
    return re.compile(rf"(?<![\w-])({phrases})(?![\w])")


def _said(match: re.Match[str]) -> str:
    return match.group(1).replace("\n", " ")


def _part(said: str) -> str | None:
    """The part of the day that the words name."""
    if said in _told()["nights"]:
        return "night"
    return "evening" if said in _told()["evening"] else "morning" if said in _told()["morning"] else None


# --- weekdays, weeks ---


@cache
def _whiches() -> dict[str, str]:
    return {said: name for name in ("past", "coming", "this", "last", "next") for said in _told()[name]}


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(sorted(measure_words()["weekdays"]["names"], key=len, reverse=True))
    which = "|".join(sorted(_whiches(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<ahead>an? week on )|(?P<which>{which})[ \n])?(?P<name>{names})(?![\w])(?!'[a-z])"
    )


def _which_said(match: re.Match[str]) -> str | None:
    return _whiches()[match.group("which")] if match.group("which") else None


@cache
def _nth() -> re.Pattern[str]:
    told = measure_words()
    names = "|".join(sorted(told["weekdays"]["names"], key=len, reverse=True))
    months = "|".join(sorted(told["months"]["names"], key=len, reverse=True))
    ordinals = "|".join(word for word, value in told["numbers"]["ordinals"].items() if value < 6)
    last = told["moments"]["last"][0]
    return re.compile(
        rf"(?<![\w-])(?:the )?(?P<number>{ordinals}|{last}|[1-5](?:st|nd|rd|th)) (?P<name>{names})"
        rf"(?: (?:of|in) (?P<month>{months})(?![a-z])\.?(?:,? (?P<year>(?:19|20)\d\d))?)?(?![\w])"
    )


def _number_of(said: str) -> int:
    told = measure_words()["numbers"]["ordinals"]
    return int(said[0]) if said[0].isdigit() else int(told.get(said, -1))


@cache
def _sayings_of_period() -> Sayings[bool]:
    told = _told()
    said = [f"{joint}{which} month" for which in _whiches() for joint in ("of ", "in ", "")]
    return Sayings(dict.fromkeys([*said, *(f"{joint} the month" for joint in told["day_of"])], True))


@cache
def _plural() -> re.Pattern[str]:
    names = [name for name in measure_words()["weekdays"]["names"] if len(name) > 5]
    return re.compile(rf" ({'|'.join(names)})(?![\w])")


@cache
def _week_on() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["week_on"][:2], True))


@cache
def _period() -> re.Pattern[str]:
    which = "|".join(sorted(_whiches(), key=len, reverse=True))
    after = "|".join(_told()["period_after"])
    units = "|".join(_told()["periods"])
    return re.compile(
        rf"(?<![\w-])(?:(?P<which>{which})[ \n](?P<unit>{units})|the (?P<far>{units}) (?P<after>{after}))(?![\w])"
    )


def _periods(script: Script) -> Iterator[Piece]:
    for match in _period().finditer(script.plain):
        which = _which_said(match)
        away = 1 if which in ("next", "coming") else -1 if which in ("last", "past") else 0
        if match.group("after"):
            away = 2 * _told()["period_after"][match.group("after")]
        unit = match.group("unit") or match.group("far")
        yield Piece(Span(*match.span()), period=Period(_told()["periods"][unit], away), weak=True)


# --- so long from now, or from another day ---


def _summed(script: Script, lengths: Sequence[Length]) -> Iterator[Length]:
    """The lengths, those that are told in several units as one: "an hour and 20 minutes"."""
    held: Length | None = None
    for found in lengths:
        between = script.plain[held.span.end : found.span.start].strip() if held else ""
        near = held is not None and 0 <= found.span.start - held.span.end <= 5
        if held and near and between in ("", *measure_words()["money"]["and"]) and found.low < held.low:
            span = Span(held.span.start, found.span.end)
            held = replace(held, span=span, low=held.low + found.low, high=held.high + found.high, months=None)
            continue
        if held:
            yield held
        held = found
    if held:
        yield held


def _away(script: Script, found: Length, now: datetime | None) -> Piece | None:
    """ "Two days ago", "in an hour", "three weeks later"."""
    end = found.span.end
    time = _suffix().behind(script.plain, end, "' ")
    behind = _sayings("ago", "hence").behind(script.plain, time.end if time else end)
    lead = None if behind else _sayings("in_front").before(script.plain, found.span.start)
    if not now or not (behind or lead):
        return None
    start = lead.start if lead else found.span.start
    sign = -1 if behind and behind.value == "ago" else 1
    stop = behind.end if behind else time.end if time else end
    return Piece(
        Span(start, stop), day=_moved(now, sign * found.low, None if found.months is None else sign * found.months)
    )


@cache
def _suffix() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["time_words"], True))


def _moved(now: datetime, seconds: float, months: float | None) -> At:
    """So long from a moment: a day where whole days are counted."""
    if months is not None and months == int(months) and abs(months) < 12000:
        day = months_on(now.date(), int(months))
        return At(datetime(day.year, day.month, day.day), whole=True)
    try:
        moment = now.replace(microsecond=0) + timedelta(seconds=seconds)
    except OverflowError:
        moment = now
    return At(moment, whole=seconds % _DAY == 0 and abs(seconds) >= _DAY)


def _anchored(script: Script, found: Length) -> Piece | None:
    """ "3 days from Tuesday", "two weeks before 13 May": the day follows."""
    behind = _sayings("after", "before").behind(script.plain, found.span.end)
    if not behind:
        return None
    sign = -1 if behind.value == "before" else 1
    whole = found.months is not None and found.months == int(found.months)
    months = sign * int(found.months or 0) if whole else None
    return Piece(Span(found.span.start, behind.end), shift=Shift(sign * found.low, months), weak=True)
