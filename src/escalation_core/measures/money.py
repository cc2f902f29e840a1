"""Sums of money: a number with a sign, a code or a name of a currency, coins behind it, and what it is paid for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.digits import value_of
from escalation_core.measures.numbers import Number, number_at
from escalation_core.measures.script import Said, Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TAIL = re.compile(r"(?: and)? (\d{2}|[a-z]+(?:[ -][a-z]+)?)(?=\s*(?:[.;,!?)]|$))")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as said: its code, how many times the number it means, and whether only capitals say it."""

    code: str
    times: float = 1.0
    capitals: bool = False


def money(script: Script, number: Number, floor: int = 0) -> Mention | None:
    """The sum that a number is, if a currency stands before or behind it; nothing before `floor` belongs to it."""
    plain, span = script.plain, number.span
    before = _before(script, span.start, floor)
    if before:
        behind = _names().behind(plain, span.end)
        same = behind and behind.value.code == before.value.code and _true(script, behind)
        end = behind.end if behind and same else span.end
        return _sum(script, number, Span(before.start, end), before.value)
    after = _behind(script, span.end)
    if after:
        return _sum(script, number, Span(span.start, after.end), after.value)
    grand = _grand().before(plain, span.end, span.start)
    return _sum(script, number, span, None) if grand else None


def notes(script: Script) -> Iterator[Mention]:
    """Sums in a word of their own: "a tenner"."""
    for match in _note().finditer(script.plain):
        value, code = _told()["notes"][match.group(1)]
        span = Span(*match.span())
        yield Mention(MentionKind.MONEY, script.quote(span), span, float(value), float(value), unit=code)


@cache
def _told() -> dict[str, Any]:
    return measure_words()["money"]


@cache
def _grand() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["grand"], True))


@cache
def _note() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:an? )?({'|'.join(_told()['notes'])})(?![\w])")


# --- the currency ---


def _before(script: Script, start: int, floor: int) -> Said[Currency] | None:
    found = _signs().before(script.plain, start, floor)
    if not found or not _true(script, found):
        return None
    letter = script.plain[found.start : found.end] in _told()["letters"]
    return None if letter and found.start and script.plain[found.start - 1].isalnum() else found


def _behind(script: Script, end: int) -> Said[Currency] | None:
    """A name, a code or a sign behind a number; not one that belongs to the next number ("1 $ 10")."""
    plain = script.plain
    found = _names().behind(plain, end, " -")
    if not found or not _true(script, found):
        return None
    sign = not plain[found.end - 1].isalnum()
    if not sign or not (following := re.match(r"\s?(?=\d)", plain[found.end : found.end + 2])):
        return found
    number = number_at(script, found.end + following.end())
    return found if number and _coin_names().behind(plain, number.span.end) else None


def _true(script: Script, found: Said[Currency]) -> bool:
    """Whether a code is written as it must be: "TRY 500", not "try 500"."""
    return not found.value.capitals or script.capital(found.start, found.end)


@cache
def _signs() -> Sayings[Currency]:
    """What stands before a number."""
    table = {sign: Currency(code) for sign, code in _told()["signs"].items()}
    return Sayings(_codes() | table)


@cache
def _names() -> Sayings[Currency]:
    """What stands behind a number."""
    told = _told()
    table = {name: Currency(code) for code, names in told["names"].items() for name in names}
    table |= {sign: Currency(code) for sign, code in told["signs"].items() if sign not in told["letters"]}
    return Sayings(_codes() | table | {cent: Currency(code) for cent, code in told["cents"].items()})


@cache
def _codes() -> dict[str, Currency]:
    told = _told()
    same: dict[str, str] = told["same"]
    table = {code.lower(): Currency(code, capitals=True) for code in told["capitals"]}
    for code in told["codes"]:
        kept = same.get(code, code)
        table |= {letters + code.lower(): Currency(kept, times) for letters, times in told["multiples"].items()}
    return table | {code.lower(): Currency(same.get(code, code)) for code in told["codes"]}


# --- the sum ---


def _sum(script: Script, number: Number, span: Span, currency: Currency | None) -> Mention:
    low, high = _amount(script, number, currency)
    end, times = _scale_behind(script.plain, span.end)
    times *= currency.times if currency else 1.0
    low, high, span = low * times, high * times, Span(span.start, end)
    part = _coins(script, span, number) if currency and currency.code not in _told()["cents"].values() else None
    if part:
        low, high, span = low + part[0], high + part[0], Span(span.start, part[1])
    per = _per().behind(script.plain, span.end)
    return Mention(
        MentionKind.MONEY, script.quote(span), span, low, high, unit=currency.code if currency else None,
        per=per.value if per else None,
    )  # fmt: skip


def _amount(script: Script, number: Number, currency: Currency | None) -> tuple[float, float]:
    """ "1.200 EUR" is twelve hundred, where people write so."""
    said = script.plain[number.span.start : number.span.end]
    if currency and currency.code in _told()["comma"] and _GROUPED.fullmatch(said):
        value = value_of(said.replace(".", ""))
        return value, value
    return number.low, number.high


def _scale_behind(plain: str, end: int) -> tuple[int, float]:
    """ "75 USD million"."""
    found = _scales().behind(plain, end)
    return (found.end, found.value) if found else (end, 1.0)


@cache
def _scales() -> Sayings[float]:
    return Sayings(
        {word: float(value) for word, value in measure_words()["numbers"]["scales"].items() if len(word) > 2}
    )


def _coins(script: Script, span: Span, number: Number) -> tuple[float, int] | None:
    """The smaller coins behind a sum: "and 30 cents", and "thirteen dollars forty-five" at the end of a clause."""
    plain = script.plain
    joint = _ands().behind(plain, span.end)
    start = joint.end if joint else span.end
    start += plain[start : start + 1] == " "
    following = number_at(script, start)
    if not following or following.low != following.high or not 0 < following.low < 1000:
        return None
    coin = _coin_names().behind(plain, following.span.end)
    if coin:
        return following.low / coin.value, coin.end
    behind = span.end > number.span.end
    tail = _TAIL.match(plain, span.end) if behind and plain[span.end - 1].isalpha() else None
    ends = tail and tail.end() == following.span.end and following.low < 100
    return (following.low / 100, following.span.end) if ends else None


@cache
def _ands() -> Sayings[bool]:
    return Sayings(dict.fromkeys(_told()["and"], True))


@cache
def _coin_names() -> Sayings[float]:
    return Sayings({name: float(value) for name, value in _told()["coins"].items()})


@cache
def _per() -> Sayings[str]:
    return Sayings({said: name for name, sayings in _told()["per"].items() for said in sayings})


def per_end(script: Script, end: int) -> int:
    """Where the rate behind a sum ends, if one stands there."""
    found = _per().behind(script.plain, end)
    return found.end if found else end
