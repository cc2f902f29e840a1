"""Two figures read as one: ranges, lengths told in two units, shares of a whole, products, two bounds."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words
from escalation_core.measures.numbers import numbers
from escalation_core.measures.script import Sayings, Script, script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_PLAIN = (MentionKind.NUMBER, MentionKind.COUNT)
_LONGEST = 24
_APIECE = ("head", "seat", "item")


def joined(text: Script, found: Sequence[Mention]) -> Iterator[Mention]:
    """The figures of a text, those read as one where two make one."""
    held: Mention | None = None
    for mention in found:
        both = _both(text, held, mention) if held else None
        if held and not both:
            yield held
        held = both or mention
    if held:
        yield held


def paired(text: Script, found: Iterator[Mention]) -> Iterator[Mention]:
    """ "Greater than 100 and smaller than 300" is one interval."""
    held: Mention | None = None
    for mention in found:
        if held and (both := _between(text, held, mention)):
            yield both
            held = None
            continue
        if held:
            yield held
        held = mention
    if held:
        yield held


def parts(text: Script, share: Mention, found: Sequence[Mention]) -> Iterator[Mention]:
    """The count in a share of a counted whole: the six of "6 of 40 users"."""
    if share.kind is not MentionKind.SHARE or not share.value:
        return
    at = bisect_left(found, share.span.start, key=lambda mention: mention.span.start)
    inner = [mention for mention in found[at : at + 2] if share.span.holds(mention.span)]
    if len(inner) == 2 and (whole := inner[1].low):
        low, high = (None if end is None else end * whole / 100 for end in (share.low, share.high))
        yield replace(
            inner[0], kind=MentionKind.COUNT, unit=share.value, low=low, high=high, low_open=share.low_open,
            high_open=share.high_open,
        )  # fmt: skip


def _both(text: Script, one: Mention, other: Mention) -> Mention | None:
    if other.span.start - one.span.end > _LONGEST:
        return None
    rules: tuple[Callable[[Script, Mention, Mention], Mention | None], ...] = (
        _range, _alternative, _sum_of, _ratio, _quotient, _product, _priced,
    )  # fmt: skip
    return next((both for rule in rules if (both := rule(text, one, other))), None)


@cache
def _told() -> dict[str, Any]:
    return measure_words()["bounds"]


def _gap(text: Script, one: Mention, other: Mention) -> str:
    return " ".join(text.plain[one.span.end : other.span.start].split())


# --- ranges ---


def _range(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "Between 20 and 30", "2-3 days", "£500 to £600", "10–15 %"."""
    between = _gap(text, one, other)
    opening = _opening(text.plain, one.span.start, between)
    return _spanned(text, one, other, opening) if opening is not None or between in _told()["joins"] else None


