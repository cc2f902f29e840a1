"""Counts and plain numbers: what a number counts, how often, how warm it is."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.numbers import Number, number_at
from escalation_core.measures.script import Sayings, Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span

_ROOM = 12
_NOUN = re.compile(r"[ \n-]{1,2}([A-Za-z][\w'’-]*)")


def count(script: Script, number: Number) -> Mention | None:
    """What a number counts, if a noun stands behind it, or people who tell of themselves ("five of us", "we were four")."""
    if unit := _group(script, number):
        return Mention(
            MentionKind.COUNT, script.quote(number.span), number.span, number.low, _closed(number.high), unit=unit
        )
    of = _of().match(script.plain, number.span.end)
    start = of.end() if of and not number_at(script, of.end() + 1) else number.span.end
    found = noun(script, start)
    if not found:
        return None
    unit = script.text[found.start : found.end].strip(" \n-")
    return Mention(
        MentionKind.COUNT, script.quote(number.span), number.span, number.low, _closed(number.high), unit=unit
    )


def _group(script: Script, number: Number) -> str | None:
    """The people that a number counts without naming them, by the word that points to them."""
    told = measure_words()["counts"]
    if found := _groups().behind(script.plain, number.span.end):
        return found.value
    if number.part or not _told_of_us().before(script.plain, number.span.start):
        return None
    behind = script.plain[number.span.end : number.span.end + 12].strip()
    return str(told["us"]) if not behind or behind[0] in ",.:;)!" or behind.startswith(tuple(told["in_all"])) else None


def worded(script: Script) -> Iterator[Mention]:
    """ "Twins": a word that is a count of people by itself."""
    told: dict[str, int] = measure_words()["counts"]["people"]
    for match in _people().finditer(script.plain):
        span, value = Span(*match.span()), float(told[match.group()])
        yield Mention(MentionKind.COUNT, script.quote(span), span, value, value, unit=script.quote(span))


def noun_end(script: Script, mention: Mention) -> int:
    """Where the noun of a count ends; of anything else, where it ends itself."""
    end = mention.span.end
    if mention.kind is not MentionKind.COUNT or not mention.unit:
        return end
    found = script.text.find(mention.unit, end, end + len(mention.unit) + _ROOM)
    return found + len(mention.unit) if found >= 0 else end


def plain_number(script: Script, number: Number) -> Mention:
    """A number that measures nothing that is said."""
    return Mention(MentionKind.NUMBER, script.quote(number.span), number.span, number.low, _closed(number.high))


def temperature(script: Script, number: Number) -> Mention | None:
    """Degrees: a number with its scale."""
    found = _degrees().behind(script.plain, number.span.end)
    if not found:
        return None
    span, sign = Span(number.span.start, found.end), -1 if found.value.startswith("-") else 1
    low, high = sorted((sign * number.low, sign * number.high))
    return Mention(MentionKind.NUMBER, script.quote(span), span, low, high, unit=found.value.removeprefix("-"))


def times(script: Script) -> Iterator[Mention]:
    """ "Twice": a number of times in one word; of what, the words around it say or do not say."""
    told: dict[str, int] = measure_words()["numbers"]["times"]
    for match in _times().finditer(script.plain):
        span, value = Span(*match.span()), float(told[match.group()])
        yield Mention(MentionKind.NUMBER, script.quote(span), span, value, value, unit=_time())


def noun(script: Script, start: int) -> Span | None:
    """The counted noun behind a number: up to three words, none of them a function word."""
    stops, never = _stops()
    at, words = start, 0
    while words < 3 and (found := _NOUN.match(script.text, at)):
        word = script.plain[found.start(1) : found.end(1)]
        if word in stops or (words == 0 and word in never) or (found.group(1)[0].isupper() and words):
            break
        at, words = found.end(), words + 1
        if word.endswith("s") and not word.endswith("ss"):
            break
    return Span(start, at) if words else None


def _closed(high: float) -> float | None:
    return None if high == float("inf") else high


@cache
def _of() -> re.Pattern[str]:
    told = measure_words()
    return re.compile(rf"[ \n](?:{'|'.join(sorted(told['counts']['parting'], key=len, reverse=True))})(?= )")


@cache
def _groups() -> Sayings[str]:
    return Sayings(measure_words()["counts"]["groups"])


@cache
def _told_of_us() -> Sayings[bool]:
    return Sayings(dict.fromkeys(measure_words()["counts"]["of_us"], True))


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(measure_words()['counts']['people'])})(?![\w'-])")


@cache
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    told = measure_words()
    months = set(told["months"]["names"]) - {"may", "march"}
    stops = set(told["counts"]["stops"].split()) | months | set(told["weekdays"]["names"])
    return frozenset(stops), frozenset(told["counts"]["not_nouns"].split())


@cache
def _degrees() -> Sayings[str]:
    return Sayings(measure_words()["temperatures"]["units"])


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(measure_words()['numbers']['times'])})(?![\w'-])")


@cache
def _time() -> str:
    return str(measure_words()["numbers"]["time"])
