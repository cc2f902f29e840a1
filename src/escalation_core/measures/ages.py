"""Ages that no unit of time gives away: "aged 90", "7yo", "I am 33", "Ida Holm, 77,", "she'll be 82 in May"."""

import re
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.counts import noun
from escalation_core.measures.numbers import Number
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.span import Span

_OLDEST = 115
_YOUNGEST = 3
"""A bare "he is 2" may be a place in a queue."""
_ROOM = 32
_FIRST, _SECOND = re.compile(r"\b\d{1,3} (?:and|&) $"), re.compile(r" (?:and|&) \d{1,3}\b(?! ?[a-z%])")
_APPENDED = re.compile(r"(?:\)|,(?= [a-z])|\.?\s*$|[.;]\s|\s*\n)")
_NAMED = re.compile(r"(?:^|[^\w'-])((?:[A-Z][\w'’-]*\.? )+[A-Z][\w'’-]+) ?(?:, |\()$")


def age(script: Script, number: Number) -> tuple[Span, float, float] | None:
    """The years that a number says somebody has, with the stretch that says so."""
    behind = _units().behind(script.plain, number.span.end, " -")
    if behind:
        return Span(number.span.start, behind.end), number.low, number.high
    if number.low != number.high or not 0 < number.low < _OLDEST or number.low % 1 or not _bare(script, number):
        return None
    return (
        _coming(script, number)
        or _cued(script, number)
        or _is(script, number)
        or _paired(script, number)
        or _appended(script, number)
    )


def _bare(script: Script, number: Number) -> bool:
    behind = script.plain[number.span.end : number.span.end + 9]
    return not re.match(r"[%€£$/]|[.,:-]\d| ?(?:%|percent)| ?[x*] ?\d", behind)


def _coming(script: Script, number: Number) -> tuple[Span, float, float] | None:
    """ "Turns 75 next month", "she will be 82 in May": until then a year less, unless it is today."""
    soon = _table("turning").before(script.plain, number.span.start) or _whose(script, "will_be", number)
    if not soon or not (_ended(script, number) or _when().behind(script.plain, number.span.end)):
        return None
    less = 0 if _table("today").behind(script.plain, number.span.end) else 1
    return Span(number.span.start, number.span.end), number.low - less, number.high - less


def _cued(script: Script, number: Number) -> tuple[Span, float, float] | None:
    before = _table("before").before(script.plain, number.span.start)
    return (Span(before.start, number.span.end), number.low, number.high) if before else None


def _is(script: Script, number: Number) -> tuple[Span, float, float] | None:
    """ "I am 33", "papa is 81", "my son Casimir is 11"."""
    told = number.low >= _YOUNGEST and _whose(script, "being", number) and _ended(script, number)
    return (number.span, number.low, number.high) if told else None


def _paired(script: Script, number: Number) -> tuple[Span, float, float] | None:
    """ "We're 66 and 68", "the girls are 7 and 9": each of two numbers of which nothing else is told."""
    said = script.text[max(0, number.span.start - 2 * _ROOM) : number.span.start]
    first = _SECOND.match(script.plain, number.span.end)
    before = said[: -len(lead[0])] if (lead := _FIRST.search(said)) else said if first else None
    told = before is not None and (_subject("being").search(before) or _group().search(before))
    return (number.span, number.low, number.high) if told and (first or _ended(script, number)) else None


def _whose(script: Script, verbs: str, number: Number) -> bool:
    """Whether the words before say of a person that he "is" or "will be" so many."""
    said = script.text[max(0, number.span.start - 2 * _ROOM) : number.span.start]
    return bool(_subject(verbs).search(said))


@cache
def _group() -> re.Pattern[str]:
    told = _told()
    return re.compile(rf"(?i)(?:^|[^\w'])(?:{'|'.join(told['groups'])}) $")


@cache
def _subject(verbs: str) -> re.Pattern[str]:
    told = _told()
    glued = "|".join(re.escape(one) for one in told[f"{verbs}_glued"])
    free, loose = "|".join(told[verbs]), "|".join(told["just"])
    pronouns, kin, titles = "|".join(told["pronouns"]), "|".join(told["kin"]), "|".join(told["titles"])
    who = rf"(?:(?i:{pronouns}|{kin}|(?:{kin}) \w+)|(?i:{titles})\.? [A-Z][\w'-]+)"
    return re.compile(rf"(?:^|[^\w'])(?:{who} (?i:{free})|(?:{who})(?i:{glued})) (?:(?i:{loose}) )?$")


def _ended(script: Script, number: Number) -> bool:
    """Whether the number counts nothing that follows."""
    behind = re.match(r" ?([a-z']*)", script.plain[number.span.end :][:_ROOM])
    word = behind.group(1) if behind else ""
    return word in _told()["goes_on"] or (not noun(script, number.span.end) and word not in _told()["not_before"])


def _appended(script: Script, number: Number) -> tuple[Span, float, float] | None:
    """ "Aurelio Banning, 77, says", "our twins (14)": behind a name or a word for a person."""
    if not script.plain[number.span.start].isdigit() or not _APPENDED.match(script.plain, number.span.end):
        return None
    said = script.text[max(0, number.span.start - 2 * _ROOM) : number.span.start]
    named = _NAMED.search(said)
    words = named.group(1).casefold().rstrip(",").split() if named else []
    known = bool(words) and not any(word[:3] in _days() for word in words)
    return (number.span, number.low, number.high) if known or _person().search(said) else None


@cache
def _days() -> frozenset[str]:
    told = measure_words()
    return frozenset(name[:3] for name in (*told["weekdays"]["names"], *told["months"]["names"])) - {"may"}


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:^|[^\w'-])(?:{'|'.join(_told()['kin'])})(?: [A-Z][\w'-]+)? ?(?:, |\()$")


@cache
def _told() -> dict[str, Any]:
    return measure_words()["ages"]


@cache
def _units() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["units"], True))


@cache
def _when() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["when"], True))


@cache
def _table(name: str) -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()[name], True))
