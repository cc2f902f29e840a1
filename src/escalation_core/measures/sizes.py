"""Sizes: how far, how heavy, how much, with their units, and one unit in terms of another."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.numbers import Number, number_at
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_HALF = 0.5


def size(script: Script, number: Number) -> Mention | None:
    """A number with a unit of size, and with what follows in the next smaller one: "6.2 km", "4 stone 2"."""
    found = _units().behind(script.plain, number.span.end)
    if not found:
        return None
    low, high, end = number.low, number.high, found.end
    smaller = _sizes()[found.value].get("next")
    if smaller and (rest := number_at(script, end + 1)):
        unit = _units().behind(script.plain, rest.span.end)
        part = converted(rest.low, smaller, found.value) if not unit or unit.value == smaller else None
        if part is not None and 0 < part < 1:
            low, high, end = low + part, high + part, unit.end if unit else rest.span.end
    span = Span(number.span.start, end)
    closed = None if high == float("inf") else high
    return Mention(MentionKind.SIZE, script.quote(span), span, low, closed, unit=found.value)


def worded_sizes(script: Script) -> Iterator[Mention]:
    """ "Half a mile", "a tonne": sizes without a number."""
    for match in _worded().finditer(script.plain):
        span, value = Span(*match.span()), _HALF if match["half"] else 1.0
        unit = _units().whole(match["unit"])
        yield Mention(MentionKind.SIZE, script.quote(span), span, value, value, unit=unit)


def alike(unit: str | None, other: str | None) -> bool:
    """Whether one unit measures what the other does."""
    return bool(unit and other) and converted(1.0, unit, other) is not None


def converted(value: float, unit: str | None, wanted: str | None) -> float | None:
    """A value in another unit; nothing where the two measure different things."""
    scales = measure_words()["scales"]
    if unit in scales and wanted in scales:
        one, other = scales[unit], scales[wanted]
        return float((value + one["before"]) * one["times"] / other["times"] - other["before"])
    one, other = _sizes().get(unit or ""), _sizes().get(wanted or "")
    if not one or not other or one["kind"] != other["kind"]:
        return None
    return float(value * one["is"] / other["is"])


def _sizes() -> dict[str, Any]:
    return measure_words()["sizes"]


@cache
def _units() -> Sayings[str]:
    return Sayings({said: unit for unit, told in _sizes().items() for said in told["said"]})


@cache
def _worded() -> re.Pattern[str]:
    told = measure_words()["numbers"]
    long = [said for one in _sizes().values() for said in one["said"] if len(said) > 2 and said.isalpha()]
    units, articles = "|".join(sorted(long, key=len, reverse=True)), "|".join(told["articles"])
    return re.compile(
        rf"(?<![\w'-])(?:(?P<half>{told['half']})(?: (?:{articles}))?|(?:{articles})) (?P<unit>{units})\b"
    )
