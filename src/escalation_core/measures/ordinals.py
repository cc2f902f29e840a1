"""Ordinals with what they number: "the third time", "4th contact"."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.measures.counts import noun
from escalation_core.measures.script import Script
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span


def ordinals(script: Script) -> Iterator[Mention]:
    """Every ordinal that stands before a noun; dates are read elsewhere."""
    told = measure_words()["numbers"]["ordinals"]
    for match in _pattern().finditer(script.plain):
        said = match.group(1)
        digits = re.match(r"\d+", said)
        last = re.split(r"[ -]", said)[-1]
        value = float(digits.group()) if digits else float(told[last] + (_tens(said) if last != said else 0))
        counted = noun(script, match.start(2) - 1)
        span = Span(match.start(), max(match.end(), counted.end if counted else 0))
        unit = " ".join(script.text[match.start(2) : span.end].split())
        yield Mention(MentionKind.ORDINAL, script.quote(span), span, value, value, unit=unit)


def _tens(said: str) -> float:
    return float(measure_words()["numbers"]["tens"].get(re.split(r"[ -]", said)[0], 0))


@cache
def _pattern() -> re.Pattern[str]:
    told = measure_words()
    words = "|".join(told["numbers"]["ordinals"])
    tens = "|".join(told["numbers"]["tens"])
    months = "|".join(told["months"]["names"])
    units = "|".join(unit for unit in told["durations"]["seconds"] if len(unit) > 1)
    more = "|".join(told["ordinals"]["or_more"])
    never = "|".join(told["ordinals"]["not_nouns"])
    return re.compile(
        rf"(?<![\w-])(\d+(?:st|nd|rd|th)|(?:{tens})[ -](?:{words})|{words})(?:,? (?:{more}),?)?[ \n]+(?!(?:{months}|{never}|{units})\b)([a-z][\w'-]*)"
    )
