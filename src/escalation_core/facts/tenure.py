"""How long somebody has been a customer: in words, or since a day or a year that is named."""

from collections.abc import Iterator

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.measures.moments import resolve
from escalation_core.model.mention import MentionKind

_YEAR = 365 * 86400.0
_STATED, _RECKONED = 3, 3
_OLDEST = 80


def tenures(situation: Situation) -> Iterator[Figure]:
    """Every length of time for which the text says that somebody has been a customer."""
    for sentence in situation.sentences:
        said = frozenset(word.stem for word in sentence.words) | stems(situation.passages[sentence.passage].label)
        if not said & nouns("tenure"):
            continue
        for found in situation.mentions_in(sentence.span):
            if found.kind is MentionKind.DURATION and not found.value and asserted(found, situation):
                yield Figure(found.low, found.high, (found.span,), _STATED, found.span.start)
        yield from _since(situation, sentence)


def _since(situation: Situation, sentence: Sentence) -> Iterator[Figure]:
    now = situation.time.end
    said = frozenset(word.stem for word in sentence.words) | stems(situation.passages[sentence.passage].label)
    if now is None or not said & nouns("joining"):
        return
    for found in situation.mentions_in(sentence.span):
        value = found.value or ""
        start = resolve(value, now.at) if found.kind is MentionKind.MOMENT and value[:4].isdigit() else None
        if start and start < now.at:
            length = (now.at - start).total_seconds()
            yield Figure(length, length, (found.span,), _RECKONED, found.span.start)
            return
    for word in sentence.words:
        if word.form.isdigit() and len(word.form) == 4 and now.at.year - _OLDEST <= int(word.form) <= now.at.year:
            years = now.at.year - int(word.form)
            yield Figure(max(0.0, years - 1.0) * _YEAR, (years + 1) * _YEAR, (word.span,), _RECKONED, word.span.start)
            return
