"""Phone numbers, e-mail addresses and references: what looks like a number and measures nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9](?:[\w+-]|\.(?!\.)){0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w])",
    re.ASCII,
)
_PHONE = re.compile(
    r"(?<![\w#/.,-])(?:\(?\+\d{1,3}\)?[ .-]?|00\d{1,3}[ ]?)?(?:\(\d{1,5}\)[ .-]?)?\d{1,11}(?:[ .-]{1}\d{1,8}){0,5}(?![\w/]|[.,]\d)"
)
_DECIMAL = re.compile(r"\d+\.\d+")
_LETTERED = re.compile(
    r"(?<![\w.@/-])(?:[A-Z]{1,8}\d?[-_/])+(?:[A-Z0-9]*\d[\w]*|[A-Z]{3,})(?:[-_/][A-Z0-9]+)*(?![\w@])|(?<![\w.@/-])[A-Z]{2,6}\d{3,}[A-Z0-9]*(?![\w@])|(?<![\w])#\d[\w-]{2,}|(?<![\w.@/-])[A-Z]+(?:_[A-Z0-9]+)+(?![\w@])"
)
_SKIPPED = re.compile(
    r"https?://\S+|(?<![\w.])(?!\d{1,2}\.\d{1,2}\.\d{4}(?!\d))v?\d+\.\d+\.\d+(?:\.\d+)*(?![\w])|(?<![\w.])[vV]\d+(?:\.\d+)*(?![\w])"
)


def addresses(text: str) -> Iterator[Mention]:
    """Every e-mail address, reference and phone number, in this order, without overlaps."""
    taken: list[Span] = []
    for found in (*_emails(text), *_references(text), *_phones(text)):
        at = bisect_left(taken, found.span)
        if not any(span.overlap(found.span) for span in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, found.span)
            yield found


def skipped(text: str) -> Iterator[Span]:
    """Web addresses and versions: nothing in them is a quantity."""
    for match in _SKIPPED.finditer(text):
        yield Span(*match.span())


def _emails(text: str) -> Iterator[Mention]:
    for match in _EMAIL.finditer(text):
        yield Mention(MentionKind.EMAIL, match.group(), Span(*match.span()), value=match.group())


def _references(text: str) -> Iterator[Mention]:
    never: Sequence[str] = measure_words()["references"]["not_references"]
    for match in _LETTERED.finditer(text):
        letters = re.match(r"[A-Za-z]*", match.group())
        if not letters or letters.group().casefold() not in never:
            yield Mention(MentionKind.REFERENCE, match.group(), Span(*match.span()), value=match.group())
    for match in _named().finditer(text):
        span = Span(match.start(1), match.end(1))
        yield Mention(MentionKind.REFERENCE, match.group(1), span, value=match.group(1))


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(sorted(measure_words()["references"]["prefixes"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:{names})\.?:?\s+(?:no\.?\s*|number\s+|#\s*)?((?=[\w/-]*\d)[A-Z]{{0,4}}[\d][\w/-]{{3,}})(?![\w.:])",
        re.IGNORECASE,
    )


def _phones(text: str) -> Iterator[Mention]:
    for match in _PHONE.finditer(text):
        said = match.group()
        digits = sum(letter.isdigit() for letter in said)
        if 7 <= digits <= 15 and not _DECIMAL.fullmatch(said) and _like_a_phone(text, match):
            yield Mention(MentionKind.PHONE, said, Span(*match.span()), value=said)


def _like_a_phone(text: str, match: re.Match[str]) -> bool:
    said = match.group()
    if said.startswith(("+", "(", "0")) or re.search(r"\d[ .-]\d{3,}", said):
        parts = re.split(r"[ .-]", said)
        return (
            not re.fullmatch(r"\d{4}-\d\d-\d\d", said)
            and not re.match(r"\d{1,2}([.-])\d{1,2}\1\d{2,4}(?!\d)", said)
            and max(len(re.sub(r"\D", "", part)) for part in parts) >= 3
            and not all(len(part) == 3 for part in parts[1:] if part)
        ) or said.startswith(("+", "("))
    return (
        bool(
            re.search(
                r"(?:phone|tel|call|number|mobile|ring)\W*(?:\w+\W+){0,2}$",
                text[max(0, match.start() - 30) : match.start()],
                re.IGNORECASE,
            )
        )
        and len(said) >= 8
    )
