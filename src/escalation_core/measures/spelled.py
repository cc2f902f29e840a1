"""Numbers in words with their parts: "two and a half", "three fifths", "nine point nought four", "a few hundred"."""

from collections.abc import Sequence
from functools import cache
from math import inf
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.cardinals import Token, cardinal, number_words

Spelled = tuple[int, float, float]
"""How many words a number takes, and the interval that it means."""


def spelled(words: Sequence[Token]) -> Spelled | None:
    """The longest number that the words from the first on say."""
    if words and words[0].word in _told()["signs"]:
        found = spelled(words[1:])
        return (found[0] + 1, -found[2], -found[1]) if found else None
    return _vague(words) or _plenty(words) or _exact(words)


def is_part(words: Sequence[Token]) -> bool:
    """Whether the words begin with a part of one: "two thirds", "a quarter", "half"."""
    if words and words[0].word == _told()["half"]:
        return True
    found = _part(words, 0)
    return found is not None and found[1] < 1


@cache
def _told() -> dict[str, Any]:
    return measure_words()["numbers"]


# --- numbers that are not exact ---


def _vague(words: Sequence[Token]) -> Spelled | None:
    skip = _article(words)
    if len(words) <= skip or words[skip].word not in _told()["vague"]:
        return None
    low, high = _told()["vague"][words[skip].word]
    used = skip + 1
    of = used < len(words) and words[used].word == _told()["of"]
    factor = _factor(words, used + of)
    return (used + of + 1, low * factor, high * factor) if factor else (used, float(low), float(high))


def _plenty(words: Sequence[Token]) -> Spelled | None:
    """ "Hundreds of", "tens of thousands": so many at the least."""
    if not words or words[0].word not in _told()["plenty"]:
        return None
    low = float(_told()["plenty"][words[0].word])
    if len(words) > 1 and words[1].word == _told()["of"]:
        word = words[2].word if len(words) > 2 else ""
        factor = number_words().scales.get(word) or (100 if word == "hundreds" else 0)
        if factor:
            return 3, low / 2 * factor, inf
        return 1, low, inf
    return None


def _factor(words: Sequence[Token], at: int) -> float:
    known = number_words()
    if at >= len(words):
        return 0
    word = words[at].word
    return 100.0 if word == known.hundred else known.scales.get(word) or known.dozens.get(word, 0)


def _article(words: Sequence[Token]) -> int:
    return 1 if words and words[0].word in number_words().articles else 0


# --- exact numbers ---


def _exact(words: Sequence[Token]) -> Spelled | None:
    found = _halved(words) or _parted(words) or _counted(words)
    return (found[0], found[1], found[1]) if found else None


def _halved(words: Sequence[Token]) -> tuple[int, float] | None:
    """ "Half a million", "half a dozen", "a quarter of a million", "half million"."""
    skip = _article(words)
    part = {_told()["half"]: 0.5, _told()["quarter"]: 0.25}.get(words[skip].word if skip < len(words) else "")
    if not part:
        return None
    at = skip + 1
    at += at < len(words) and words[at].word == _told()["of"]
    at += at < len(words) and words[at].word in number_words().articles
    factor = _factor(words, at)
    return (at + 1, part * factor) if factor else None


def _parted(words: Sequence[Token]) -> tuple[int, float] | None:
    """ "Three fifths", "a third", "two hundred and fifty-four hundredths", "three quarters million"."""
    found = _part(words, 0)
    if not found:
        return None
    used, value = found
    if not (words[used - 1].word.endswith("s") or words[used - 1].tied or _ends(words, used)):
        return None
    factor = _scale(words, used)
    return (used + 1, value * factor) if factor else (used, value)


def _ends(words: Sequence[Token], at: int) -> bool:
    """Whether "a third" stands for a part here: alone or before "of"."""
    return at >= len(words) or words[at].word in _told()["parts_of"] or words[at].word in number_words().scales


def _scale(words: Sequence[Token], at: int) -> float:
    return number_words().scales.get(words[at].word, 0) if at < len(words) else 0


def _counted(words: Sequence[Token]) -> tuple[int, float] | None:
    """A whole number with what follows it: decimals, a part, a scale."""
    skip = _article(words)
    if skip and (len(words) < 2 or not _factor(words, 1)):
        return None
    if skip and words[1].word in number_words().dozens:
        return 2, float(number_words().dozens[words[1].word])
    if not skip and words and words[0].word in number_words().dozens:
        return (1, float(number_words().dozens[words[0].word])) if number_words().dozens[words[0].word] == 12 else None
    found = cardinal(words, skip)
    if not found:
        return None
    used, whole = _before_parts(words, skip, found)
    return _decimals(words, used, whole) or _and_part(words, used, whole) or (used, whole)


