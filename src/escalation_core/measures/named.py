"""Dates with the name of a month, days of a month, feasts: "3 March 2025", "the 4th", "18 and 19 June", "Christmas Eve"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.calendar import full_year, made
from escalation_core.measures.cardinals import cardinal, tokens
from escalation_core.measures.pieces import Feast, OfMonth, OnDate, Piece
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.span import Span

_YEAR = re.compile(r"\s?,?\s?(?:of )?((?:1[5-9]|20|21)\d\d)(?![\d:]|\s?(?:h|hrs|hours)\b)|\s?,? '(\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"[-/.](\d\d)(?!\d)")
_TAIL = re.compile(r"[ \n]*([a-z]*)")
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_BUSY = re.compile(r"[:.]\d|\s?(?:%|am\b|pm\b|a\.m|p\.m|:|/)| [a-z]+s\b")


def named_dates(script: Script) -> Iterator[Piece]:
    """Every date with the name of its month, those that share it too."""
    yield from _parted(script)
    for match in _dated().finditer(script.plain):
        piece = _date(script, match)
        if piece and isinstance(piece.day, OnDate):
            yield from _listed(script, match, piece.day)
            yield piece


def days_of_month(script: Script) -> Iterator[Piece]:
    """ "The 4th"; behind a weekday also "13th" and "31"."""
    for match in _of_month().finditer(script.plain):
        day = _day(match.group("d"), match.group("o"))
        said = match.group("d") or _prepositions().before(script.plain, match.start())
        if said and 1 <= day <= 31 and not _noun(script.plain, match.end()):
            yield Piece(Span(*match.span()), day=OfMonth(day))
    for match in _behind_weekday().finditer(script.plain):
        day = _day(match.group("d"), match.group("o"))
        plain = not (match.group("the") or match.group("th") or match.group("o"))
        if not 1 <= day <= 31 or (plain and ((day < 13 and match.group("long")) or _noun(script.plain, match.end()))):
            continue
        if not _BUSY.match(script.plain, match.end()):
            yield Piece(Span(match.start("day"), match.end()), day=OfMonth(day), weak=True)


def feasts(script: Script) -> Iterator[Piece]:
    """ "Christmas", "Easter 2018", "next Thanksgiving"."""
    for match in _feasts().finditer(script.plain):
        which = _which().before(script.plain, match.start())
        year = _YEAR.match(script.plain, match.end())
        end = year.end() if year else match.end()
        weak = not year and _noun(script.plain, end)
        feast = Feast(
            match.group(1), full_year(year.group(1) or year.group(2)) if year else None, which.value if which else None
        )
        yield Piece(Span(which.start if which else match.start(), end), day=None if weak else feast, weak=weak)


@cache
def _told() -> dict[str, Any]:
    return measure_words()["moments"]


@cache
def _months() -> dict[str, int]:
    return dict(measure_words()["months"]["names"])


@cache
def _which() -> Sayings[str]:
    told = _told()
    return Sayings(
        {said: name for name in ("last", "this", "next", "coming", "past") for said in told[name]}
        | dict.fromkeys(told["coming"], "next")
        | dict.fromkeys(told["past"], "last")
    )


def _noun(plain: str, end: int) -> bool:
    """Whether a noun follows: "the 4th attempt", "the Christmas party"."""
    following = _TAIL.match(plain, end)
    word = following.group(1) if following else ""
    return bool(word) and word not in _closing()


@cache
def _closing() -> frozenset[str]:
    told = measure_words()
    names = {*told["weekdays"]["names"], *told["months"]["names"], *told["moments"]["closing"].split()}
    parts = {
        said.split()[0]
        for name in ("morning", "evening", "day_of", "clocks", "short_am")
        for said in told["moments"][name]
    }
    return frozenset(names | parts | {*told["moments"]["which_words"].split()} | {"to", "through", "until", "week"})


# --- day and month ---


@cache
def _day_words() -> str:
    told = measure_words()["numbers"]
    ordinals = "|".join(told["ordinals"])
    tens = "|".join(word for word, value in told["tens"].items() if value in (20, 30))
    units = "|".join(word for word, value in told["units"].items() if 1 <= value <= 9)
    return rf"(?:{tens})[ -](?:{ordinals}|{units})|{ordinals}"


def _day(digits: str | None, words: str | None) -> int:
    if digits:
        return int(digits)
    told = measure_words()["numbers"]
    said = re.split(r"[ -]", words or "")
    last = told["ordinals"].get(said[-1], told["units"].get(said[-1], 0))
    return int(last + (told["tens"].get(said[0], 0) if len(said) > 1 else 0))


@cache
def _dated() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    day = rf"(?:(?P<d{{0}}>\d{{{{1,2}}}})(?P<th{{0}}>st|nd|rd|th)?|(?P<o{{0}}>{_day_words()}))"
    front, back = day.format(1), day.format(2)
    return re.compile(
        rf"(?<![\w.:/-])(?<![$€£] )(?:the )?{front}(?:[\s-]*|\s(?:day )?of )(?P<m1>{months})(?![a-z])\.?(?!\s?[/-]\d{{2}}[/-])"
        rf"|(?<![\w])(?P<m2>{months})\.?(?:[\s/-]{{0,2}}|[ ]of[ ])(?:the )?{back}(?![\w:]|\.\d|,\d{{3}}|/\d)"
    )


def _date(script: Script, match: re.Match[str]) -> Piece | None:
    number = "1" if match.group("m1") else "2"
    if _shy(script, match, number):
        return None
    month = _months()[match.group(f"m{number}")]
    day = _day(match.group(f"d{number}"), match.group(f"o{number}"))
    year, end = _year(script.plain, match.end())
    if not made(year or 2000, month, day):
        return None
    which = _which().before(script.plain, match.start())
    start = which.start if which and not year else match.start()
    return Piece(Span(start, end), day=OnDate(month, day, year, which.value if which and not year else None))


_LISTED = re.compile(r"\s*(?:[,.;)]|$|and \d)")


@cache
def _led() -> re.Pattern[str]:
    """What stands before a day of the month, and before no number of things that may do something."""
    words = "|".join(measure_words()["months"]["before"])
    return re.compile(rf"(?:^|(?<=[^\w]))(?:{words}) $")


def _shy(script: Script, match: re.Match[str], number: str) -> bool:
    """Whether "may" and the like in small letters are no month here."""
    said, bare = match.group(f"m{number}"), bool(match.group(f"d{number}")) and not match.group(f"th{number}")
    if said not in measure_words()["months"]["shy"] or not script.text[match.start(f"m{number}")].islower() or not bare:
        return False
    if _led().search(script.plain, 0, match.start()) or _LISTED.match(script.plain, match.end()):
        return False
    return not _YEAR.match(script.plain, match.end()) and (number == "2" or said == "may")


def _year(plain: str, end: int) -> tuple[int | None, int]:
    """The year behind a date, in digits or in words."""
    if match := _YEAR.match(plain, end):
        return full_year(match.group(1) or match.group(2)), match.end()
    if match := _SHORT_YEAR.match(plain, end):
        return full_year(match.group(1)), match.end()
    start = end + (plain[end : end + 1] == ",")
    start += plain[start : start + 1] == " "
    words = tokens(plain, start) if plain[start : start + 1].isalpha() else []
    one = cardinal(words)
    if not one:
        return None, end
    if 1500 <= one[1] < 2200:
        return int(one[1]), words[one[0] - 1].end
    other = cardinal(words, one[0])
    if 15 <= one[1] <= 21 and other and 10 <= other[1] <= 99:
        return int(100 * one[1] + other[1]), words[other[0] - 1].end
    return None, end


# --- days that share their month ---


@cache
def _before() -> re.Pattern[str]:
    joints = "|".join(re.escape(joint) for joint in sorted(_told()["lists"], key=len, reverse=True))
    days = "|".join(sorted(measure_words()["weekdays"]["names"], key=len, reverse=True))
    weekday = rf"(?:(?:{days})\.?,? )?"
    return re.compile(rf"(?:(?<![\w.:/$€£-])\d{{1,2}}(?:st|nd|rd|th)?\s?(?:{joints})\s?(?:the )?{weekday}){{1,8}}$")


@cache
def _after() -> re.Pattern[str]:
    joints = "|".join(
        re.escape(joint) for joint in sorted(_told()["lists"], key=len, reverse=True) if joint not in (",", "/")
    )
    return re.compile(rf"\s?(?:{joints})\s?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w])")


def _listed(script: Script, match: re.Match[str], last: OnDate) -> Iterator[Piece]:
    """ "18 and 19 June", "March 3-5": the days that stand beside, in ascending order."""
    plain = script.plain
    if match.group("m1"):
        begin = max(0, match.start() - 48)
        chain = _before().search(plain[begin : match.start()])
        found = list(_NUMBER.finditer(chain.group())) if chain else []
        days = [int(one.group(1)) for one in found]
        if (
            chain
            and (len(found) > 1 or "," not in chain.group())
            and all(one < other for one, other in pairwise([*days, last.day]))
            and min(days, default=0) > 0
        ):
            for one in found:
                at = begin + chain.start()
                yield Piece(
                    Span(at + one.start(), at + one.end()), day=OnDate(last.month, int(one.group(1)), last.year)
                )
    elif not last.year and (following := _after().match(plain, match.end())):
        day = int(following.group("day"))
        if last.day < day <= 31 and not _BUSY.match(plain, following.end()) and not _noun(plain, following.end()):
            yield Piece(Span(following.start("day"), following.end()), day=OnDate(last.month, day))


# --- three parts ---


@cache
def _three() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<y1>\d{{4}})(?P<s1>[-/. ])(?P<m1>{months})(?P=s1)(?P<d1>\d{{1,2}})"
        rf"|(?P<d2>\d{{1,2}})(?P<s2>[-/.])(?P<m2>{months})(?P=s2)(?P<y2>\d{{4}}|\d\d)"
        rf"|(?P<m3>{months})(?P<s3>[-/.])(?P<d3>\d{{1,2}})(?P=s3)(?P<y3>\d{{4}})"
        rf"|(?P<m4>{months})(?P<s4>[-/.])(?P<y4>\d{{4}})(?P=s4)(?P<d4>\d{{1,2}})"
        rf"|(?P<d5>\d{{1,2}})(?P<s5>[-/.])(?P<y5>\d{{4}})(?P=s5)(?P<m5>{months}))(?![\w])"
    )


def _parted(script: Script) -> Iterator[Piece]:
    """ "2019-Aug-1", "23/Sep/2020"."""
    for match in _three().finditer(script.plain):
        number = next(number for number in "12345" if match.group(f"m{number}"))
        year = full_year(match.group(f"y{number}"))
        month, day = _months()[match.group(f"m{number}")], int(match.group(f"d{number}"))
        if made(year, month, day):
            yield Piece(Span(*match.span()), day=OnDate(month, day, year))


# --- days without month, feasts ---


@cache
def _of_month() -> re.Pattern[str]:
    day = rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)|(?P<o>{_day_words()}))(?: day)?(?![\w-])"
    on = _told()["on"][0]
    return re.compile(rf"(?<![\w-])(?:the |(?<={on} )(?=\d)){day}")


@cache
def _prepositions() -> Sayings[bool]:
    return Sayings(
        dict.fromkeys(_told()["strong"], True)
        | dict.fromkeys(_told()["until"], True)
        | dict.fromkeys(_told()["on"], True)
    )


@cache
def _behind_weekday() -> re.Pattern[str]:
    names = measure_words()["weekdays"]["names"]
    long = "|".join(name for name in names if len(name) > 5)
    short = "|".join(sorted((name for name in names if len(name) <= 5), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<long>{long})|{short})\.?,? (?P<day>(?P<the>the )?(?:(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?|(?P<o>{_day_words()})))(?![\w-])"
    )


@cache
def _feasts() -> re.Pattern[str]:
    told = measure_words()["feasts"]
    names = sorted([*told["fixed"], *told["easter"], *told["nth"]], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:the )?({'|'.join(map(re.escape, names))})(?![\w-]|'s)")
