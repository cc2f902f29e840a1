"""Shares: percentages, parts of a whole, so many of so many."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.counts import noun
from escalation_core.measures.numbers import Number
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_NOUN = re.compile(r" ?[a-z]")


def share(script: Script, number: Number) -> Mention | None:
    """The share that a number is, by the mark behind it, or as a part of a whole."""
    plain, span = script.plain, number.span
    if after := _marks().behind(plain, span.end):
        return _mention(script, Span(span.start, after.end), number.low * after.value, number.high * after.value)
    before = _before().before(plain, span.start)
    if before and not _NOUN.match(plain, span.end):
        return _mention(script, Span(before.start, span.end), number.low, number.high)
    if number.part and "/" in plain[span.start : span.end] and (counted := noun(script, span.end)):
        unit = script.text[span.end : counted.end].strip(" \n-")
        return replace(_mention(script, span, 100 * number.low, 100 * number.high), value=unit)
    if number.part and (whole := _whole().behind(plain, span.end)) and _shared(plain, whole.start, whole.end):
        return _mention(script, span, 100 * number.low, 100 * number.high)
    return None


def halves(script: Script) -> Iterator[Mention]:
    """ "Half the users", "half of them"."""
    for match in _half().finditer(script.plain):
        whole = _whole().behind(script.plain, match.end())
        if whole and _shared(script.plain, whole.start, whole.end):
            yield _mention(script, Span(*match.span()), 50.0, 50.0)


def _mention(script: Script, span: Span, low: float, high: float) -> Mention:
    return Mention(MentionKind.SHARE, script.quote(span), span, low, high, unit="%")


def _shared(plain: str, start: int, end: int) -> bool:
    """Whether a whole follows that can be shared: not "half of a million", "half of £300", nor the end of the text."""
    behind = plain[end : end + 2].strip()[:1]
    if plain[end - 1] not in "fe" and not behind:
        return True
    said = plain[start : end + 12].removeprefix("of ")
    return behind.isalpha() and not said.startswith(tuple(_told()["not_whole"])) and not said.startswith(("a ", "an "))


@cache
def _told() -> dict[str, Any]:
    return measure_words()["shares"]


@cache
def _marks() -> Sayings[float]:
    return Sayings(dict.fromkeys(_told()["marks"], 1.0) | dict.fromkeys(_told()["points"], 0.01))


@cache
def _before() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["before"], True))


@cache
def _whole() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["whole"], True))


@cache
def _half() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-]){measure_words()['numbers']['half']}(?= [a-z])")
