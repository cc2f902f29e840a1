"""Bounds of a figure: what stands before or behind it ("more than", "or more", "about")."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.counts import noun, noun_end
from escalation_core.measures.money import per_end
from escalation_core.measures.script import Said, Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_NEAR = 0.1
"""How far "about 40" reaches on either side, as a share."""
_NEXT = re.compile(r"\s+(?:than\b|to\s|equal\b)|\s+(?:to\s+)?[\d£$€]")

Ends = tuple[float | None, float | None, bool, bool]


def bounded(script: Script, found: Mention, floor: int = 0) -> Mention:
    """The mention with the bounds that stand beside it; nothing before `floor` belongs to it."""
    before = _before(script.plain, found.span.start, floor)
    after = _after(script, found)
    bound, behind = before.value if before else None, after.value if after else _odd(found)
    if bound is None and behind is None:
        return found
    if found.kind is MentionKind.MONEY and {bound, behind} & {"about", "about_after"}:
        return replace(found, value="about")
    if bound in ("more_than", "less_than") and behind == "or_equal":
        bound = "at_least" if bound == "more_than" else "at_most"
    span = Span(before.start if before else found.span.start, after.end if after else found.span.end)
    low, high, low_open, high_open = _ends(found, bound, behind)
    if found.kind is MentionKind.NUMBER and after and not found.unit and (counted := noun(script, span.end)):
        unit = script.text[span.end : counted.end].strip(" \n-")
        found = replace(found, kind=MentionKind.COUNT, unit=unit)
    return replace(
        found, quote=script.quote(span), span=span, low=low, high=high, low_open=low_open, high_open=high_open
    )


def _ends(found: Mention, bound: str | None, behind: str | None) -> Ends:
    low, high = found.low, found.high
    match bound, behind:
        case ("at_least", _) | (_, "or_more"):
            return low, None, False, False
        case ("at_most", _) | (_, "or_less"):
            return None, high, False, False
        case "more_than", _:
            return low, None, True, False
        case "less_than", _:
            return None, high, False, True
        case ("about", _) | (_, "about_after") if low is not None and high is not None:
            return low - abs(low) * _NEAR, high + abs(high) * _NEAR, False, False
        case "nearly", _ if low is not None and high is not None:
            return low - abs(low) * _NEAR, high, False, low == high
        case _:
            return low, high, found.low_open, found.high_open


def _before(plain: str, start: int, floor: int) -> Said[str] | None:
    """The bound before a figure, with a word between them that says nothing ("over the 40", "at least just 3")."""
    found = _sayings_before().before(plain, start, floor)
    if found:
        return found
    filler = _filler().before(plain, start, floor)
    return _sayings_before().before(plain, filler.start, floor) if filler and filler.end < start else None


def _after(script: Script, found: Mention) -> Said[str] | None:
    plain, end = script.plain, found.span.end
    if found.kind is MentionKind.MONEY:
        end = per_end(script, end)
    after = _bound_behind(plain, end)
    if after is None and found.kind is MentionKind.COUNT and found.unit:
        after = _bound_behind(plain, noun_end(script, found))
    return after


def _bound_behind(plain: str, end: int) -> Said[str] | None:
    found = _sayings_after().behind(plain, end)
    open_ = found and (plain[found.end : found.end + 1].isdigit() or _NEXT.match(plain, found.end))
    return None if open_ else found


def _odd(found: Mention) -> str | None:
    """ "40-odd users": the noun carries it."""
    return (
        "about_after" if found.kind is MentionKind.COUNT and (found.unit or "").casefold().startswith("odd") else None
    )


@cache
def _told() -> dict[str, Any]:
    return measure_words()["bounds"]


@cache
def _sayings_before() -> Sayings[str]:
    names = ("at_least", "more_than", "at_most", "less_than", "equal", "about", "nearly")
    return Sayings({said: name for name in reversed(names) for said in _told()[name]})


@cache
def _sayings_after() -> Sayings[str]:
    names = ("or_more", "or_less", "or_equal", "about_after")
    return Sayings({said: name for name in names for said in _told()[name]})


@cache
def _filler() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["filler"], True))
