"""What is still to come and what was made known before: the time that is left, and how long ahead a notice went out."""

from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import around, asserted, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.measures.moments import resolve
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import words_in

_ROOM = 24
_DAY = 86400.0
_SURE = 2


def until(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The time that is left: in words ("in 31 days", "two weeks to go"), or from now to a day that is yet to come."""
    now = situation.time.end
    wanted = stems(bound.noun)
    for found in situation.mentions:
        said = frozenset(word.stem for word in around(situation, found.span))
        weight = shared(wanted, said | stems(situation.passage(found.span).label))
        if not weight or not asserted(found, situation):
            continue
        weight += len(wanted) == 1
        dated = weight + (weight >= _SURE)
        if found.kind is MentionKind.DURATION and _ahead(situation, found):
            yield Figure(found.low, found.high, (found.span,), weight, found.span.start)
        if found.kind is MentionKind.MOMENT and now and found.value and not situation.time.is_head(found.span):
            moment = resolve(found.value, now.at)
            left = (moment - now.at).total_seconds() if moment else -_DAY
            whole = "T" not in found.value and found.value[2:3] != ":"
            if left >= 0 or (whole and left > -_DAY and found.value != "P0D"):
                yield Figure(max(0.0, left), left + _DAY * whole, (found.span,), dated, found.span.start)


def _ahead(situation: Situation, found: Mention) -> bool:
    """Whether a length is told of what is still to come."""
    known = condition_words()
    text = situation.text
    before = " ".join(word.form for word in words_in(text, Span(max(0, found.span.start - _ROOM), found.span.start)))
    after = " ".join(word.form for word in words_in(text, Span(found.span.end, found.span.end + _ROOM)))
    behind = any(after == cue or after.startswith(cue + " ") for cue in known.until_after)
    return behind or any(before == cue or before.endswith(" " + cue) for cue in known.measures["still_ahead"])


def notices(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """How long ago something was announced: in words, or from the day of the notice to what is told."""
    wanted = stems(bound.noun) - nouns("light_verbs")
    for sentence in situation.sentences:
        if shared(wanted, frozenset(word.stem for word in sentence.words)) > 1:
            yield from _between(situation, sentence)
    announced = nouns("announce")
    now = situation.time.end
    for sentence in situation.sentences:
        if not announced & {word.stem for word in sentence.words}:
            continue
        for found in situation.mentions_in(sentence.span):
            if found.kind is MentionKind.DURATION:
                yield Figure(found.low, found.high, (found.span,), 3, found.span.start)
        for point in situation.time.within(sentence.span):
            if now and point.at < now.at:
                ahead = (now.at - point.at).total_seconds()
                yield Figure(ahead, ahead, (point.span,), 3, point.span.start)


def _between(situation: Situation, sentence: Sentence) -> Iterator[Figure]:
    """From the first to the last of two days or times that one sentence names."""
    points = sorted(situation.time.within(sentence.span), key=lambda point: point.at)
    if len(points) > 1 and points[0].exact == points[-1].exact:
        gap = (points[-1].at - points[0].at).total_seconds()
        spans = tuple(sorted((points[0].span, points[-1].span)))
        yield Figure(gap, gap, spans, 2, spans[-1].start)
