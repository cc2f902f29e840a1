"""E-mail addresses and references: what looks like a number and measures nothing; and what is skipped altogether."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.phones import phones
from escalation_core.measures.script import Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9](?:[\w+-]|\.(?!\.)){0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}(?![\w])",
    re.ASCII,
)
_LETTERED = re.compile(
    r"(?<![\w.@/-])(?:[A-Z]{1,8}\d?[-_/])+(?:[A-Z0-9]*\d[\w]*|[A-Z]{3,})(?:[-_/][A-Z0-9]+)*(?![\w@])|(?<![\w.@/-])[A-Z]{2,6}\d{3,}[A-Z0-9]*(?![\w@])|(?<![\w])#\d[\w-]{2,}|(?<![\w.@/-])[A-Z]+(?:_[A-Z0-9]+)+(?![\w@])"
)
_SKIPPED = re.compile(r"https?://\S+|(?<![\w.])v?\d+\.\d+\.\d+(?:\.\d+)*(?![\w])|(?<![\w.])[vV]\d+(?:\.\d+)*(?![\w])")
_DOTTED_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)?\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2}"
)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")


def addresses(script: Script) -> Iterator[Mention]:
    """Every e-mail address, phone number and reference, in this order, without overlaps."""
    taken: list[Span] = []
    for found in (*_emails(script), *phones(script), *_references(script)):
        at = bisect_left(taken, found.span)
        if not any(span.overlap(found.span) for span in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, found.span)
            yield found


def skipped(script: Script) -> Iterator[Span]:
    """Web addresses and versions: nothing in them is a quantity."""
    for match in _SKIPPED.finditer(script.text):
        if not _DOTTED_DATE.fullmatch(match.group()) and not _AMOUNT.fullmatch(match.group()):
            yield Span(*match.span())


def _emails(script: Script) -> Iterator[Mention]:
    for match in _EMAIL.finditer(script.text):
        yield Mention(MentionKind.EMAIL, match.group(), Span(*match.span()), value=match.group())


def _references(script: Script) -> Iterator[Mention]:
    never: Sequence[str] = (*measure_words()["references"]["not_references"], *_codes())
    for match in _LETTERED.finditer(script.text):
        letters = re.match(r"[A-Za-z]*", match.group())
        if not letters or letters.group().casefold() not in never:
            yield Mention(MentionKind.REFERENCE, match.group(), Span(*match.span()), value=match.group())
    for match in _named().finditer(script.plain):
        span = Span(match.start(1), match.end(1))
        yield Mention(MentionKind.REFERENCE, script.quote(span), span, value=script.quote(span))


@cache
def _codes() -> frozenset[str]:
    """Codes of currencies: "USD500" is a sum."""
    told = measure_words()["money"]
    codes = {code.lower() for code in [*told["codes"], *told["capitals"]]}
    return frozenset(codes | {multiple + code.lower() for multiple in told["multiples"] for code in told["codes"]})


@cache
def _named() -> re.Pattern[str]:
    told = measure_words()["references"]
    names = "|".join(sorted(told["prefixes"], key=len, reverse=True))
    between = "|".join(sorted(told["between"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:{names})\.?:?\s+(?:(?:{between})\.?\s*(?::\s*)?)?(\d{{4}}(?: \d{{4}}){{1,4}}|(?=[\w/-]{{0,24}}\d)[a-z]{{0,4}}[\d][\w/-]{{3,40}})(?![\w.:])"
    )
