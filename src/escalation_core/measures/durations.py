"""Lengths of time: a number with its unit, a unit that says how many by itself, and ages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.ages import age
from escalation_core.measures.counts import noun
from escalation_core.measures.numbers import Number, number_at
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

YEAR = 365 * 86400.0
_HOUR = 3600.0
_CLOCKED = re.compile(r"\s?(h|hrs?|hours?)\s?(\d{1,2})(?:\s?(?:m|mins?|minutes?))?(?![\w:])")
_NEVER = re.compile(r"[45]\d\ds|(?:1[5-9]|20)\d0s|[2-9]0s")
"""Errors of the web ("502s") and decades ("the 1990s")."""
_HOURS = re.compile(r"(?:hours?|hrs?)$")
_SHORT = re.compile(r"m(?![\w'])")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: its place, the interval in seconds, and in months where its unit is one of the calendar."""

    span: Span
    low: float
    high: float
    months: float | None = None
    business: bool = False
    age: bool = False

    def mention(self, script: Script) -> Mention:
        """The length as a mention."""
        high = None if self.high == float("inf") else self.high
        value = "age" if self.age else "business" if self.business else None
        return Mention(MentionKind.DURATION, script.quote(self.span), self.span, self.low, high, unit="s", value=value)


def length(script: Script, number: Number) -> Length | None:
    """The length of time that a number counts, if a unit of time stands behind it."""
    found = _clocked(script, number) or _measured(script, number) or _minutes(script, number)
    return (_aged(script, _with_more(script, found)) if found else None) or _age(script, number)


def worded_lengths(script: Script) -> Iterator[Length]:
    """Lengths without a number: "an hour", "half a year", "all day", "an hour and a half", "a day or two", "for hours"."""
    for match in _worded().finditer(script.plain):
        if script.plain[max(0, match.start() - 2) : match.start()].strip()[-1:].isdigit():
            continue
        size, months = _unit(match.group("unit"))
        share = _share(match.group("lead"))
        found = Length(Span(*match.span()), share * size, share * size, share * months if months else None)
        yield _or_two(script, _with_more(script, found), size)
    for match in _many().finditer(script.plain):
        size, _ = _unit(match.group("unit"))
        yield Length(Span(match.start("unit"), match.end()), 2 * size, float("inf"))
    for match in _decades().finditer(script.plain):
        low = float(_ages()["decades"][match.group("ages")])
        yield Length(Span(match.start("ages"), match.end()), low * YEAR, (low + 10) * YEAR - 1, age=True)


@cache
def _told() -> dict[str, Any]:
    return measure_words()["durations"]


@cache
def _ages() -> dict[str, Any]:
    return measure_words()["ages"]


# --- a number with its unit ---


def _measured(script: Script, number: Number) -> Length | None:
    plain = script.plain
    match = _unit_behind().match(plain, number.span.end)
    if not match:
        return None
    said = match.group("unit")
    if said in _told()["letters"] and not (plain[number.span.start].isdigit() or number.span.start != match.start()):
        return None
    if said in _told()["letters"] and not plain[number.span.end - 1].isdigit():
        return None
    if _NEVER.fullmatch(plain, number.span.start, match.end()):
        return None
    size, months = _unit(said)
    return Length(
        Span(number.span.start, match.end()),
        number.low * size,
        number.high * size,
        number.low * months if months and number.low == number.high else None,
        business=bool(match.group("business")),
    )


def _clocked(script: Script, number: Number) -> Length | None:
    """ "2h30", "1 hr 15"."""
    match = _CLOCKED.match(script.plain, number.span.end)
    if not match or number.low != number.high or number.low % 1 or int(match.group(2)) > 59:
        return None
    glued = script.plain[match.end(1) : match.end(1) + 1].isdigit()
    if not glued and script.plain[match.end() - 1].isdigit():
        return None
    seconds = number.low * _HOUR + 60 * int(match.group(2))
    return Length(Span(number.span.start, match.end()), seconds, seconds)


def _minutes(script: Script, number: Number) -> Length | None:
    """ "45m" is minutes behind "for" and the like, and behind hours or days."""
    plain, span = script.plain, number.span
    match = _SHORT.match(plain, span.end)
    if not match or not plain[span.end - 1].isdigit() or script.capital(span.end, span.end + 1):
        return None
    behind = re.search(r"\d ?[hd],? ?$", plain[max(0, span.start - 6) : span.start])
    after = _after_minutes().behind(plain, match.end())
    if not (behind or after or _before_minutes().before(plain, span.start)):
        return None
    return Length(Span(span.start, match.end()), number.low * 60, number.high * 60)


@cache
def _before_minutes() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["minutes_after"], True))


@cache
def _after_minutes() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["minutes_before"], True))


def _unit(said: str) -> tuple[float, float | None]:
    """The seconds of a unit as written, and its months where it is one of the calendar."""
    plain = said.rstrip(".'")
    table: dict[str, float] = _told()["seconds"]
    name = next(one for one in (plain, plain.removesuffix("s").rstrip("'"), plain.removesuffix("es")) if one in table)
    return float(table[name]), _told()["months"].get(name)


