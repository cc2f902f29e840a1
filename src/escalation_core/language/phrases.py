"""The phrase language of the data: words, `(a|b c)`, `[optional]`, `@class`, `…` for a gap of few words, `=exact`.

A phrase is a sequence of elements. A plain word matches by its stem; `=word` only in that very form. `(a|b c)` matches
one of its alternatives, `[a|b]` one of them or nothing, `@name` any phrase of the class of that name, `…` up to
`GAP` words of any kind, `#` a number of any kind.
"""

import re
from dataclasses import dataclass

from escalation_core.errors import BrokenLanguageData

GAP = 5
_TOKEN = re.compile(r"\.\.\.|…|[()\[\]|]|@\w+|=[^\s()\[\]|…]+|[^\s()\[\]|…@=]+")


@dataclass(frozen=True, slots=True)
class Literal:
    """A word as written in the data; `exact` asks for that very form."""

    word: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ClassOf:
    """Any phrase of a class."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `GAP` words of any kind."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, in digits or words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the alternatives, or nothing where it is optional."""

    options: tuple[tuple["Element", ...], ...]
    optional: bool


Element = Literal | ClassOf | Gap | Number | Choice
Phrase = tuple[Element, ...]


def parse(phrase: str) -> Phrase:
    """The elements of a phrase. Raises `BrokenLanguageData` where brackets do not match or nothing is left."""
    tokens = _TOKEN.findall(phrase)
    elements, rest = _sequence(tokens, 0)
    if rest != len(tokens) or not elements:
        raise BrokenLanguageData(f"not a phrase: {phrase!r}")
    return elements


def _sequence(tokens: list[str], at: int) -> tuple[Phrase, int]:
    elements: list[Element] = []
    while at < len(tokens) and tokens[at] not in (")", "]", "|"):
        element, at = _element(tokens, at)
        elements.append(element)
    return tuple(elements), at


def _element(tokens: list[str], at: int) -> tuple[Element, int]:
    token = tokens[at]
    if token in ("(", "["):
        return _choice(tokens, at)
    if token in ("…", "..."):
        return Gap(), at + 1
    if token == "#":
        return Number(), at + 1
    if token.startswith("@"):
        return ClassOf(token[1:]), at + 1
    if token.startswith("=") and len(token) > 1:
        return Literal(token[1:], exact=True), at + 1
    return Literal(token), at + 1


def _choice(tokens: list[str], at: int) -> tuple[Choice, int]:
    closing = ")" if tokens[at] == "(" else "]"
    options: list[Phrase] = []
    at += 1
    while True:
        option, at = _sequence(tokens, at)
        options.append(option)
        if at >= len(tokens):
            raise BrokenLanguageData(f"a bracket is not closed in {' '.join(tokens)!r}")
        if tokens[at] == closing:
            return Choice(tuple(options), optional=closing == "]"), at + 1
        if tokens[at] != "|":
            raise BrokenLanguageData(f"brackets do not match in {' '.join(tokens)!r}")
        at += 1
