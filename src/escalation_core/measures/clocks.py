"""Clock times: in digits, spoken, and in words such as noon."""

import re
from collections.abc import Iterator
from datetime import time
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.cardinals import number_words
from escalation_core.measures.pieces import Piece
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.span import Span

_FULL = re.compile(
    r"(?<![\w:.,/£$€])(?<![a-z]-)([01]?\d|2[0-4])([:.h])([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,6})?)?(?![\d]|[:.]\d|%)"
)
_HOUR = re.compile(r"(?<![\w:.,/£$€])(1[0-2]|0?[1-9])(?![\d:]|[.,]\d)")
_FOUR = re.compile(r"(?<![\w:.,/£$€-])([01]\d|2[0-3])([0-5]\d)(?![\d:]|[.,]\d)")
_NEXT = re.compile(r"[ \n]*([a-z]*)")


def clocks(script: Script) -> Iterator[Piece]:
    """Every clock time, with the word for about before it and the zone behind it."""
    for piece in (*_full(script), *_hours(script), *_four(script), *_spoken(script), *_alone(script), *_worded(script)):
        yield _around(script, piece)


@cache
def _told() -> dict[str, Any]:
    return measure_words()["moments"]


@cache
def _table(*names: str) -> Sayings[str]:
    return Sayings({said: name for name in names for said in _told()[name]})


def _halved(hour: int, half: str | None) -> int | None:
    """The hour of the day; nothing where there is none such."""
    if half is None:
        return hour % 24
    return None if hour > 12 else hour % 12 + (12 if half == "pm" else 0)


def _half(script: Script, end: int, *, short: bool) -> tuple[str | None, int]:
    """ "am" or "pm" behind an hour."""
    found = _table("am", "pm").behind(script.plain, end)
    if found:
        return found.value, found.end
    found = _table("short_am", "short_pm").behind(script.plain, end, "") if short else None
    return (found.value.removeprefix("short_"), found.end) if found else (None, end)


# --- in digits ---


def _full(script: Script) -> Iterator[Piece]:
    """ "13:50", "9.30pm", "14h30"."""
    for match in _FULL.finditer(script.plain):
        half, end = _half(script, match.end(), short=match.group(2) == ":" or script.plain[match.end() :][:1] in "ap")
        if script.plain[end : end + 1].isalnum() or (match.group(2) == "h" and _lasting(script, match)):
            continue
        weak = match.group(2) == "." and not half
        if weak and not _table("cues").before(script.plain, match.start()) and len(match.group(1)) < 2:
            continue
        hour = _halved(int(match.group(1)), half)
        if hour is None:
            continue
        clock = time(hour, int(match.group(3)), int(match.group(4) or 0))
        strong = not weak or bool(_table("strong").before(script.plain, match.start()))
        yield Piece(Span(match.start(), end), clock=clock, sure=bool(half) or hour > 12, weak=not strong)


def _lasting(script: Script, match: re.Match[str]) -> bool:
    """Whether "1h30" is a length of time: an hour of one digit that nothing announces."""
    return len(match.group(1)) < 2 and not _table("strong").before(script.plain, match.start())


def _hours(script: Script) -> Iterator[Piece]:
    """ "9 am", "9p", "4 o'clock", "9ish"."""
    for match in _HOUR.finditer(script.plain):
        half, end = _half(script, match.end(), short=bool(_table("strong").before(script.plain, match.start())))
        if not half:
            after = _table("oclock", "ish").behind(script.plain, match.end())
            if not after or (after.value == "ish" and script.plain[match.end()] == " "):
                continue
            half, end = _half(script, after.end, short=False)
        hour = _halved(int(match.group(1)), half)
        if hour is not None:
            yield Piece(Span(match.start(), end), clock=time(hour), sure=bool(half))


def _four(script: Script) -> Iterator[Piece]:
    """ "0915h", "1430 hrs", "at 0915": four digits where something says that they are a time."""
    for match in _FOUR.finditer(script.plain):
        cue = _table("strong").before(script.plain, match.start())
        after = _table("hours_short", "hours").behind(script.plain, match.end())
        zero = match.group(1).startswith("0")
        if not (after and (cue or zero or after.value == "hours_short")) and not (cue and zero):
            continue
        clock = time(int(match.group(1)), int(match.group(2)))
        yield Piece(Span(match.start(), after.end if after else match.end()), clock=clock, sure=True)


# --- spoken ---


@cache
def _hour_names() -> dict[str, int]:
    return {word: value for word, value in number_words().units.items() if 1 <= value <= 12}


@cache
def _minute_names() -> str:
    known = number_words()
    tens = "|".join(word for word, value in known.tens.items() if value <= 50)
    units = "|".join(word for word, value in known.units.items() if value)
    return rf"(?:{tens})[- ](?:{units})|{tens}|{units}"


@cache
def _spoken_pattern() -> re.Pattern[str]:
    told, hours = _told(), "|".join(_hour_names())
    quarters = "|".join(told["three_quarters"])
    minutes = rf"{_minute_names()}|an? {told['quarter']}|{told['quarter']}|{told['half']}|{quarters}|[1-5]?\d"
    names = "|".join(told["minute_names"])
    past, to = "|".join(told["past_hour"]), "|".join(told["to_hour"])
    return re.compile(
        rf"(?<![\w:.,-])(?P<minutes>{minutes})(?P<named> (?:{names}))? (?:(?P<past>{past})|(?P<to>{to})) (?P<hour>{hours}|1[0-2]|[1-9])"
        rf"(?![\w:%]|[.,]\d)|(?<![\w-]){told['half']}[- ](?P<half>{hours}|1[0-2]|[1-9])(?![\w:%]|[.,]\d| of)"
    )


