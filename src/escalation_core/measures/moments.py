"""Moments: clock times, dates and days as people write them, resolved as far as the text and `now` allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.numbers import numbers
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_ISO = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<![\d-])((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)"
)
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%]|[.-]\d)")
_JOIN = re.compile(r"(?:\s*,)?\s+(?:at|on|around|about|by|from)?\s*|\s*[-–,]\s*|\s*\(|\)\s*-?\s*|T", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a moment: a day, a clock time, or both; `weak` ones count only beside another."""

    span: Span
    day: date | None = None
    clock: time | None = None
    value: str | None = None
    weekday: int | None = None
    half: str | None = None
    weak: bool = False


def moments(text: str, now: datetime | None = None) -> Iterator[Mention]:
    """Every moment of a text in order. A value is a date, a time, or both in ISO 8601.

    Without `now` a weekday is given as "W-1" to "W-7", a day without year as "--12-03", and "today" and the like as
    "P0D", "-P1D", "P1D": nothing is claimed that the text does not say.
    """
    pieces = sorted(_pieces(text, now), key=lambda piece: (piece.span.start, -piece.span.end))
    at = 0
    kept: list[_Piece] = []
    for piece in pieces:
        if piece.span.start >= at:
            kept.append(piece)
            at = piece.span.end
    for group in _groups(text, kept):
        if not all(piece.weak for piece in group):
            yield _mention(text, group, now)


def resolve(value: str, now: datetime) -> datetime | None:
    """The moment that a value means, seen from `now`: the last one not after it for clock times and weekdays."""
    if match := re.fullmatch(r"(-?)P(\d+)D(?:T(\d\d:\d\d:\d\d))?", value):
        day = now.date() + timedelta(days=int(match.group(2)) * (-1 if match.group(1) else 1))
        return datetime.combine(day, time.fromisoformat(match.group(3)) if match.group(3) else time())
    if match := re.fullmatch(r"W-(\d)(?:T(\d\d:\d\d:\d\d))?", value):
        back = (now.weekday() - int(match.group(1)) + 1) % 7
        clock = time.fromisoformat(match.group(2)) if match.group(2) else time()
        return datetime.combine(now.date() - timedelta(days=back), clock)
    if match := re.fullmatch(r"--(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d))?", value):
        return _nearest(int(match.group(1)), int(match.group(2)), match.group(3), now)
    try:
        if re.fullmatch(r"\d\d:\d\d:\d\d", value):
            found = datetime.combine(now.date(), time.fromisoformat(value))
            return found if found <= now else found - timedelta(days=1)
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def _nearest(month: int, day: int, clock: str | None, now: datetime) -> datetime | None:
    """A day without year: the one nearest to `now`."""
    found = [made for year in (now.year - 1, now.year, now.year + 1) if (made := _date(year, month, day))]
    if not found:
        return None
    best = min(found, key=lambda one: abs((one - now.date()).days))
    return datetime.combine(best, time.fromisoformat(clock) if clock else time())


def elapsed(start: str, end: str, now: datetime) -> float | None:
    """The seconds from one moment to another, both as values; None where either cannot be placed."""
    one, other = resolve(start, now), resolve(end, now)
    return None if one is None or other is None else (other - one).total_seconds()


# --- putting pieces together ---


