"""Quantities around a number: its bounds, and what unit, currency or noun it carries."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.numbers import Number, numbers
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_NEAR = 0.1
"""How far "about 40" reaches on either side, as a share."""
_NOUN = re.compile(r"[ -]{1,2}([A-Za-z][\w'’-]*)")


def quantities(text: str, taken: Sequence[Span]) -> Iterator[Mention]:
    """Every duration, sum, share, ordinal, count and number, apart from stretches that are taken."""
    yield from _paired(text, _bounds(text, taken))


def _paired(text: str, found: Iterator[Mention]) -> Iterator[Mention]:
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


def _between(text: str, one: Mention, other: Mention) -> Mention | None:
    same = one.kind is other.kind or {one.kind, other.kind} == {MentionKind.NUMBER, MentionKind.COUNT}
    if not same or text[one.span.end : other.span.start].strip().casefold() != "and":
        return None
    for low, high in ((one, other), (other, one)):
        if low.low is None or high.high is None or low.high is not None or high.low is not None or low.low >= high.high:
            continue
        span = Span(one.span.start, other.span.end)
        return replace(
            other,
            quote=span.of(text),
            span=span,
            low=low.low,
            high=high.high,
            low_open=low.low_open,
            high_open=high.high_open,
        )
    return None


def _bounds(text: str, taken: Sequence[Span]) -> Iterator[Mention]:
    found = [number for number in numbers(text) if not _taken(taken, number.span)]
    at = 0
    for mention in _joined(text, [_read(text, number) for number in found]):
        if mention.span.start >= at:
            whole = bounded(text, mention, at)
            at = whole.span.end
            yield whole


def _taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, Span(span.end, span.end))
    return any(other.end > span.start for other in taken[max(0, at - 3) : at])


def _read(text: str, number: Number) -> Mention:
    start, end = number.span.start, number.span.end
    return (
        _money(text, number)
        or _share(text, number)
        or _duration(text, number)
        or _count(text, number)
        or Mention(MentionKind.NUMBER, text[start:end], number.span, number.low, number.high)
    )


# --- money ---


def _money(text: str, number: Number) -> Mention | None:
    told = measure_words()["money"]
    before = _sign_before().search(text[max(0, number.span.start - 6) : number.span.start])
    if before:
        start = number.span.start - len(before.group())
        return _sum(
            text,
            Span(start, number.span.end),
            number,
            told["signs"].get(before.group(1).casefold()) or before.group(1).upper(),
        )
    after = _name_after().match(text, number.span.end)
    if not after:
        return None
    name = after.group(1).casefold()
    if name in told["cents"]:
        return _sum(text, Span(number.span.start, after.end()), number, told["cents"][name])
    unit = told["signs"].get(name) or told["names"].get(name) or name.upper()
    return _sum(text, Span(number.span.start, after.end()), number, unit)


def _sum(text: str, span: Span, number: Number, unit: str) -> Mention:
    per = _per().match(text, span.end)
    return Mention(
        MentionKind.MONEY, span.of(text), span, number.low, number.high, unit=unit,
        per=_per_names()[" ".join(per.group(1).casefold().split())] if per else None,
    )  # fmt: skip


@cache
def _sign_before() -> re.Pattern[str]:
    told = measure_words()["money"]
    signs = "|".join(re.escape(sign) for sign in sorted(told["signs"], key=len, reverse=True))
    return re.compile(rf"({signs}|(?<![A-Za-z])(?:{'|'.join(told['codes'])}))\s?$", re.IGNORECASE)


@cache
def _name_after() -> re.Pattern[str]:
    told = measure_words()["money"]
    names = sorted([*told["names"], *told["codes"]], key=len, reverse=True)
    cents = "|".join(sorted(told["cents"], key=len, reverse=True))
    return re.compile(rf"\s?-?((?:{'|'.join(map(re.escape, names))})\b|[€£$]|(?:{cents})\b)", re.IGNORECASE)


@cache
def _per() -> re.Pattern[str]:
    return re.compile(
        rf"\s?({'|'.join(re.escape(said) for said in sorted(_per_names(), key=len, reverse=True))})(?![\w])",
        re.IGNORECASE,
    )


@cache
def _per_names() -> dict[str, str]:
    return {said: name for name, sayings in measure_words()["money"]["per"].items() for said in sayings}


# --- shares ---


def _share(text: str, number: Number) -> Mention | None:
    after = _percent().match(text, number.span.end)
    if after:
        span = Span(number.span.start, after.end())
        return Mention(MentionKind.SHARE, span.of(text), span, number.low, number.high, unit="%")
    return None


@cache
def _percent() -> re.Pattern[str]:
    marks = sorted(measure_words()["shares"]["marks"], key=len, reverse=True)
    return re.compile(rf"\s?(?:{'|'.join(re.escape(mark) for mark in marks)})(?![\w])", re.IGNORECASE)


# --- durations ---

_CODES = re.compile(r"[45]\d\ds")
"""Several answers of one status of HTTP ("502s")."""


def _duration(text: str, number: Number) -> Mention | None:
    told = measure_words()["durations"]
    after = _unit().match(text, number.span.end)
    if not after or (after.group("unit") == "s" and not text[number.span.start].isdigit()):
        return None
    if _CODES.fullmatch(text, number.span.start, after.end()):
        return None
    seconds = told["seconds"][_singular(after.group("unit"), told["seconds"])]
    business = bool(after.group("business"))
    span = Span(number.span.start, after.end())
    low, high = number.low * seconds, number.high * seconds
    half = re.compile(r"\s+and\s+a\s+(half|quarter)\b", re.IGNORECASE).match(text, span.end)
    if half and number.low == number.high:
        extra = seconds / (2 if half.group(1).casefold() == "half" else 4)
        low, high, span = low + extra, high + extra, Span(span.start, half.end())
    old = re.compile(r"[ -](?:old|of age)\b", re.IGNORECASE).match(text, span.end)
    value = "age" if old else "business" if business else None
    if old:
        span = Span(span.start, old.end())
    return Mention(MentionKind.DURATION, span.of(text), span, low, high, unit="s", value=value)


def _singular(said: str, seconds: dict[str, float]) -> str:
    plain = said.casefold().rstrip(".'’")
    return (
        plain
        if plain in seconds
        else plain.removesuffix("s").rstrip("'’")
        if plain.removesuffix("s") in seconds
        else plain.removesuffix("es")
    )


@cache
def _unit() -> re.Pattern[str]:
    told = measure_words()["durations"]
    units = "|".join(sorted(told["seconds"], key=len, reverse=True))
    business, filler = "|".join(told["business"]), "|".join(told["filler"])
    return re.compile(
        rf"\s?-?(?:(?P<business>{business})[ -]|(?:{filler})[ -])*(?:of\s+)?(?P<unit>(?:{units})s?)(?:['’](?=\s|$))?(?![\w])",
        re.IGNORECASE,
    )


def worded_durations(text: str) -> Iterator[Mention]:
    """Durations without a number: "an hour", "half a year", "all day", "an hour and a half", "another week"."""
    told = measure_words()["durations"]
    for match in _worded().finditer(text):
        if text[max(0, match.start() - 2) : match.start()].strip()[-1:].isdigit() or text[
            max(0, match.start() - 3) : match.start()
        ].strip()[-1:] in ("k", "%"):
            continue
        seconds = told["seconds"][_singular(match.group("unit"), told["seconds"])]
        lead = " ".join(match.group("lead").casefold().replace("-", " ").split())
        value = seconds * (0.5 if lead.startswith("half") else 0.25 if "quarter" in lead else 1.0)
        if match.group("more"):
            value += seconds * (0.5 if match.group("more").casefold().endswith("half") else 0.25)
        yield Mention(MentionKind.DURATION, match.group(), Span(*match.span()), value, value, unit="s")


@cache
def _worded() -> re.Pattern[str]:
    told = measure_words()["durations"]
    units = "|".join(unit for unit in sorted(told["seconds"], key=len, reverse=True) if len(unit) > 1)
    whole = "|".join([*told["whole"], *told["another"]])
    return re.compile(
        rf"(?<![\w-])(?P<lead>(?:{whole})|half(?: an?)?|an?|(?:a )?quarter of an)[ -](?:{'|'.join(told['filler'])}[ -])?(?P<unit>{units})"
        r"(?P<more>\s+and\s+a\s+(?:half|quarter))?(?![\w])",
        re.IGNORECASE,
    )


# --- counts and ordinals ---


def _count(text: str, number: Number) -> Mention | None:
    noun = _noun(text, number.span.end)
    if not noun:
        return None
    unit = text[number.span.end : noun.end].strip(" -")
    return Mention(MentionKind.COUNT, number.span.of(text), number.span, number.low, number.high, unit=unit)


def _noun(text: str, start: int) -> Span | None:
    """The counted noun behind a number: up to three words, none of them a function word."""
    stops, never = _stops()
    at, words = start, 0
    while words < 3 and (found := _NOUN.match(text, at)):
        word = found.group(1).casefold()
        if word in stops or (words == 0 and word in never) or (found.group(1)[0].isupper() and words):
            break
        at, words = found.end(), words + 1
        if word.endswith("s") and not word.endswith("ss"):
            break
    return Span(start, at) if words else None


@cache
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    told = measure_words()
    months = set(told["months"]["names"]) - {"may", "march"}
    stops = set(told["counts"]["stops"].split()) | months | set(told["weekdays"]["names"]) | {"out"}
    return frozenset(stops), frozenset(told["counts"]["not_nouns"].split()) - {"times"}


# --- bounds ---


def _joined(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Ranges of two figures, durations told in two units, and products, read as one."""
    at = 0
    while at < len(found):
        one = found[at]
        other = found[at + 1] if at + 1 < len(found) else None
        both = other and (_range(text, one, other) or _sum_of(text, one, other) or _ratio(text, one, other))
        if both:
            yield both
            at += 2
            continue
        product = other and _product(text, one, other)
        if product:
            yield product
            at += 2
            continue
        yield one
        at += 1


