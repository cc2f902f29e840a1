"""Levels of severity: how they are named, and their order."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span

_APART = re.compile(r"[\s)\]*_\ufe0f]*(?:$|[:(\[/|,]|[–—-]{1,2}\s)")
_SEPARATOR = r"[\s:–—()/,|.-]{1,5}"


@cache
def _words() -> tuple[str, str, str, str]:
    """Patterns of a strict code, a loose code, a name, and a sign."""
    data = outline_words("levels")
    loose = "|".join(re.escape(word) for word in sorted(data["codes"]["prefixes"], key=len, reverse=True))
    names = [name for names in data["names"]["scale"] for name in names if name.isascii()]
    name = _either(names)
    colour = _either([name for name in names if " " not in name] + data["names"]["heads"] + data["names"]["coded"])
    counted = "|".join(data["codes"]["words"])
    sign = "[" + data["names"]["emoji"] + "\ufe0f]"
    strict = rf"(?:{'|'.join(data['codes']['strict'])})[\s.:#-]{{0,2}}[0-5](?![\w%]|[.,]\d)"
    return (
        strict,
        rf"(?i:(?:{loose})(?:\s+level)?(?:[\s.:#-]{{0,2}}(?:[0-5]|[IV]{{1,3}}|[A-E])|\s+(?:{counted}|{colour}))(?![\w%]))",
        rf"(?i:{name})",
        sign,
    )


def _either(words: Iterable[str]) -> str:
    """Any one of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _heading() -> re.Pattern[str]:
    _, code, name, sign = _words()
    beside = "|".join(outline_words("levels")["names"]["beside"])
    side = rf"(?i:\s+(?:{beside}))"
    name = rf"(?:{name}|(?i:{_either(outline_words('levels')['names']['heads'])}))"
    named = rf"{name}(?!\w)(?={side}?\s*(?:$|[\n:–—()/,|.\ue000\ue001-]|{sign}))"
    fields = "|".join(outline_words("levels")["codes"]["fields"])
    lead = rf"(?:\d{{1,2}}\s*[-–—.:)]\s*)?(?:{sign}|[\s(\[:]|(?i:{fields})(?=\s*:))*"
    return re.compile(
        rf"{lead}(?P<level>{code}(?:{_SEPARATOR}{named})?|{named}(?:{side})?(?:{_SEPARATOR}{code})?|{sign}(?=\s))"
    )


@cache
def _running() -> re.Pattern[str]:
    strict, _, name, _ = _words()
    after = "|".join(
        re.escape(word).replace(r"\ ", r"\s+")
        for word in sorted(outline_words("levels")["names"]["after"], key=len, reverse=True)
    )
    words = outline_words("levels")
    beside, other = "|".join(words["names"]["beside"]), "|".join(words["names"]["others"])
    fields = "|".join(words["codes"]["fields"])
    led = rf"(?i:(?<![\w.,:;-])(?:{after})\s+|^|[(\[→:–—]\s*)"
    code = rf"(?P<code>{strict}(?![\w-])(?!\s+(?:{other})\b)(?:\s*\({name}\))?)"
    named = rf"(?P<name>{name})(?!\w)(?!\s+(?!{beside}|\()[a-z])(?!\s+[A-Z][a-z])(?:(?i:\s+(?:{fields})))?"
    return re.compile(rf"{led}(?<![\w-])(?:{code}|(?<=\s)[\"'“]?{named})")


def level_named(said: str, span: Span) -> Span | None:
    """The level that a heading, cell or label names at its head."""
    found = _heading().match(said, span.start, span.end)
    if not found:
        return None
    start, end = found.span("level")
    opened = said.count("(", start, end) > said.count(")", start, end)
    return Span(start, end + (opened and said[end : end + 1] == ")"))


def leads_with_level(said: str, span: Span) -> bool:
    """Whether a stretch is the name of a level, alone or with a mark behind it: "P2 -- Network desk"."""
    named = level_named(said, span)
    return bool(named and _APART.match(said, named.end, span.end))


def names_one(said: str, span: Span) -> Span | None:
    """The level that makes up a stretch, alone."""
    level = level_named(said, span)
    return level if level and not said[level.end : span.end].strip(" .;()*_") else None


def level_said(said: str, span: Span) -> Span | None:
    """The level that running words name."""
    for found in _running().finditer(said, span.start, span.end):
        return Span(*found.span("code" if found["code"] else "name"))
    return None


def level_within(said: str, span: Span) -> Span | None:
    """The code of a level anywhere in a heading: "Which calls go to Stage 2?"."""
    found = _code().search(said, span.start, span.end)
    return Span(*found.span()) if found else None


@cache
def _code() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_words()[1]}")


def ranked(levels: Iterable[str]) -> dict[str, int]:
    """The rank of each level, 0 for the highest: by number or known word where all have one, else as they come.

    "Tier 3" before "Tier 2" is the higher one: steps are counted up, and a policy begins with its highest; "P1" always is.
    """
    order = list(dict.fromkeys(levels))
    keys = [_key(level) for level in order]
    if _counted_up(order):
        return {level: rank for rank, level in enumerate(order)}
    if all(key is not None for key in keys):
        places = [(key, 0 if key < 10 else number) for number, key in enumerate(keys) if key is not None]
        distinct = sorted(set(places))
        return {level: distinct.index(place) for level, place in zip(order, places, strict=True)}
    return {level: rank for rank, level in enumerate(order)}


def _counted_up(order: Sequence[str]) -> bool:
    """Whether the levels are steps with numbers, the largest first."""
    steps = [re.search(r"\d", level) for level in order]
    strict = re.compile(_words()[0])
    numbers = [int(step[0]) for step, level in zip(steps, order, strict=True) if step and not strict.match(level)]
    return len(numbers) == len(order) > 1 and all(one > other for one, other in pairwise(numbers))


def _key(level: str) -> float | None:
    digit = re.search(r"\d", level)
    if digit:
        return float(digit[0])
    lowered = level.lower()
    for rank, names in enumerate(outline_words("levels")["names"]["scale"]):
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered) for name in names):
            return rank + 10.0
    return None
