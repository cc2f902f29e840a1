"""Months, seasons and years that stand for a moment: "since March", "the autumn of 2022", "in 2019"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from escalation_core.facts.situation import Situation
from escalation_core.language.courses import spans, stretch_words
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span

_DATED = (MentionKind.MOMENT, MentionKind.DURATION, MentionKind.MONEY)
_ROOM = 40
_DAYS = 30.5
_HOURS = 24.0
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where it stands, its first day as a value, and how many hours it has."""

    span: Span
    value: str
    hours: float


def stretches(situation: Situation) -> Iterator[Stretch]:
    """Every month, season or year that is no part of a date, in reading order."""
    for match in _named().finditer(situation.text):
        span = Span(match.start("month") if match["month"] else match.start("alone"), match.end())
        cue = (match["cue"] or "").casefold()
        if _dated(situation, span) or not (cue in stretch_words() or match["year"] or span.start == 0):
            continue
        first, months = spans()[match["month"].casefold()] if match["month"] else (1, 12)
        head = match["year"] or match["alone"] or "-"
        yield Stretch(span, f"{head}-{first:02d}-01", months * _DAYS * _HOURS)


def _dated(situation: Situation, span: Span) -> bool:
    """Whether it is part of a date, a length or a sum."""
    near = situation.mentions_in(Span(max(0, span.start - _ROOM), span.end + _ROOM))
    return any(found.kind in _DATED and found.span.overlap(span) for found in near)


@cache
def _named() -> re.Pattern[str]:
    known = sorted(spans(), key=len, reverse=True)
    names = "|".join([name.title() for name in known] + [name for name in known if spans()[name][1] > 1])
    month = rf"\b(?P<month>{names})\b\.?(?:,? (?:of )?(?P<year>{_YEAR})\b)?"
    return re.compile(rf"(?:\b(?P<cue>[A-Za-z]+) (?:the )?)?(?:{month}|\b(?P<alone>{_YEAR})\b(?![-/:.,]\d))")
