"""Sizes of a situation that could be what a criterion measures: distances, weights, volumes, temperatures."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, before, light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.measures import measure_words
from escalation_core.measures.sizes import converted
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared

_TIED, _LOOSE = 2, 1
_BARE = "letter"
"""So are degrees marked that may be a door or a seat: they must be told of the criterion's own things."""
_REACH = 80
_DEGREES = "°"
_NEAR = 6
"""So many words before a bare number say that it was read off a thermometer."""


def sizes(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every size of the kind that the bound is set to, in its unit; those told of its own things are tied to it."""
    wanted = stems(bound.noun) - light() - nouns("light_verbs")
    for found in (*situation.mentions, *_lettered(situation)):
        unit = found.unit if found.kind in (MentionKind.SIZE, MentionKind.NUMBER) else None
        gauged = found.kind is MentionKind.NUMBER and not unit and _gauged(found, situation)
        unit = _DEGREES if gauged else unit
        low = None if found.low is None else converted(found.low, unit, bound.unit)
        high = None if found.high is None else converted(found.high, unit, bound.unit)
        if (low is None and high is None) or not asserted(found, situation):
            continue
        at = situation.number(found.span) or 0
        near = situation.sentences[max(0, at - 1) : at + 2]
        said = frozenset(word.stem for sentence in near for word in sentence.words)
        tie = shared(wanted, said | stems(situation.passage(found.span).label))
        if tie or found.value != _BARE:
            yield Figure(low, high, (found.span,), _TIED + tie if tie or gauged else _LOOSE, found.span.start)


def _gauged(found: Mention, situation: Situation) -> bool:
    """Whether a number without unit is told as a temperature: "temperature just now 37.1", "core 71"."""
    row = before(situation, found.span, _NEAR)
    at = situation.number(found.span) or 0
    if at and len(row) < _NEAR and situation.sentences[at - 1].span.end > found.span.start - _REACH:
        row += situation.sentences[at - 1].words[-_NEAR + len(row) :]
    return any(word.stem in nouns("gauged") for word in row)


def _lettered(situation: Situation) -> Iterator[Mention]:
    """ "84F", "9 F": degrees of which only the letter is given, which elsewhere may be a door or a seat."""
    for match in _letters().finditer(situation.text):
        value, unit = float(match[1].replace("−", "-")), measure_words()["letters"][match[2]]
        yield Mention(MentionKind.SIZE, match[0], Span(*match.span()), value, value, unit=unit, value=_BARE)


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])([-−]?\d+(?:\.\d+)?) ?([{''.join(measure_words()['letters'])}])(?![\w'])")
