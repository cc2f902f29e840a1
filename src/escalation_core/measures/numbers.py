"""Numbers, in digits or in words, each as an interval."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.cardinals import tokens
from escalation_core.measures.digits import DIGITS, VULGAR, scaled
from escalation_core.measures.script import Script
from escalation_core.measures.spelled import Spelled, spelled
from escalation_core.model.span import Span

_SIGN = re.compile(r"(?<![\w)%.])- ?$")
_SPACED_SIGN = re.compile(r"(?:^|\n)[ \t]*- $")
_LINE_REST = re.compile(r"[^\n]*[a-z]")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w-]|[.,]\d)")
_YEAR = re.compile(
    r"(?:19|20)\d\d(?![\w]|[.,]\d|[ -][a-z])|(?:19|20)\d\d(?= (?:at|in|on|and|or|to|with|by|the|a|it|is|was|for)\b)"
)
_LARGEST = 1e300
_FOLLOWING = re.compile(r"[ \n]([a-z]+)")
_POINTING = re.compile(r"([a-z]+|q[1-4])[ \n]$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands: its place, the interval that it means, and whether it is in words, or a part of one."""

    span: Span
    low: float
    high: float
    worded: bool = False
    part: bool = False


def numbers(script: Script) -> Iterator[Number]:
    """Every number of a text in order, without overlaps."""
    at = 0
    for match in _start().finditer(script.plain):
        if match.start() < at:
            continue
        found = _digits(script, match, at) if match.group("digits") else _words(script, match)
        if found:
            at = found.span.end
            yield found


def number_at(script: Script, start: int) -> Number | None:
    """The number that begins exactly at a place, if one does."""
    match = _start().match(script.plain, start)
    if not match:
        return None
    return _digits(script, match, start) if match.group("digits") else _words(script, match)


@cache
def _start() -> re.Pattern[str]:
    told = measure_words()["numbers"]
    tables = ("units", "tens", "vague", "plenty", "dozens", "scales", "suffixes")
    words = {w for table in tables for w in told[table] if len(w) > 2}
    words |= {told["hundred"], told["half"], told["quarter"], *told["signs"]}
    names = "|".join(sorted(words, key=len, reverse=True))
    parts = "|".join(sorted({*told["fractions"], *words}, key=len, reverse=True))
    articles = "|".join(told["articles"])
    vulgar, money = "".join(VULGAR), measure_words()["money"]
    codes = "|".join(code.lower() for code in [*money["codes"], *money["capitals"]])
    return re.compile(
        rf"(?:(?<![\w./^])(?<![a-z]-)|(?<={codes}))(?P<digits>{DIGITS})|[{vulgar}]"
        rf"|(?<![\w'])(?:(?:{names})(?![a-z'])|(?:{articles})(?=[ \n](?:{parts})(?![a-z'])))"
    )


def _digits(script: Script, match: re.Match[str], floor: int) -> Number | None:
    start, plain = match.start(), script.plain
    found = scaled(script, start, match.end())
    if not found or _year(plain, start):
        return None
    value, end = found
    if value > _LARGEST:
        return None
    part = "/" in plain[start:end] and 0 < value < 1
    if end == match.end() and (worded := _grown(plain, start)):
        value, end = worded
    if plain[end : end + 1].isalpha() and not _unit_follows(plain, end):
        return None
    sign = _SIGN.search(plain, max(floor, start - 3), start)
    if sign and not (sign.group() == "- " and _bullet(plain, start, end)):
        return Number(Span(sign.start(), end), -value, -value)
    return Number(Span(start, end), value, value, part=part)


def _bullet(plain: str, start: int, end: int) -> bool:
    """Whether the dash before a number opens an item of a list, or joins what stands before it."""
    if not _SPACED_SIGN.search(plain, max(0, start - 12), start):
        return bool(plain[max(0, start - 4) : start - 2].strip())
    return bool(_LINE_REST.match(plain, end))


def _year(plain: str, start: int) -> bool:
    """ "In 2009", "since 1998", "1995-01": a year, which counts nothing, and the month behind it."""
    if _MONTH.match(plain, start) or (start > 4 and _MONTH.match(plain, start - 5)):
        return True
    if not _YEAR.match(plain, start):
        return False
    before = _POINTING.search(plain, max(0, start - 12), start)
    told = measure_words()
    return bool(before) and before.group(1) in {*told["numbers"]["years"], *told["months"]["names"]}  # type: ignore[union-attr]


def _grown(plain: str, start: int) -> tuple[float, int] | None:
    """Digits with words: "2.5 million", "4 thousand 3 hundred and 21", "2 and a half"."""
    words = tokens(plain, start)
    found = spelled(words) if len(words) > 1 and plain[start].isdigit() else None
    return (found[1], words[found[0] - 1].end) if found and found[0] > 1 else None


def _words(script: Script, match: re.Match[str]) -> Number | None:
    plain = script.plain
    if match.group() in VULGAR:
        value = VULGAR[match.group()]
        return Number(Span(*match.span()), value, value, part=True)
    words = tokens(plain, match.start())
    found = spelled(words)
    if not found or (
        found[0] == 1 and found[1:] == (1, 1) and _pointed(plain, match.start()) and not _counts(script, words[0].end)
    ):
        return None
    return _number(match.start(), words[found[0] - 1].end, found)


def _number(start: int, end: int, found: Spelled) -> Number:
    return Number(Span(start, end), found[1], found[2], worded=True, part=0 < found[1] == found[2] < 1)


def _pointed(plain: str, start: int) -> bool:
    """Whether "one" only points: "this one", "no one"."""
    before = _POINTING.search(plain, max(0, start - 12), start)
    return bool(before) and before.group(1) in measure_words()["numbers"]["pointing"]  # type: ignore[union-attr]


def _counts(script: Script, end: int) -> bool:
    """Whether a noun follows: "this one account"."""
    following = _FOLLOWING.match(script.plain, end)
    return bool(following) and following.group(1) not in _function_words()  # type: ignore[union-attr]


@cache
def _function_words() -> frozenset[str]:
    told = measure_words()
    return frozenset({*told["counts"]["stops"].split(), *told["weekdays"]["names"]})


def _unit_follows(plain: str, end: int) -> bool:
    found = re.compile(r"[a-zø]+").match(plain, end)
    return bool(found) and found.group() in _glued()  # type: ignore[union-attr]


@cache
def _glued() -> frozenset[str]:
    """Units that may follow digits without a space."""
    told = measure_words()
    seconds = told["durations"]["seconds"]
    money = told["money"]
    units = {*seconds, *(unit + "s" for unit in seconds), "m", "x", "ish", "pct", "pm", "am", "c", "f", "yo", "y"}
    units |= {said for size in told["sizes"].values() for said in size["said"] if len(said) > 1 and said.isalpha()}
    units |= {*money["cents"], *(code.lower() for code in [*money["codes"], *money["capitals"]])}
    units |= {multiple + code.lower() for multiple in money["multiples"] for code in money["codes"]}
    return frozenset(units | {name for names in money["names"].values() for name in names if name.isalpha()})
