"""Shapes that give away what must not go out: hosts and channels, shouting, staff by full name, blanks still open."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.language.outgoing import Rule
from escalation_core.model.span import Span

_SHAPES = {
    "host": re.compile(
        r"(?<![\w.@/-])(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{1,4}|[a-z0-9-]+)\.(?:internal|local|lan|corp|intra)\b"
        r"|(?<![\w.@/-])[a-z][a-z0-9]*(?:-[a-z0-9]+){1,4}-\d{1,4}(?![\w-])"
    ),
    "network_address": re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\w)"),
    "channel": re.compile(r"(?<![\w&/#])#[a-z][\w-]{2,60}"),
    "path": re.compile(r"(?<![\w/:.])/(?:[\w.-]{1,60}/){2,8}[\w.-]{1,60}"),
    "shouting": re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ]{2,40}(?:[ ,]+[^\W\d_a-zß-öø-ÿ]{1,40}){3,}(?![\w-])"),
    "emoji": re.compile("[\U0001f300-\U0001faff☀-➿]"),
    "blank": re.compile(r"_{3,}|\?{3,}|<<|>>|(?<!\w)\$?\{[\w .-]{1,40}\}|(?<!\w)(?:TBD|TBC|TODO|XXX+)(?!\w)"),
}
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,40}\]|<[^<>\n]{1,40}>")
_NAME = r"\s+[A-ZÀ-Þ][\w'’-]+\s+[A-ZÀ-Þ][\w'’-]+"


def shapes(text: str, rule: Rule) -> Iterator[Span]:
    """Every stretch that has one of the shapes of a rule."""
    for name in rule.shapes:
        yield from (Span(*match.span()) for match in _SHAPES[name].finditer(text))
    for once in rule.once:
        yield from list(_said(text, once))[1:]
    if rule.before_names:
        yield from (Span(match.start(1), match.end()) for match in _named(rule.before_names).finditer(text))
    for match in _BRACKETED.finditer(text) if rule.open_words else ():
        if set(re.findall(r"[^\W_]+", match.group().casefold())) & set(rule.open_words):
            yield Span(*match.span())


def _said(text: str, once: str) -> Iterator[Span]:
    edge = r"\b" if once[0].isalpha() else ""
    yield from (Span(*match.span()) for match in re.finditer(rf"{edge}{re.escape(once)}{edge}", text, re.IGNORECASE))


@cache
def _named(roles: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(role) for role in sorted(roles, key=len, reverse=True))
    return re.compile(rf"(?i:\b(?:{either}))(?-i:({_NAME}))")
