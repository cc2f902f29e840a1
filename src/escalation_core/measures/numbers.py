"""Numbers, in digits or in words, each as an interval."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.model.span import Span

_DIGITS = r"(?:\d{1,3}(?:[,'’ \u202f]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_MIXED = re.compile(r"[ ]*(\d+)/(\d+)(?![\d/])")
_POWER = re.compile(r"(?:e([+-]?\d+)|\s?x\s?10\^([+-]?\d+)|\^([+-]{0,2}\d+))(?![\w])")
_WORD = re.compile(r"[A-Za-z]+|\d[\d,]*(?:\.\d+)?")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands: its place, and the interval that it means."""

    span: Span
    low: float
    high: float
    worded: bool = False


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text in order, without overlaps."""
    at = 0
    for match in _start().finditer(text):
        if match.start() < at:
            continue
        found = _number(text, match)
        if found:
            at = found.span.end
            yield found


@cache
def _start() -> re.Pattern[str]:
    told = measure_words()["numbers"]
    words = [w for table in ("units", "tens", "vague", "dozens") for w in told[table]]
    words += ["hundred", "thousand", "million", "half", "quarter", "a", "an", *told["signs"]]
    names = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/^-])(?P<sign>(?<![\d\w] )[-−]\s?)?(?P<digits>{_DIGITS})|[½¼¾⅓⅔⅕⅛]|(?<![\w'’])(?:{names})\b",
        re.IGNORECASE,
    )


def _number(text: str, match: re.Match[str]) -> Number | None:
    if match.group("digits"):
        return _digits(text, match)
    if match.group() in _VULGAR:
        value = _VULGAR[match.group()]
        return Number(Span(*match.span()), value, value)
    return _words(text, match.start())


def _digits(text: str, match: re.Match[str]) -> Number | None:
    said = match.group("digits")
    value = float(re.sub(r"[,'’ \u202f]", "", said))
    start, end = match.span()
    if mixed := _MIXED.match(text, end):
        if text[end] == " " and float(mixed.group(2)):
            value, end = value + float(mixed.group(1)) / float(mixed.group(2)), mixed.end()
    elif (
        text.startswith("/", end)
        and (over := re.compile(r"/(\d{1,3})(?![\d/])").match(text, end))
        and float(over.group(1))
    ):
        return None
    if end < len(text) and text[end] in _VULGAR:
        value, end = value + _VULGAR[text[end]], end + 1
    if power := _POWER.match(text, end):
        value, end = _raised(value, power), power.end()
    else:
        scaled = _suffix(text, match.start("digits"), end)
        if scaled:
            value, end = value * scaled[0], scaled[1]
    if text[end : end + 1].isalpha() and not _unit_follows(text, end):
        return None
    if match.group("sign"):
        value = -value
    return Number(Span(start, end), value, value)


def _raised(value: float, power: re.Match[str]) -> float:
    """The value with its power; as it stands where no float can hold the result."""
    exponent = power.group(3)
    try:
        raised = value ** _signed(exponent) if exponent else value * 10.0 ** float(power.group(1) or power.group(2))
    except (OverflowError, ZeroDivisionError):
        return value
    return raised if abs(raised) < float("inf") else value


def _signed(raised: str) -> float:
    return -float(raised.lstrip("+-")) if raised.startswith("-") else float(raised.lstrip("+-"))


def _suffix(text: str, start: int, end: int) -> tuple[float, int] | None:
    told = measure_words()["numbers"]
    found = re.compile(r"\s?([A-Za-z]+)\b").match(text, end)
    if not found:
        return None
    word = found.group(1)
    if word.casefold() in told["scales"]:
        return _scales(text, end, told)
    money = word == "m" and any(text.endswith(sign, 0, start) for sign in measure_words()["money"]["signs"])
    if (word == "m" and not money) or word.casefold() not in told["suffixes"]:
        return None
    if text[end] == " " and word not in ("k", "K", "M", "bn"):
        return None
    return float(told["suffixes"][word.casefold()]), found.end()


def _scales(text: str, end: int, told: dict[str, dict[str, float]]) -> tuple[float, int]:
    value = 1.0
    while found := re.compile(r"\s+([A-Za-z]+)\b|([A-Za-z]+)\b").match(text, end):
        word = (found.group(1) or found.group(2)).casefold()
        if word not in told["scales"]:
            break
        value, end = value * told["scales"][word], found.end()
    return value, end


def _unit_follows(text: str, end: int) -> bool:
    found = re.compile(r"[A-Za-z]+").match(text, end)
    return bool(found) and found.group().casefold() in _glued()  # type: ignore[union-attr]


@cache
def _glued() -> frozenset[str]:
    told = measure_words()
    units = (
        set(told["durations"]["seconds"])
        | {unit + "s" for unit in told["durations"]["seconds"]}
        | {"m", "x", "ish", "pct", "pm", "am"}
    )
    return frozenset(units | set(told["money"]["cents"]) | {code.casefold() for code in told["money"]["codes"]})


def _words(text: str, start: int) -> Number | None:
    """The longest number that the words from here on say, by the grammar of English number words."""
    told = measure_words()["numbers"]
    tokens = _tokens(text, start)
    used, value = _spelled([word for word, _ in tokens], told)
    if not used:
        return None
    span = Span(start, tokens[used - 1][1])
    if isinstance(value, tuple):
        return Number(span, value[0], value[1], worded=True)
    return Number(span, value, value, worded=True)


def _tokens(text: str, start: int) -> list[tuple[str, int]]:
    tokens: list[tuple[str, int]] = []
    at = start
    while len(tokens) < 16 and (found := _WORD.match(text, at)):
        tokens.append((found.group().casefold(), found.end()))
        gap = re.compile(r"[ \u00a0]{1,3}|[ ]?-[ ]?").match(text, found.end())
        if not gap:
            break
        at = gap.end()
    return tokens


def _spelled(words: Sequence[str], told: dict[str, dict[str, float]]) -> tuple[int, float | tuple[float, float]]:
    if words and words[0] in told["signs"]:
        used, value = _spelled(words[1:], told)
        return (used + 1, -value) if used and not isinstance(value, tuple) else (0, 0.0)
    return _vague(words, told) or _whole(words, told)


def _vague(words: Sequence[str], told: dict[str, dict[str, float]]) -> tuple[int, float | tuple[float, float]] | None:
    skip = 1 if words and words[0] == "a" else 0
    if len(words) > skip and words[skip] in told["vague"]:
        interval: Sequence[float] = measure_words()["numbers"]["vague"][words[skip]]
        low, high = interval
        used = skip + 1
        if words[used : used + 1] == ["of"]:
            used += 1
        if words[used : used + 1] and words[used] in told["scales"]:
            scale = told["scales"][words[used]]
            return used + 1, (low * scale, high * scale)
        if words[used : used + 1] and words[used] in told["dozens"]:
            return used + 1, (low * 12, high * 12)
        return (used, (float(low), float(high))) if words[used - 1] != "of" else (used - 1, (float(low), float(high)))
    if tuple(words[:3]) == ("half", "a", "dozen"):
        return 3, 6.0
    if tuple(words[:2]) == ("half", "dozen"):
        return 2, 6.0
    if words[skip : skip + 1] and words[skip] in told["dozens"] and (skip or words[0] == "dozen"):
        return skip + 1, float(told["dozens"][words[skip]])
    return None


def _whole(words: Sequence[str], told: dict[str, dict[str, float]]) -> tuple[int, float]:
    total, group, used, seen = 0.0, 0.0, 0, False
    last_scale = float("inf")
    at = 0
    while at < len(words):
        word = words[at]
        if word in told["units"] or word in told["tens"]:
            value = told["units"].get(word, told["tens"].get(word, 0))
            if (
                seen
                and group % 100
                and not (word in told["units"] and value < 10 and group % 10 == 0 and group % 100 >= 20)
            ):
                break
            group, seen = group + value, True
        elif word == "hundred" and (seen or at in (0, 1)):
            group, seen = (group or 1) * 100, True
        elif word in told["scales"] and (seen or at in (0, 1)) and told["scales"][word] < last_scale:
            scale = told["scales"][word]
            total, group, seen, last_scale = total + (group or 1) * scale, 0.0, True, scale
        elif word in told["dozens"] and seen:
            return at + 1, (total + group) * told["dozens"][word]
        elif word == "and" and seen and at + 1 < len(words) and _goes_on(words[at + 1 :], told, group, total):
            at += 1
            continue
        elif word == "point" and seen:
            return _decimals(words, at, told, total + group)
        elif (
            word in ("a", "an")
            and at == 0
            and len(words) > 1
            and (words[1] in told["scales"] or words[1] in told["fractions"])
        ):
            at += 1
            continue
        else:
            break
        at += 1
        used = at
    return _fraction(words, used, told, total + group) or (used if seen else 0, total + group)


def _goes_on(words: Sequence[str], told: dict[str, dict[str, float]], group: float, total: float) -> bool:
    word = words[0]
    if word in told["units"] or word in told["tens"]:
        return group >= 100 or (total > 0 and group == 0)
    return False


def _decimals(words: Sequence[str], at: int, told: dict[str, dict[str, float]], whole: float) -> tuple[int, float]:
    digits, used = "", at + 1
    while used < len(words) and words[used] in told["units"] | told["tens"]:
        value = told["units"].get(words[used], told["tens"].get(words[used], 0))
        digits += str(int(value)) if not (digits and value < 10 and digits[-1] == "0") else ""
        if digits and value < 10 and digits[-1] == "0" and used > at + 1 and words[used - 1] in told["tens"]:
            digits = digits[:-1] + str(int(value))
        used += 1
    return (used, float(f"{int(whole)}.{digits}")) if digits else (at, whole)


def _fraction(
    words: Sequence[str], used: int, told: dict[str, dict[str, float]], whole: float
) -> tuple[int, float] | None:
    """ "… and a half", "two thirds", "a quarter", "half"."""
    rest = list(words[used:])
    if used and rest[:1] == ["and"]:
        if rest[1:2] in (["a"], ["one"]) and rest[2:3] and rest[2] in told["fractions"]:
            return used + 3, _added(whole, 1 / told["fractions"][rest[2]])
        if len(rest) > 2 and rest[1] in told["units"] and rest[2] in told["fractions"] and told["units"][rest[1]] > 1:
            return used + 3, _added(whole, told["units"][rest[1]] / told["fractions"][rest[2]])
        return None
    if rest[:1] and rest[0] in told["fractions"]:
        if used and 0 < whole < 100 and rest[0] not in ("second",):
            return (
                (used + 1, whole / told["fractions"][rest[0]])
                if (whole > 1 and rest[0].endswith("s")) or whole == 1
                else None
            )
        if not used and rest[0] in ("half", "quarter"):
            scale = rest[1:2] and rest[1] in told["scales"]
            return (2, told["scales"][rest[1]] / told["fractions"][rest[0]]) if scale else None
    skip = 1 if not used and rest[:1] in (["a"], ["an"]) else 0
    if skip and rest[1:2] and rest[1] in told["fractions"]:
        return 2, 1 / told["fractions"][rest[1]]
    return None


def _added(whole: float, part: float) -> float:
    for scale in (1e12, 1e9, 1e6):
        if whole >= scale and whole % scale == 0:
            return whole + part * scale
    return whole + part
