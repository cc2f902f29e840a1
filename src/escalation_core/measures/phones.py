"""Phone numbers, as people write them in any country."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.script import Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_RUN = re.compile(
    r"(?<![\w#/,*=+$€£])(?<![\d)][.-])(?>[+(]{0,2}\d(?:[ ().\-/]{0,3}\d){5,24})(?!(?!x ?\d)[\w/=*%°]|[.,:]\d|[ ]?[€%])"
)
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1\d{2,4}(?!\d)|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?(?!\d)"
)
_DECIMAL = re.compile(r"-?\d+\.\d+")
_SECURITY = re.compile(r"\d{3}-\d\d-\d{4}")
_PATTERNED = re.compile(
    r"(?:1[ .-]?)?(?:\(\d{3}\)|\d{3}\)?)[ .-]?[ ]?\d{3}[ .-]\d{4}|\(\d{2,5}\)[ .-]{0,2}\d{3,8}(?:[ -]\d{2,6})*|\d{3}[ ]\d{3}[ ]\d\d-\d{4}"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_PARTS = re.compile(r"[^\d]+")
_EMERGENCY = re.compile(r"11\d-\d{4}")


def phones(script: Script) -> Iterator[Mention]:
    """Every phone number of a text, with its extension."""
    for match in _RUN.finditer(script.plain):
        start, end = _trimmed(script.plain, *match.span())
        if _is_phone(script.plain, start, end):
            extension = _extension().match(script.plain, end)
            span = Span(start, extension.end() if extension else end)
            yield Mention(MentionKind.PHONE, script.quote(span), span, value=script.quote(span))


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """The run without a bracket that nothing closes."""
    said = plain[start:end]
    return (start + 1, end) if said.startswith("(") and ")" not in said else (start, end)


def _is_phone(plain: str, start: int, end: int) -> bool:
    said = plain[start:end]
    digits = sum(letter.isdigit() for letter in said)
    abroad = said.lstrip("(").startswith("+")
    if not (6 if abroad else 7) <= digits <= 16 or _DATE.match(said) or _DECIMAL.fullmatch(said):
        return False
    if "/" in said and not re.match(r"(?:\+\d|0)[\d ]{2,7}/ ?\d{4,}", said):
        return False
    if abroad:
        return True
    cued, never = _cues(plain, start)
    if never or _SECURITY.fullmatch(said) or _EMERGENCY.fullmatch(said):
        return False
    if " - " in said and not said.startswith("0"):
        return False
    return cued or plain[start - 1 : start] == "(" or _looks_like_one(said, digits)


def _looks_like_one(said: str, digits: int) -> bool:
    """Whether the digits are a phone number without a word that says so."""
    if _PATTERNED.fullmatch(said):
        return True
    parts = [part for part in _PARTS.split(said) if part]
    if said.startswith("00") and digits >= 11 and len(parts) > 1:
        return True
    zero = said.startswith("0") and 9 <= digits <= 11 and all(2 <= len(part) <= 8 for part in parts) and "." not in said
    return zero and not _GROUPED.fullmatch(said) and len(parts) < 6


def _cues(plain: str, start: int) -> tuple[bool, bool]:
    """Whether one of the few words before says that a phone number follows, or another that it is something else."""
    told: dict[str, Any] = measure_words()["phones"]
    before = re.findall(r"[a-z]+", plain[max(0, start - 30) : start])[-3:]
    never = any(word in told["never"] for word in before)
    return any(word in told["cues"] for word in before), never


@cache
def _extension() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(measure_words()["phones"]["extension"], key=len, reverse=True))
    return re.compile(rf" ?(?:{words}) ?\d{{1,6}}(?![\w])")