def _groups(text: str, pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and _joins(text, group, piece):
            group.append(piece)
            continue
        if group:
            yield group
        group = [piece]
    if group:
        yield group


def _joins(text: str, group: list[_Piece], piece: _Piece) -> bool:
    between = text[group[-1].span.end : piece.span.start]
    if between and not _JOIN.fullmatch(between):
        return False
    has_day = any(one.day or one.value or one.weekday is not None for one in group)
    has_clock = any(one.clock for one in group)
    if piece.clock:
        return not has_clock
    if piece.half:
        return not any(one.half for one in group)
    if piece.weekday is not None or all(one.weekday is not None or one.clock or one.half for one in group):
        return not (piece.day and any(one.day for one in group)) and not any(
            one.weekday is not None for one in group if piece.weekday is not None
        )
    return not has_day


def _mention(text: str, group: list[_Piece], now: datetime | None) -> Mention:
    span = Span(group[0].span.start, group[-1].span.end)
    clock = next((piece.clock for piece in group if piece.clock), None)
    half = next((piece.half for piece in group if piece.half), None)
    if clock and half == "evening" and clock.hour < 12:
        clock = clock.replace(hour=clock.hour + 12)
    dated = next((piece for piece in group if piece.day or piece.value), None)
    weekday = next((piece.weekday for piece in group if piece.weekday is not None), None)
    value = _value(dated, weekday, clock, now)
    return Mention(MentionKind.MOMENT, span.of(text), span, value=value)


def _value(dated: _Piece | None, weekday: int | None, clock: time | None, now: datetime | None) -> str:
    tail = f"T{clock.isoformat()}" if clock else ""
    if dated and dated.day:
        return dated.day.isoformat() + tail
    if dated and dated.value:
        return dated.value + tail if "T" not in dated.value and not re.match(r"\d\d:", dated.value) else dated.value
    if weekday is not None:
        if now:
            day = now.date() + timedelta(days=(weekday - now.weekday()) % 7)
            return day.isoformat() + tail
        return f"W-{weekday + 1}{tail}"
    return clock.isoformat() if clock else ""


# --- the pieces ---


def _pieces(text: str, now: datetime | None) -> Iterator[_Piece]:
    yield from _iso(text)
    yield from _named_dates(text, now)
    yield from _slashed(text, now)
    yield from _clocks(text)
    yield from _spoken_clocks(text)
    yield from _day_words(text, now)
    yield from _weekdays(text, now)
    yield from _relative(text, now)
    yield from _halves(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(said: str | None) -> int | None:
    if not said:
        return None
    year = int(said)
    return year if year >= 100 else year + (1900 if year > 50 else 2000)


def _iso(text: str) -> Iterator[_Piece]:
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in (match.groups()[:3] if match.group(1) else match.groups()[3:]))
        made = _date(year, month, day)
        if made:
            yield _Piece(Span(*match.span()), day=made)


def _yearless(span: Span, month: int, day: int, now: datetime | None) -> _Piece | None:
    if not _date(2000, month, day):
        return None
    if now:
        near = _nearest(month, day, None, now)
        return _Piece(span, day=near.date()) if near else None
    return _Piece(span, value=f"--{month:02}-{day:02}")


def _slashed(text: str, now: datetime | None) -> Iterator[_Piece]:
    for match in _SLASHED.finditer(text):
        first, second, year = int(match.group(1)), int(match.group(3)), _year(match.group(4))
        mark = match.group(2)
        if mark != "/" and not match.group(4):
            continue
        for day, month in ((first, second), (second, first)):
            if year is not None:
                made = _date(year, month, day)
                if made:
                    yield _Piece(Span(*match.span()), day=made)
                    break
            elif piece := _yearless(Span(*match.span()), month, day, now):
                yield piece
                break


@cache
def _dated() -> re.Pattern[str]:
    months = "|".join(sorted(measure_words()["months"]["names"], key=len, reverse=True))
    words = "|".join([*measure_words()["numbers"]["ordinals"], "twenty[- ]\\w+", "thirty[- ]first", "thirtieth"])
    day = rf"(?:(?P<{{0}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?|(?P<{{1}}>{words}))"
    front = day.format("d1", "o1")
    back = day.format("d2", "o2")
    year = r"(?:\s*,?\s*(?:of\s+)?(?P<{0}>\d{{4}})|\s+['’](?P<{1}>\d\d))?"
    return re.compile(
        rf"(?<![\w.-])(?:(?:the\s+)?{front}[\s-]*(?:of\s+)?(?P<m1>{months})\b\.?{year.format('y1', 's1')}(?!\d)"
        rf"|(?P<m2>{months})\.?[\s/-]*(?:the\s+)?{back}(?![\d:]|\.\d){year.format('y2', 's2')}(?![\d:]))",
        re.IGNORECASE,
    )


def _named_dates(text: str, now: datetime | None) -> Iterator[_Piece]:
    names = measure_words()["months"]["names"]
    for match in _dated().finditer(text):
        number = "1" if match.group("m1") else "2"
        said = match.group(f"m{number}")
        if (
            said.islower()
            and said in ("may", "mar", "march", "dec", "sat", "sun")
            and not match.group(f"y{number}")
            and match.group(f"o{number}")
        ):
            continue
        month = names[said.casefold()]
        day = int(match.group(f"d{number}")) if match.group(f"d{number}") else _ordinal(match.group(f"o{number}"))
        year = _year(match.group(f"y{number}") or match.group(f"s{number}"))
        span = Span(*match.span())
        if year is not None:
            made = _date(year, month, day)
            if made:
                yield _Piece(span, day=made)
        elif piece := _yearless(span, month, day, now):
            yield piece


def _ordinal(said: str) -> int:
    told = measure_words()["numbers"]
    plain = re.split(r"[- ]", said.casefold())
    value = told["ordinals"].get(plain[-1], told["units"].get(plain[-1], 0))
    return int(value + (told["tens"].get(plain[0], 0) if len(plain) > 1 else 0))


_CLOCK = re.compile(
    r"(?<![\w:.,/£$€-])(?P<h>[01]?\d|2[0-3])(?:(?P<mark>[:.h])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?)?\s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|[ap](?![\w]))?(?![\d]|[:.]\d|%|\w)"
    r"|(?<![\w:.])(?P<four>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:h|hrs|hours)\b"
    r"|(?<![\w:.])(?P<o>1[0-2]|\d)\s?o['’]?\s?clock\b",
    re.IGNORECASE,
)


def _clocks(text: str) -> Iterator[_Piece]:
    for match in _CLOCK.finditer(text):
        if match.group("four"):
            said = match.group("four")
            yield _Piece(Span(*match.span()), clock=time(int(said[:2]), int(said[2:])))
        elif match.group("o"):
            yield _Piece(Span(*match.span()), clock=time(int(match.group("o"))))
        elif match.group("m") or match.group("half"):
            half = (match.group("half") or "").casefold()[:1]
            if match.group("mark") == "." and not half and not _cued(text, match.start()):
                continue
            hour = int(match.group("h"))
            if half and hour > 12:
                continue
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            yield _Piece(Span(*match.span()), clock=time(hour, int(match.group("m") or 0), int(match.group("s") or 0)))


def _cued(text: str, start: int) -> bool:
    before = re.search(r"(\w+)\s+$", text[max(0, start - 12) : start])
    return bool(before) and before.group(1).casefold() in measure_words()["moments"]["cues"]  # type: ignore[union-attr]


@cache
def _spoken() -> re.Pattern[str]:
    told = measure_words()
    hours = "|".join(list(told["numbers"]["units"])[3:16])
    minutes = "five|ten|twenty|twenty-five|twenty five|quarter|a quarter|half|" + r"\d{1,2}"
    words = "|".join(sorted(told["moments"]["clocks"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<min>{minutes})(?:\s+min(?:ute)?s?)?\s+(?P<dir>past|after|to|before)\s+(?P<h1>{hours}|1[0-2]|\d)(?:\s?o['’]?clock)?"
        rf"|half[- ](?P<h2>{hours}|1[0-2]|\d)|(?P<word>{words})(?:ish)?|(?P<cue>at|since|by|until|till|before|after|around|about|from)\s+(?P<h3>{hours}|1[0-2]|[1-9])(?P<ish>ish)?"
        rf"|(?P<h4>{hours}|1[0-2]|[1-9])ish)(?![\w:%]|[.,]\d|[ -]?(?:past|to|of|or)\b)(?P<half>\s?[ap]\.?m\b)?",
        re.IGNORECASE,
    )


def _spoken_clocks(text: str) -> Iterator[_Piece]:
    told = measure_words()
    for match in _spoken().finditer(text):
        if match.group("word"):
            clock = time.fromisoformat(told["moments"]["clocks"][match.group("word").casefold()])
            yield _Piece(Span(*match.span()), clock=clock)
            continue
        said = next(match.group(name) for name in ("h1", "h2", "h3", "h4") if match.group(name))
        hour = int(said) if said.isdigit() else int(told["numbers"]["units"][said.casefold()])
        minute = _minutes(match)
        total = (hour % 24) * 60 + minute
        clock = time(total // 60 % 24, total % 60)
        if match.group("half") and match.group("half").strip().casefold().startswith("p") and clock.hour < 12:
            clock = clock.replace(hour=clock.hour + 12)
        start = match.start("h3") if match.group("cue") else match.start()
        weak = bool(match.group("cue")) and not match.group("ish") and not _closed(text, match)
        yield _Piece(Span(start, match.end()), clock=clock, weak=weak)


def _minutes(match: re.Match[str]) -> int:
    told = measure_words()["numbers"]
    if match.group("h2"):
        return 30
    said = (match.group("min") or "").casefold().removeprefix("a ")
    if not said:
        return 0
    parts = re.split(r"[- ]", said)
    fixed = {"quarter": 15, "half": 30}
    value = fixed.get(said) or (
        int(said) if said.isdigit() else int(sum(told["units"].get(p, told["tens"].get(p, 0)) for p in parts))
    )
    return value if match.group("dir").casefold() in ("past", "after") else -value


def _closed(text: str, match: re.Match[str]) -> bool:
    """ "since nine" ends there, "at nine sites" does not."""
    rest = re.match(r"\s*([\w'-]*)", text[match.end() : match.end() + 20])
    following = rest.group(1).casefold() if rest else ""
    cue = match.group("cue").casefold()
    closing = {
        "",
        "this",
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "and",
        "but",
        "on",
        "in",
        "when",
        "the",
        "i",
        "we",
        "he",
        "she",
        "they",
        "it",
        "so",
    }
    return following in closing and cue in ("at", "since", "by", "until", "till", "before", "after", "from")


def _day_words(text: str, now: datetime | None) -> Iterator[_Piece]:
    told = measure_words()["moments"]
    names = "|".join(sorted([*told["days"], *told["end_of_day"], *told["now"]], key=len, reverse=True))
    for match in _compiled(rf"(?<![\w-])({names})(?![\w])").finditer(text):
        said = match.group(1).casefold()
        span = Span(*match.span())
        if said in told["now"]:
            if now:
                yield _Piece(span, value=now.replace(microsecond=0).isoformat())
        elif said in told["end_of_day"]:
            yield _Piece(span, value=f"{now.date().isoformat()}T23:59:59" if now else "P0DT23:59:59")
        else:
            days = int(told["days"][said])
            half = "evening" if said in told["evening"] else "morning" if said in told["morning"] else None
            if now:
                yield _Piece(span, day=now.date() + timedelta(days=days), half=half)
            else:
                yield _Piece(span, value=f"{'-' if days < 0 else ''}P{abs(days)}D", half=half)


def _weekdays(text: str, now: datetime | None) -> Iterator[_Piece]:
    told = measure_words()
    names = told["weekdays"]["names"]
    words = "|".join(sorted(names, key=len, reverse=True))
    which = "|".join([*told["moments"]["next"], *told["moments"]["last"], *told["moments"]["this"]])
    for match in _compiled(rf"(?<![\w-])(?:(?P<which>{which})\s+)?(?P<name>{words})(?:\.|(?![\w]))").finditer(text):
        said = match.group("name")
        if (
            said.casefold() in ("sun", "sat", "mon", "wed", "thu", "fri", "tue")
            and said.islower()
            and not match.group("which")
        ):
            continue
        weekday, span = names[said.casefold()], Span(match.start(), match.end("name"))
        which_ = (match.group("which") or "").casefold()
        if not now or not which_:
            yield _Piece(span, weekday=weekday)
            continue
        monday = now.date() - timedelta(days=now.weekday())
        weeks = (
            1
            if which_ in told["moments"]["next"] and which_ == "next"
            else -1
            if which_ in told["moments"]["last"] and which_ != "past"
            else 0
        )
        day = monday + timedelta(days=weekday, weeks=weeks)
        if which_ in ("coming", "this coming") and day <= now.date():
            day += timedelta(weeks=1)
        if which_ == "past" and day >= now.date():
            day -= timedelta(weeks=1)
        yield _Piece(span, day=day)


def _relative(text: str, now: datetime | None) -> Iterator[_Piece]:
    """ "two days ago", "in 5 minutes", "three weeks from now": only where `now` is known do they name a moment."""
    if not now:
        return
    told = measure_words()
    seconds = told["durations"]["seconds"]
    units = "|".join(unit for unit in sorted(seconds, key=len, reverse=True) if len(unit) > 1)
    after = _compiled(
        rf"\s?(?P<unit>{units})s?['’]?(?:\s+time)?(?:\s+(?P<how>ago|from now|later|from (?P<base>today|tomorrow|yesterday)|before (?P<back>yesterday|today|tomorrow)))?(?![\w])"
    )
    for number in numbers(text):
        match = after.match(text, number.span.end)
        if not match or number.low != number.high:
            continue
        lead = re.search(
            r"\bin\s+(?:the next\s+)?$", text[max(0, number.span.start - 14) : number.span.start], re.IGNORECASE
        )
        how = (match.group("how") or "").casefold()
        if not how and not lead:
            continue
        start = number.span.start - (len(lead.group()) if lead and not how else 0)
        sign = -1 if how == "ago" or how.startswith("before") else 1
        base = now + timedelta(
            days={"tomorrow": 1, "yesterday": -1}.get((match.group("base") or match.group("back") or "").casefold(), 0)
        )
        yield _shifted(Span(start, match.end()), base, sign * number.low, match.group("unit").casefold(), seconds)


def _shifted(span: Span, base: datetime, amount: float, unit: str, seconds: dict[str, float]) -> _Piece:
    size = seconds[unit]
    if unit.startswith(("month", "mth", "year", "yr")):
        months = round(amount * (12 if unit.startswith("y") else 1))
        year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
        day = next(made for back in range(4) if (made := _date(year, month + 1, base.day - back)))
        return _Piece(span, day=day)
    try:
        moved = base + timedelta(seconds=amount * size)
    except OverflowError:
        return _Piece(span, weak=True)
    if size >= 86400:
        return _Piece(span, day=moved.date())
    return _Piece(span, value=moved.replace(microsecond=0).isoformat())


def _halves(text: str) -> Iterator[_Piece]:
    told = measure_words()["moments"]
    names = "|".join(sorted([*told["morning"], *told["evening"]], key=len, reverse=True))
    for match in _compiled(rf"(?<![\w-])({names})(?![\w])").finditer(text):
        half = "evening" if match.group(1).casefold() in told["evening"] else "morning"
        yield _Piece(Span(*match.span()), half=half, weak=True)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