def _range(text: str, one: Mention, other: Mention) -> Mention | None:
    between = text[one.span.end : other.span.start].strip().casefold()
    told = measure_words()["bounds"]
    head = text[max(0, one.span.start - 8) : one.span.start].casefold()
    opening = next((a for a, b in told["between"] if b == between and re.search(rf"\b{a}\s$", head)), None)
    if not opening and between not in told["joins"]:
        return None
    if one.low is None or other.low is None or other.high is None:
        return None
    if one.kind is not other.kind and one.kind is not MentionKind.NUMBER:
        return None
    low = one.low
    if one.kind is MentionKind.NUMBER and other.kind is MentionKind.DURATION and other.quote:
        low = one.low * _scale_of(other)
    start = one.span.start - (len(opening) + 1 if opening else 0)
    if low > other.high:
        return None
    span = Span(start, other.span.end)
    return replace(other, quote=span.of(text), span=span, low=low, high=other.high)


def _scale_of(duration: Mention) -> float:
    inner = next(numbers(duration.quote), None)
    return (duration.low or 0) / inner.low if inner and inner.low else 1.0


def _sum_of(text: str, one: Mention, other: Mention) -> Mention | None:
    if (
        one.kind is not MentionKind.DURATION
        or other.kind is not MentionKind.DURATION
        or one.value
        or one.low is None
        or other.low is None
    ):
        return None
    between = text[one.span.end : other.span.start]
    if between.strip(" ,").casefold() not in ("", "and") or (
        other.low >= one.low and "month" not in other.quote.casefold()
    ):
        return None
    span = Span(one.span.start, other.span.end)
    return replace(
        one, quote=span.of(text), span=span, low=one.low + other.low, high=(one.high or 0) + (other.high or 0)
    )


