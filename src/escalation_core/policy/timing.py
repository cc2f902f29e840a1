"""Deadlines as criteria word them."""

import re
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.phrasing import compiled, cue, number


@cache
def _amount() -> str:
    data = outline_words("deadlines")["units"]
    units, kinds = data["words"].replace(" ", "|"), data["kinds"].replace(" ", "|")
    joins = "|".join(data["joins"].split())
    span = rf"{number()}(?:\s*(?:-|–|{joins})\s*{number()})?"
    wholes = "|".join(word.replace(" ", r"\s+") for word in data["wholes"])
    return (
        rf"(?:(?:{wholes})\b|(?:[~≈]\s*)?{span}[\s-]*(?:(?:{kinds})[\s-]+){{0,2}}(?:{units})\b(?:\s+(?:{units})\b)?\.?)"
    )


@cache
def _led() -> re.Pattern[str]:
    words = sorted(outline_words("deadlines")["before"]["words"], key=len, reverse=True)
    lead = "|".join(word.replace(" ", r"\s+") for word in outline_words("deadlines")["before"]["lead"])
    before = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?:(?<!\w)(?:{before})(?!\w)|[<≤]=?)\s*(?:(?:{lead})\s+)?{_amount()}", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){_amount()}", re.IGNORECASE)


def deadlines(said: str, span: Span) -> list[Span]:
    """Every deadline in a stretch of running words, in order, none inside another."""
    found = [
        *_led().finditer(said, span.start, span.end),
        *cue("deadlines", "phrases", "always").finditer(said, span.start, span.end),
    ]
    return _apart(found)


def labelled_deadline(said: str, span: Span) -> Span | None:
    """The deadline of a cell, heading or label, where a bare time is one too."""
    first = deadlines(said, span)
    bare = _apart([*_alone().finditer(said, span.start, span.end)])
    if first and (not bare or first[0].start <= bare[0].start):
        return first[0]
    if bare:
        return bare[0]
    other = compiled(tuple(outline_words("deadlines")["phrases"]["labelled"])).search(said, span.start, span.end)
    return Span(*other.span()) if other else None


def _apart(found: list[re.Match[str]]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted((Span(*one.span()) for one in found), key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
