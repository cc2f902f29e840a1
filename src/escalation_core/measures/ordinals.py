"""Ordinals with what they number: "the third time", "4th contact"."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span


def ordinals(text: str) -> Iterator[Mention]:
    """Every ordinal that stands before a noun, or alone behind "the"; dates are read elsewhere."""
    told = measure_words()["numbers"]["ordinals"]
    for match in _pattern().finditer(text):
        said = match.group(1).casefold()
        value = told.get(said)
        if value is None:
            digits = re.match(r"\d+", said)
            value = int(digits.group()) if digits else told.get(said.split("-")[-1], 0) + _tens(said)
        yield Mention(
            MentionKind.ORDINAL, match.group(), Span(*match.span()), float(value), float(value), unit=match.group(2)
        )


def _tens(said: str) -> float:
    return float(measure_words()["numbers"]["tens"].get(said.split("-", maxsplit=1)[0], 0))


@cache
def _pattern() -> re.Pattern[str]:
    told = measure_words()
    words = "|".join(told["numbers"]["ordinals"])
    tens = "|".join(told["numbers"]["tens"])
    months = "|".join(told["months"]["names"])
    units = "|".join(unit for unit in told["durations"]["seconds"] if len(unit) > 1)
    return re.compile(
        rf"(?<![\w-])(\d+(?:st|nd|rd|th)|(?:{tens})-(?:{words})|{words})[ -]+(?!(?:{months}|of|and|or|party|class|name|line|floor|{units})\b)([a-z][\w'-]*)",
        re.IGNORECASE,
    )