def _ratio(text: str, one: Mention, other: Mention) -> Mention | None:
    """ "6 of 40 users", "seven out of ten": a share, where the part is not larger than the whole."""
    between = text[one.span.end : other.span.start].strip().casefold()
    if between not in measure_words()["shares"]["out_of"] or one.kind is not MentionKind.NUMBER:
        return None
    if (
        other.kind not in (MentionKind.NUMBER, MentionKind.COUNT)
        or not other.low
        or one.low is None
        or one.low > other.low
    ):
        return None
    if between == "in" and (one.low != 1 and other.low > 12):
        return None
    span = Span(one.span.start, other.span.end)
    share = 100 * one.low / other.low
    return Mention(MentionKind.SHARE, span.of(text), span, share, share, unit="%", value=other.unit)


def _product(text: str, one: Mention, other: Mention) -> Mention | None:
    """ "4 depots x 12 dispatchers", "12 stores with 3 tills each"."""
    if (
        MentionKind.COUNT not in (one.kind, other.kind)
        or one.low is None
        or other.low is None
        or not {one.kind, other.kind} <= {MentionKind.COUNT, MentionKind.NUMBER}
    ):
        return None
    between = text[one.span.end : other.span.start].strip(" ,").casefold()
    each = re.compile(r"[ ,]*(?:at )?(?:each|apiece|per \w+|a piece)\b", re.IGNORECASE).match(text, other.span.end)
    if between not in ("x", "×", "*", "times") and not (each and between in ("", "with", "of", "at", "having")):
        return None
    end = each.end() if each else other.span.end
    span = Span(one.span.start, end)
    unit = other.unit or one.unit
    return Mention(
        MentionKind.COUNT,
        span.of(text),
        span,
        one.low * other.low,
        (one.high or 0) * (other.high or 0),
        unit=unit,
        value="computed",
    )


