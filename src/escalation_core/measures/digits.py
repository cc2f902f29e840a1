"""Numbers in digits: with separators of thousands, decimals, powers, fractions and letters for thousands and millions."""

import re
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.script import Script

DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567.89
    r"|\d{1,3}(?:[' ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"  # 40 000
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"  # 1.200,50 and 1.234.567
    r"|(?<!\d,)\d+,\d{1,2}(?![\d,]|\.\d)"  # 12,5
    r"|\d+(?:\.\d+)?|\.\d+"
)
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip
_MIXED = re.compile(r" {1,2}(\d{1,2})/(\d{1,3})(?![\d/])")
_OVER = re.compile(r"/(\d{1,4})(?![\d/]|\.\d)")
_POWER = re.compile(r"(?:e([+-]?\d{1,3})|\s?[x×]\s?10\^([+-]?\d{1,3})|\^([+-]{0,2}\d{1,3}))(?![\w])")
_LETTERS = re.compile(r"( ?)([a-z]+)(?![a-z0-9])")


def value_of(said: str) -> float:
    """What digits with separators mean: the last mark is the decimal one, unless it groups thousands."""
    plain = said.replace("'", "").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", plain):
        return float(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))


def scaled(script: Script, start: int, end: int) -> tuple[float, int] | None:
    """What the digits at a stretch say with all that belongs to them: the value, and where it ends."""
    plain = script.plain
    value = value_of(plain[start:end])
    if mixed := _MIXED.match(plain, end):
        over, under = float(mixed.group(1)), float(mixed.group(2))
        if 0 < over < under <= 16 and value < 1000:
            return value + over / under, mixed.end()
    if plain.startswith("/", end):
        return _over(plain, value, end)
    if end < len(plain) and plain[end] in VULGAR:
        return value + VULGAR[plain[end]], end + 1
    if power := _POWER.match(plain, end):
        return _raised(value, power), power.end()
    factor = _factor(script, start, end)
    return (value * factor[0], factor[1]) if factor else (value, end)


def _over(plain: str, value: float, end: int) -> tuple[float, int] | None:
    """A fraction, part over whole; anything else with a slash is a date or a name."""
    over = _OVER.match(plain, end)
    if not over or not value < float(over.group(1)):
        return (value, end) if not over and not plain[end + 1 : end + 2].isdigit() else None
    return value / float(over.group(1)), over.end()


def _raised(value: float, power: re.Match[str]) -> float:
    """The value with its power; as it stands where no float can hold the result."""
    exponent = power.group(3)
    try:
        raised = (
            abs(value) ** _signed(exponent) if exponent else value * 10.0 ** float(power.group(1) or power.group(2))
        )
    except (OverflowError, ZeroDivisionError):
        return value
    return raised if abs(raised) < float("inf") else value


def _signed(raised: str) -> float:
    """ "-2" and "+2"; two signs take each other back."""
    sign = -1 if raised.count("-") % 2 else 1
    return sign * float(raised.lstrip("+-"))


def _factor(script: Script, start: int, end: int) -> tuple[float, int] | None:
    """ "k", "M", "bn" behind the digits."""
    told = measure_words()["numbers"]
    found = _LETTERS.match(script.plain, end)
    if not found or found.group(2) not in told["suffixes"]:
        return None
    letters = found.group(2)
    if script.plain[start : found.end()] in told["never"]:
        return None
    money = _sum_before(script.plain, start) or _code_behind(script.plain, found.end())
    capital = script.capital(found.start(2), found.end())
    broken = "." in script.plain[start:end] and letters in told["broken"]
    if letters in told["shy"] and not (money or broken) and not (letters == "m" and capital and found.group(1)):
        return None
    if found.group(1) and len(letters) == 1 and not (capital or letters == "k" or money):
        return None
    return float(told["suffixes"][letters]), found.end()


def _sum_before(plain: str, start: int) -> bool:
    """Whether a sign or a code of a currency stands before the digits."""
    head = plain[max(0, start - 4) : start].rstrip()
    return head.endswith(tuple(_signs())) or head[-3:].upper() in _codes()


def _code_behind(plain: str, end: int) -> bool:
    return plain[end : end + 4].strip().upper()[:3] in _codes()


@cache
def _signs() -> tuple[str, ...]:
    return tuple(sign for sign in measure_words()["money"]["signs"] if not sign[-1].isalnum())


@cache
def _codes() -> frozenset[str]:
    return frozenset(measure_words()["money"]["codes"])