def _alternative(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "Two or three days": where the second is the next, or nearly."""
    if one.kind is not MentionKind.NUMBER or _gap(text, one, other) not in _told()["alternatives"]:
        return None
    both = _spanned(text, one, other, None)
    whole = one.low is not None and one.low % 1 == 0
    near = both and both.low is not None and both.high is not None and both.low < both.high <= 2 * both.low and whole
    return both if near else None


def _opening(plain: str, start: int, between: str) -> int | None:
    """Where "between" or "from" opens the range."""
    for opening, joint in _told()["between"]:
        if joint == between and (found := _openings(opening).before(plain, start)):
            return found.start
    return None


@cache
def _openings(opening: str) -> Sayings[bool]:
    return Sayings({opening: True})


def _spanned(text: Script, one: Mention, other: Mention, opening: int | None) -> Mention | None:
    if one.low is None or other.low is None or other.high is None or one.high is None:
        return None
    low, kept = one.low, other
    if one.kind is MentionKind.NUMBER and not one.unit and other.kind is MentionKind.DURATION:
        low = one.low * _scale_of(other)
    elif one.kind is MentionKind.MONEY and other.kind is MentionKind.NUMBER:
        kept = replace(one, per=other.per)
    elif (one.kind is not other.kind and one.kind is not MentionKind.NUMBER) or (
        one.kind is MentionKind.COUNT and other.kind is MentionKind.COUNT and not _alike(one, other)
    ):
        return None
    if low > other.high:
        return None
    span = Span(one.span.start if opening is None else opening, other.span.end)
    return replace(kept, quote=text.quote(span), span=span, low=low, high=other.high)


def _alike(one: Mention, other: Mention) -> bool:
    return bool(one.unit and other.unit) and one.unit.split()[-1].casefold() == other.unit.split()[-1].casefold()  # type: ignore[union-attr]


def _scale_of(duration: Mention) -> float:
    """How many seconds one of the unit has, in which a length is told."""
    inner = next(numbers(script(duration.quote)), None)
    return (duration.low or 0) / inner.low if inner and inner.low else 1.0


# --- sums, shares, products ---


def _sum_of(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "2 hours and 15 minutes", "2 days 1 month"."""
    if one.kind is not MentionKind.DURATION or other.kind is not MentionKind.DURATION or one.value:
        return None
    if None in (one.low, one.high, other.low, other.high) or other.value == "age":
        return None
    between = text.plain[one.span.end : other.span.start].strip(" ,\n")
    small = (other.low or 0) < (one.low or 0) or ((other.low or 0) >= 2592000 and not between)
    if between not in ("", *measure_words()["money"]["and"]) or not small:
        return None
    span = Span(one.span.start, other.span.end)
    low, high = (one.low or 0) + (other.low or 0), (one.high or 0) + (other.high or 0)
    return replace(one, quote=text.quote(span), span=span, low=low, high=high)


def _ratio(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "6 of 40 users", "seven out of ten": a share, where the part is not larger than the whole."""
    told = measure_words()["shares"]
    counted = one.kind is MentionKind.COUNT and _between_units(text, one, other) in told["out_of_so_many"]
    between = _gap(text, one, other)
    if not counted and (between not in told["out_of"] or one.kind is not MentionKind.NUMBER or one.unit):
        return None
    if other.kind not in _PLAIN or not other.low or one.low is None or one.low > other.low or one.low < 0:
        return None
    if between == "in" and one.low != 1 and other.low > 12:
        return None
    high = one.low if one.high is None else one.high
    span = Span(one.span.start, other.span.end)
    return Mention(
        MentionKind.SHARE, text.quote(span), span, 100 * one.low / (other.high or other.low), 100 * high / other.low,
        unit="%", value=other.unit or (one.unit if counted else None),
    )  # fmt: skip


def _quotient(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "One over three"."""
    if one.kind is not MentionKind.NUMBER or other.kind is not MentionKind.NUMBER or one.unit or other.unit:
        return None
    if _gap(text, one, other) not in measure_words()["numbers"]["over"] or not other.low or one.low is None:
        return None
    span, value = Span(one.span.start, other.span.end), one.low / other.low
    return replace(one, quote=text.quote(span), span=span, low=value, high=value)


def _product(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "4 depots x 12 dispatchers", "12 stores with 3 tills each"."""
    if MentionKind.COUNT not in (one.kind, other.kind) or not {one.kind, other.kind} <= set(_PLAIN):
        return None
    if None in (one.low, one.high, other.low, other.high):
        return None
    told = measure_words()["counts"]
    between = _between_units(text, one, other)
    each = _each().match(text.plain, other.span.end)
    if between not in told["times"] and not (each and between in told["having"]):
        return None
    span = Span(one.span.start, each.end() if each else other.span.end)
    return Mention(
        MentionKind.COUNT, text.quote(span), span, (one.low or 0) * (other.low or 0), (one.high or 0) * (other.high or 0),
        unit=other.unit or one.unit, value="computed",
    )  # fmt: skip


def _priced(text: Script, one: Mention, other: Mention) -> Mention | None:
    """ "4 x €250", "four payments of £225 each", "30 seats at $12 a seat": so many times a price."""
    if (
        one.kind not in _PLAIN
        or other.kind is not MentionKind.MONEY
        or None in (one.low, one.high, other.low, other.high)
    ):
        return None
    told, between = measure_words()["counts"], _between_units(text, one, other)
    counted = one.kind is MentionKind.COUNT and (one.low or 0) > 1
    apiece = counted and other.per in _APIECE and between in told["priced"]
    several = counted and between in told["amounting"]
    if between not in told["times"] and not apiece and not several:
        return None
    span = Span(one.span.start, other.span.end)
    per = None if other.per in _APIECE else other.per
    low, high = (one.low or 0) * (other.low or 0), (one.high or 0) * (other.high or 0)
    return replace(other, quote=text.quote(span), span=span, low=low, high=high, per=per, value="computed")


def _between_units(text: Script, one: Mention, other: Mention) -> str:
    """What stands between two counts, behind the noun of the first."""
    between = text.plain[one.span.end : other.span.start].strip(" ,\n-")
    unit = text.plain[one.span.end : one.span.end + len(one.unit or "") + 2].strip(" \n-")[: len(one.unit or "")]
    return between.removeprefix(unit).strip(" ,") if one.unit else between


@cache
def _each() -> re.Pattern[str]:
    sayings = "|".join(sorted(measure_words()["counts"]["each"], key=len, reverse=True))
    return re.compile(rf"(?: [a-z'-]+){{0,2}}[ ,]*(?:{sayings})(?![\w])")


# --- two bounds ---


def _between(text: Script, one: Mention, other: Mention) -> Mention | None:
    same = one.kind is other.kind or {one.kind, other.kind} == set(_PLAIN)
    if not same or other.span.start - one.span.end > _LONGEST or _gap(text, one, other) not in _told()["pairs"]:
        return None
    for low, high in ((one, other), (other, one)):
        if low.low is None or high.high is None or low.high is not None or high.low is not None or low.low >= high.high:
            continue
        span = Span(one.span.start, other.span.end)
        return replace(
            other, quote=text.quote(span), span=span, low=low.low, high=high.high, low_open=low.low_open,
            high_open=high.high_open, unit=other.unit or one.unit,
        )  # fmt: skip
    return None