@cache
def _unit_behind() -> re.Pattern[str]:
    told = _told()
    units = "|".join(sorted(told["seconds"], key=len, reverse=True))
    business, filler = "|".join(told["business"]), "|".join(told["filler"])
    return re.compile(
        rf"\s?-?(?:(?P<business>{business})[ -]|(?:{filler})[ -])*(?:of\s+)?(?P<unit>(?:{units})s?)(?:'(?=\s|$))?(?![\w])"
    )


# --- units that say how many by themselves ---


@cache
def _units() -> str:
    return "|".join(
        unit for unit in sorted(_told()["seconds"], key=len, reverse=True) if unit not in _told()["letters"]
    )


@cache
def _worded() -> re.Pattern[str]:
    told = _told()
    whole = "|".join(sorted([*told["whole"], *told["another"]], key=len, reverse=True))
    articles, half, quarter = "|".join(told["articles"]), told["half"], told["quarter"]
    parts = "|".join(sorted(told["halves"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<lead>(?:{whole})|(?:(?:{articles})[ -])?{half}(?:[ -](?:{articles}))?|(?:(?:{articles}) )?(?:{parts}) of an?"
        rf"|(?:{articles}) {quarter}(?= hour)|{articles})[ \n-](?:(?:{'|'.join(told['filler'])})[ -])?(?P<unit>{_units()})(?![\w])"
    )


def _share(lead: str) -> float:
    """How much of the unit the words before it say."""
    halves: dict[str, float] = _told()["halves"]
    said = " ".join(lead.replace("-", " ").split())
    for phrase in sorted(halves, key=len, reverse=True):
        if phrase.replace("-", " ") in said:
            return halves[phrase]
    return 1.0


@cache
def _many() -> re.Pattern[str]:
    told = _told()
    cues = "|".join(sorted(told["many"], key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{cues})[ \n](?P<unit>(?:{_units()})s)(?![\w])")


def _with_more(script: Script, found: Length) -> Length:
    """ "… and a half", "an hour and twenty"."""
    more = _more().behind(script.plain, found.span.end)
    if not more or found.low != found.high:
        return _with_minutes(script, found)
    size = _unit(re.findall(r"[a-z]+", script.plain[found.span.start : found.span.end])[-1])
    return replace(
        found,
        span=Span(found.span.start, more.end),
        low=found.low + more.value * size[0],
        high=found.high + more.value * size[0],
        months=found.months + more.value * (size[1] or 0) if found.months is not None else None,
    )


def _with_minutes(script: Script, found: Length) -> Length:
    """ "An hour and twenty": minutes that nobody names, behind whole hours."""
    joint = _ands().behind(script.plain, found.span.end)
    if not joint or found.low != found.high or found.low % _HOUR or not _HOURS.search(found.span.of(script.plain)):
        return found
    more = number_at(script, joint.end + 1)
    if not more or more.low != more.high or not 5 <= more.low < 60 or more.low % 5 or noun(script, more.span.end):
        return found
    if _unit_behind().match(script.plain, more.span.end) or _table_past().behind(script.plain, more.span.end):
        return found
    seconds = found.low + 60 * more.low
    return replace(found, span=Span(found.span.start, more.span.end), low=seconds, high=seconds)


@cache
def _ands() -> Sayings[bool]:
    return Sayings({measure_words()["numbers"]["and"]: True})


@cache
def _table_past() -> Sayings[bool]:
    told = measure_words()["moments"]
    return Sayings(dict.fromkeys([*told["past_hour"], *told["to_hour"], *measure_words()["shares"]["marks"]], True))


@cache
def _more() -> Sayings[float]:
    return Sayings({phrase: float(share) for phrase, share in _told()["and_more"].items()})


def _or_two(script: Script, found: Length, size: float) -> Length:
    """ "A day or two"."""
    more = _twos().behind(script.plain, found.span.end)
    if not more or found.low != size:
        return found
    return replace(found, span=Span(found.span.start, more.end), high=more.value * size, months=None)


@cache
def _twos() -> Sayings[float]:
    return Sayings({phrase: float(number) for phrase, number in _told()["or_two"].items()})


# --- ages ---


def _aged(script: Script, found: Length) -> Length:
    """ "90 years old", "a 7-year-old"."""
    after = _old().behind(script.plain, found.span.end, " -")
    return replace(found, span=Span(found.span.start, after.end), age=True) if after else found


def _age(script: Script, number: Number) -> Length | None:
    """ "Aged 90", "7yo", "I am 33": an age without a unit of time."""
    told = age(script, number)
    return Length(told[0], told[1] * YEAR, told[2] * YEAR, age=True) if told else None


@cache
def _old() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_ages()["after"], True))


@cache
def _decades() -> re.Pattern[str]:
    whose = "|".join(sorted(_ages()["whose"], key=len, reverse=True))
    ages = "|".join(_ages()["decades"])
    return re.compile(rf"(?<![\w])(?:{whose})[ -](?P<ages>{ages})(?![\w'])")