def _before_parts(words: Sequence[Token], start: int, found: tuple[int, float]) -> tuple[int, float]:
    """The whole number without the numerator of a part behind it: "two million and three" of "and three fifths"."""
    used, whole = found
    joint = number_words().joint
    for at in range(used - 1, start, -1):
        if words[at].word == joint and (part := _part(words, at + 1)) and part[0] > used:
            return cardinal(words[:at], start) or found
    return used, whole


def _decimals(words: Sequence[Token], at: int, whole: float) -> tuple[int, float] | None:
    known = number_words()
    if at >= len(words) or words[at].word != _told()["point"]:
        return None
    digits, used = "", at + 1
    while used < len(words) and (words[used].word in known.units or words[used].word in known.tens):
        found = cardinal(words, used)
        if not found:
            break
        used, value = found
        digits += str(int(value))
    return (used, float(f"{int(whole)}.{digits}")) if digits else None


def _and_part(words: Sequence[Token], at: int, whole: float) -> tuple[int, float] | None:
    """ "Two and a half", "three and one fourth million", "five billion and three quarters", "two hundred and a half"."""
    if at >= len(words) or words[at].word != number_words().joint:
        return None
    found = _part(words, at + 1)
    if not found:
        return None
    used, part = found
    factor = _scale(words, used)
    if factor:
        return used + 1, whole + part * factor if whole >= factor else (whole + part) * factor
    return used, whole + part * next((s for s in (1e12, 1e9, 1e6) if whole >= s and whole % s == 0), 1.0)


# --- parts ---


def _part(words: Sequence[Token], at: int) -> tuple[int, float] | None:
    """A numerator with its denominator: where it ends, and its value."""
    if at >= len(words) or words[at].word[0].isdigit():
        return None
    if words[at].word in number_words().articles:
        at += 1
        if not _factor(words, at):
            found = _denominator(words, at)
            return (found[0], 1 / found[1]) if found and not found[2] else None
    whole = cardinal(words, at)
    if not whole:
        return None
    used = whole[0]
    for split in range(at + 1, used + 1):
        found = _denominator(words, split)
        if not found or found[0] <= used or _tied(words, split):
            continue
        numerator = cardinal(words[:split], at)
        if any(word.word == number_words().joint for word in words[at:split]):
            continue
        if numerator and numerator[0] == split and _agrees(numerator[1], found):
            return found[0], numerator[1] / found[1]
    return None


def _agrees(numerator: float, found: tuple[int, float, bool]) -> bool:
    """ "One fifth", "three fifths"; "three quarters", but two quarters are half a year."""
    return (numerator > 1) == found[2] and not (found[1] == 4 and numerator not in (1, 3, 5, 7))


def _tied(words: Sequence[Token], split: int) -> bool:
    """Whether a hyphen joins a ten and its unit there, which no part divides."""
    known = number_words()
    return (
        split < len(words)
        and words[split].tied
        and words[split].word in known.units
        and words[split - 1].word in known.tens
    )


def _denominator(words: Sequence[Token], at: int) -> tuple[int, float, bool] | None:
    """A denominator, the longest first: "one hundred and fifths", "twenty-firsts", "eighths"; whether it is a plural."""
    whole = cardinal(words, at)
    if whole and words[at].word not in number_words().scales and words[at].word != number_words().hundred:
        used, value = whole
        last = _last(words, used, compound=True)
        if last and (value in number_words().tens.values() or value % 100 == 0) and last[0] < (value % 100 or 100):
            return used + 1, value + last[0], last[1]
    last = _last(words, at, compound=False)
    return (at + 1, last[0], last[1]) if last else None


def _last(words: Sequence[Token], at: int, *, compound: bool) -> tuple[float, bool] | None:
    """What an ordinal at a place divides by, and whether it is a plural."""
    if at >= len(words):
        return None
    word = words[at].word
    value = _told()["fractions"].get(word) or (_told()["compound"].get(word) if compound else None)
    if not value or (compound and value == 2 and word in ("half", "halves")):
        return None
    return float(value), word.endswith("s")
