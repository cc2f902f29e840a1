"""Lengths of time told in words, by what the words beside them say that they are: how long, how late, how long ahead."""

from collections.abc import Iterator

from escalation_core.facts.delays import delayed
from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import before, behind
from escalation_core.facts.situation import Situation
from escalation_core.language.courses import aside_words, length_words
from escalation_core.model.context import Modality, Place, Time
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds

_BESIDE, _BARRED, _HEAD = 3, 4, 3
_LIKELY = 3
_KINDS = {"time_until": "left", "notice": "told"}
_ASIDE = (Place.QUOTED_REPLY, Place.BOILERPLATE, Place.SIGNATURE)


def worded(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every length that is told of the case itself and is of the kind that the criterion measures."""
    kind = "late" if delayed(bound) else _KINDS.get(bound.measure, "lasted")
    for found in situation.mentions:
        if found.kind is MentionKind.DURATION and found.value not in ("age", "inner") and _told(situation, found):
            near = [
                word.form for word in (*before(situation, found.span, _BESIDE), *behind(situation, found.span, _BESIDE))
            ]
            if length_words(kind) & set(near):
                yield Figure(found.low, found.high, (found.span,), _LIKELY, found.span.start)


def _told(situation: Situation, found: Mention) -> bool:
    """Whether it is told as it is, of the case itself: no promise, no rule, nobody else's."""
    context = situation.context(found.span)
    ahead = {word.form for word in before(situation, found.span, _BARRED)}
    heads = {word.form for word in situation.sentence(found.span).words[:_HEAD]}
    actual = context.modality is Modality.ACTUAL and context.time is not Time.LONG_AGO
    return actual and context.place not in _ASIDE and not (ahead & length_words("barred") or heads & aside_words())
