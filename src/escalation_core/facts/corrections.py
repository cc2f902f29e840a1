"""Figures that the text itself puts right: "30 users. No, make that 18" counts eighteen users, not thirty."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.language.conditions import condition_words
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.span import Span
from escalation_core.text.words import words_in

_BACK = 160
_BEFORE = 40
_VALUES = (MentionKind.COUNT, MentionKind.MONEY, MentionKind.SHARE, MentionKind.NUMBER)


def corrected(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that a later one puts right; the later one counts what they counted."""
    kept: list[Mention] = []
    for found in mentions:
        if found.kind not in (*_VALUES, MentionKind.DURATION) or not _correcting(text, found.span):
            kept.append(found)
            continue
        at = _corrected(kept, found)
        kept.append(found if at is None else _same(found, kept.pop(at)))
    return tuple(kept)


def _correcting(text: str, span: Span) -> bool:
    before = words_in(text, Span(max(0, span.start - _BEFORE), span.start))
    said = " " + " ".join(word.form for word in before) + " "
    return any(said.endswith(f" {cue} ") for cue in condition_words().measures["correcting"])


def _corrected(kept: Sequence[Mention], found: Mention) -> int | None:
    """The last figure before that is of the same sort, or of any where the correction is a bare number."""
    for at in range(len(kept) - 1, -1, -1):
        other = kept[at]
        if found.span.start - other.span.end > _BACK:
            return None
        bare = found.kind is MentionKind.NUMBER and other.kind in _VALUES
        if (other.kind is found.kind or bare) and other.low is not None:
            return at
    return None


def _same(found: Mention, other: Mention) -> Mention:
    if found.kind is other.kind:
        return replace(found, unit=found.unit or other.unit, per=found.per or other.per)
    return replace(found, kind=other.kind, unit=other.unit, per=other.per)
