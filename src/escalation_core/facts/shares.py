"""Shares: as stated, or as so many of a whole that is counted nearby or anywhere."""

from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import around, asserted, before, behind, light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.measures.sizes import converted
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.text.kinship import shared

_WHOLE = 100.0
_WHOLES = 40
"""Of so many wholes the last are looked at."""
_FEW = 5
_MOST = 3
"""Two words in common tie a share as well as more do: of a row of figures the last counts."""


def shares(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every share that could be meant, stated or computed."""
    wanted = stems(bound.noun) - light() - nouns("light_verbs")
    for found in situation.mentions:
        if found.kind is MentionKind.SHARE and asserted(found, situation):
            said = frozenset(word.stem for word in around(situation, found.span)) | stems(found.value)
            weight = shared(wanted, said | stems(situation.passage(found.span).label)) if wanted else 2
            if weight:
                yield Figure(found.low, found.high, (found.span,), min(weight + 1, _MOST), found.span.start)
    yield from _computed(situation, wanted)
    yield from _of_a_whole(situation, wanted)


def _computed(situation: Situation, wanted: frozenset[str]) -> Iterator[Figure]:
    """ "180 orders, 27 of them late": a part of the whole that the criterion names."""
    counts = [
        found
        for found in situation.mentions
        if found.kind is MentionKind.COUNT and found.low and found.low == found.high and asserted(found, situation)
    ]
    people = bool(wanted & (nouns("persons") | nouns("users")))
    wholes = [found for found in counts if shared(wanted, stems(found.unit)) or (people and _pointing(found))][
        -_WHOLES:
    ]
    for part in counts:
        whole = _whole_of(situation, part, wholes)
        if whole is None or not part.low or not whole.low:
            continue
        near = abs((situation.number(part.span) or 0) - (situation.number(whole.span) or 0)) <= 1
        own = shared(wanted, stems(part.unit)) or _pointing(part)
        if (near and own) or _people(part):
            spans = tuple(sorted((part.span, whole.span)))
            share = _WHOLE * part.low / whole.low
            yield Figure(share, share, spans, 2 + bool(near), spans[-1].start)


def _whole_of(situation: Situation, part: Mention, wholes: list[Mention]) -> Mention | None:
    """The whole that a part belongs to: the nearest larger one of another sort."""
    larger = [
        whole
        for whole in wholes
        if whole is not part
        and (whole.low or 0) > (part.low or 0)
        and (whole.unit or "").casefold() != (part.unit or "").casefold()
    ]
    return min(larger, key=lambda whole: abs(whole.span.start - part.span.start), default=None)


def _pointing(part: Mention) -> bool:
    return (part.unit or "").casefold() in condition_words().measures["us"]


def _people(part: Mention) -> bool:
    return _pointing(part) or bool(stems(part.unit) & nouns("users"))


def _of_a_whole(situation: Situation, wanted: frozenset[str]) -> Iterator[Figure]:
    """ "Size 48 TB, used 41 TB", "640 installed, 71 silent": what words for a whole and for a part of it stand beside."""
    told = [found for found in situation.mentions if _plain(found) and asserted(found, situation)]
    wholes = [found for found in told if _beside(situation, found, nouns("whole"), 1)][-_WHOLES:]
    for part in told:
        for whole in wholes:
            near = abs((situation.number(part.span) or 0) - (situation.number(whole.span) or 0)) <= 1
            size = _within(part, whole)
            if (
                part is whole
                or not near
                or size is None
                or not _beside(situation, part, nouns("parted") | wanted, _FEW)
            ):
                continue
            left = _beside(situation, part, nouns("rest"), _FEW) and not wanted & nouns("rest")
            share = _WHOLE * (1.0 - size if left else size)
            spans = tuple(sorted((part.span, whole.span)))
            yield Figure(share, share, spans, _MOST, spans[-1].start)


def _within(part: Mention, whole: Mention) -> float | None:
    """Which part of the whole it is, if the two can be compared and it is smaller."""
    if (part.kind is MentionKind.SIZE) is not (whole.kind is MentionKind.SIZE):
        return None
    size = converted(part.low or 0.0, part.unit, whole.unit) if part.kind is MentionKind.SIZE else part.low
    return size / whole.low if size and whole.low and 0 < size < whole.low else None


def _plain(found: Mention) -> bool:
    kinds = (MentionKind.NUMBER, MentionKind.COUNT, MentionKind.SIZE)
    return found.kind in kinds and bool(found.low) and found.low == found.high


def _beside(situation: Situation, found: Mention, words: frozenset[str], reach: int) -> bool:
    """Whether one of the words stands right behind a figure, or so many words before it at the most."""
    row = (*before(situation, found.span, reach), *behind(situation, found.span, 1))
    return any(word.stem in words for word in row)