def _spoken(script: Script) -> Iterator[Piece]:
    """ "Quarter past nine", "ten to six", "half nine", "thirty-six minutes past eight"."""
    for match in _spoken_pattern().finditer(script.plain):
        said = match.group("half") or match.group("hour")
        minute = 30 if match.group("half") else _minutes(match.group("minutes"))
        if match.group("to"):
            minute = -minute
            if _table("opening").before(script.plain, match.start()):
                continue
        after = _table("oclock").behind(script.plain, match.end())
        half, end = _half(script, after.end if after else match.end(), short=False)
        worded = match.group("half") and not match.group("half").isdigit()
        sure = match.group("named") or after or half or worded or _is_quarter(match)
        if match.group("to") and not sure and minute % 5:
            continue
        quarter = bool(match.group("to")) and (match.group("minutes") or "").endswith(_told()["quarter"])
        if not sure and not _closed(script, match.start(), end, alone=bool(match.group("past")) or quarter):
            continue
        total = (_hour(said) * 60 + minute) % 1440
        hour = _halved(total // 60 or 12, half) if half else total // 60
        if hour is not None:
            yield Piece(Span(match.start(), end), clock=time(hour, total % 60), sure=bool(half))


def _is_quarter(match: re.Match[str]) -> bool:
    said = match.group("minutes") or ""
    return said.endswith((_told()["quarter"], _told()["half"])) and not match.group("to")


def _hour(said: str) -> int:
    return int(said) if said.isdigit() else _hour_names()[said]


def _minutes(said: str) -> int:
    told, known = _told(), number_words()
    if said in told["three_quarters"]:
        return 45
    if said.endswith(told["quarter"]):
        return 15
    if said == told["half"]:
        return 30
    if said.isdigit():
        return int(said)
    return int(sum(known.units.get(word, known.tens.get(word, 0)) for word in re.split(r"[- ]", said)))


@cache
def _alone_pattern() -> re.Pattern[str]:
    hours = "|".join(_hour_names())
    return re.compile(
        rf"(?<![\w:.,/£$€-])(?P<hour>{hours}|1[0-2]|[1-9])(?: (?P<minutes>{_minute_names()}))?(?![\w:%/-]|[.,]\d)"
    )


def _alone(script: Script) -> Iterator[Piece]:
    """An hour that stands alone behind "at" and the like, or behind a day: "at nine", "seven twenty-seven", "6 pm"."""
    for match in _alone_pattern().finditer(script.plain):
        half, end = _half(script, match.end(), short=False)
        after = None if half else _table("oclock").behind(script.plain, end)
        end = after.end if after else end
        minute = _minutes(match.group("minutes")) if match.group("minutes") else 0
        hour = _halved(_hour(match.group("hour")), half)
        if minute > 59 or hour is None or (0 < minute < 10):
            continue
        if half or after:
            yield Piece(Span(match.start(), end), clock=time(hour, minute), sure=bool(half))
            continue
        if not _closed(script, match.start(), end, alone=True):
            continue
        cue = _table("strong").before(script.plain, match.start())
        about = _table("about").before(script.plain, match.start())
        part = _table("morning", "evening").behind(script.plain, end)
        if cue or about or part or not match.group("hour").isdigit():
            yield Piece(Span(match.start(), end), clock=time(hour, minute), weak=not (cue or part))


def _closed(script: Script, start: int, end: int, *, alone: bool = False) -> bool:
    """ "Since nine" ends there, "at nine sites" does not; before "to" and the like something must say that it is a time."""
    following = _NEXT.match(script.plain, end)
    word = following.group(1) if following else ""
    after = script.plain[end : end + 2].strip()[:1]
    ended = word in _closing() if word else not after.isdigit() and after not in set("%£$€/+*x")
    if alone or not ended:
        return ended
    return bool(_table("cues").before(script.plain, start)) or not word


@cache
def _closing() -> frozenset[str]:
    return frozenset({*_told()["closing"].split(), *measure_words()["weekdays"]["names"]})


# --- in words ---


@cache
def _noon() -> re.Pattern[str]:
    words = "|".join(sorted(_told()["clocks"], key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words})(?:-?{'|-?'.join(_told()['ish'])})?(?![\w])")


def _worded(script: Script) -> Iterator[Piece]:
    """ "Noon", "midnight"."""
    for match in _noon().finditer(script.plain):
        clock = time.fromisoformat(_told()["clocks"][match.group(1)])
        yield Piece(Span(*match.span()), clock=clock, sure=True)


# --- around them ---


def _around(script: Script, piece: Piece) -> Piece:
    """The time with "around" before it, and the zone behind it."""
    start, end, zone = piece.span.start, piece.span.end, None
    if about := _table("about").before(script.plain, start):
        start = about.start
    offset = _offset().match(script.plain, end)
    named = None if offset else _zones().behind(script.plain, end)
    if offset:
        end, zone = offset.end(), offset.group(1).upper().replace(" ", "")
    elif named and (named.value == "sure" or script.capital(named.start, named.end)):
        end, zone = named.end, script.text[named.start : named.end]
    return Piece(Span(start, end), clock=piece.clock, sure=piece.sure, zone=zone, weak=piece.weak)


@cache
def _offset() -> re.Pattern[str]:
    return re.compile(r" ?\(?((?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?|\+(?:0\d|1[0-4]):[0-5]\d)\)?(?![\w:])")


@cache
def _zones() -> Sayings[str]:
    told = measure_words()["zones"]
    return Sayings({name: "shy" if name in told["shy"] else "sure" for name in told["names"]})