def bounded(text: str, found: Mention, floor: int = 0) -> Mention:
    """The mention with the bounds that stand before or behind it ("more than", "or more", "about")."""
    before = _before().search(text[max(floor, found.span.start - 40) : found.span.start])
    rate = _per().match(text, found.span.end) if found.kind is MentionKind.MONEY else None
    after = _after().match(text, rate.end() if rate else found.span.end)
    if after is None and found.kind is MentionKind.COUNT and found.unit:
        behind_noun = text.find(found.unit, found.span.end, found.span.end + len(found.unit) + 3)
        after = _after().match(text, behind_noun + len(found.unit)) if behind_noun >= 0 else None
    inner = _inner_after(found)
    start = found.span.start - (len(before.group()) if before else 0)
    bound = _kind(before.group(1)) if before else None
    behind = _kind_after(after.group(1)) if after else inner
    end = after.end() if after else found.span.end
    if bound in ("more_than", "less_than") and behind == "or_equal":
        bound = "at_least" if bound == "more_than" else "at_most"
    if found.kind is MentionKind.MONEY and (bound == "about" or behind == "about_after"):
        return replace(found, value="about")
    span = Span(start, end)
    low, high, low_open, high_open = _ends(found, bound, behind)
    if found.kind is MentionKind.NUMBER and behind and (noun := _noun(text, end)):
        found = replace(found, kind=MentionKind.COUNT, unit=text[end : noun.end].strip(" -"))
    unchanged = bound is None and behind is None
    quote = found.quote if unchanged else span.of(text)
    return replace(
        found,
        quote=quote,
        span=found.span if unchanged else span,
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
    )


def _ends(found: Mention, bound: str | None, behind: str | None) -> tuple[float | None, float | None, bool, bool]:
    low, high = found.low, found.high
    match bound, behind:
        case ("at_least", _) | (_, "or_more"):
            return low, None, False, False
        case ("at_most", _) | (_, "or_less"):
            return None, high, False, False
        case "more_than", _:
            return low, None, True, False
        case "less_than", _:
            return None, high, False, True
        case ("about", _) | (_, "about_after") if low is not None and high is not None:
            return low - abs(low) * _NEAR, high + abs(high) * _NEAR, False, False
        case _:
            return low, high, False, False


def _kind(said: str) -> str:
    plain = " ".join(said.casefold().split())
    return next(
        name
        for name in ("at_least", "at_most", "more_than", "less_than", "equal", "about")
        if plain in measure_words()["bounds"][name]
    )


def _kind_after(said: str) -> str:
    plain = " ".join(said.casefold().split())
    told = measure_words()["bounds"]
    return next(name for name in ("or_more", "or_less", "or_equal", "about_after") if plain in told[name])


def _inner_after(found: Mention) -> str | None:
    return (
        None
        if found.kind is not MentionKind.COUNT
        else "about_after"
        if (found.unit or "").casefold().startswith("odd")
        else None
    )


@cache
def _before() -> re.Pattern[str]:
    told = measure_words()["bounds"]
    sayings = [
        said for name in ("at_least", "more_than", "at_most", "less_than", "equal", "about") for said in told[name]
    ]
    return re.compile(
        rf"(?:(?<![\w])|(?=[<>≤≥]))({'|'.join(re.escape(said).replace(chr(92) + ' ', ' +') for said in sorted(sayings, key=len, reverse=True))})(?:\s+(?:the|a|an|only|just))?\s*$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    told = measure_words()["bounds"]
    sayings = [said for name in ("or_more", "or_less", "or_equal", "about_after") for said in told[name]]
    return re.compile(
        rf"[ ]?({'|'.join(re.escape(said).replace(chr(92) + ' ', ' +') for said in sorted(sayings, key=len, reverse=True))})(?![\w]|\s+(?:than\s+|to\s+|equal\s+to\s+)*[\d£$€])",
        re.IGNORECASE,
    )
