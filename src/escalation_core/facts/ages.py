"""Ages: of the one whom the criterion means, in years, as told or as the year or day of birth gives them."""

from collections.abc import Iterator
from datetime import datetime

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, before, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.language.measures import measure_words
from escalation_core.measures.moments import resolve
from escalation_core.model.mention import MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.words import words_in

_DAY = 86400.0
_YEAR = 365 * _DAY
_DAYS = 365.25
_OWN = 4
_REACH = 6
_NEAR = 5
_OLDEST = 115
_EARLIEST, _LATEST = datetime(2020, 1, 1), datetime(2040, 1, 1)
"""Between these a text is told that does not say when."""


def ages(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every age that is told; where the criterion means the customer, not those of relatives."""
    anyone = bool(stems(bound.noun) & nouns("persons")) or bound.low is None
    for found in situation.mentions:
        if (
            found.kind is MentionKind.DURATION
            and found.value == "age"
            and found.low is not None
            and asserted(found, situation)
        ):
            high = None if found.high is None else found.high / _YEAR
            if anyone or not _of_kin(situation, found.span):
                yield Figure(found.low / _YEAR, high, (found.span,), _OWN, found.span.start)
        elif (
            found.kind is MentionKind.DURATION
            and bound.low is None
            and (found.low or 0.0) >= _DAY
            and _of_infant(situation, found.span)
        ):
            yield Figure((found.low or 0.0) / _YEAR, (found.high or 0.0) / _YEAR, (found.span,), _OWN, found.span.start)
    for number, sentence in enumerate(situation.sentences):
        yield from _born(situation, sentence)
        yield from _answered(situation, number)


def _of_kin(situation: Situation, span: Span) -> bool:
    return any(word.form in measure_words()["ages"]["relatives"] for word in before(situation, span, _REACH))


def _of_infant(situation: Situation, span: Span) -> bool:
    """ "The baby, 8 months"."""
    return any(word.form in measure_words()["ages"]["infants"] for word in before(situation, span, _REACH))


def _born(situation: Situation, sentence: Sentence) -> Iterator[Figure]:
    """ "Born 2 May 1941", "DOB: 02/05/1941", "born in 1941": the years since."""
    now = situation.time.end
    now = None if now and situation.time.guessed and str(now.at.year) not in situation.text else now
    passage = situation.passages[sentence.passage]
    ahead = Span(max(passage.span.start, sentence.span.start - _NEAR), sentence.span.start)
    label = stems(passage.label) | {word.stem for word in words_in(situation.text, ahead)}
    if not nouns("born") & ({word.stem for word in sentence.words} | label):
        return
    latest = now.at if now else _LATEST
    for found in situation.mentions_in(sentence.span):
        born = resolve(found.value, latest) if found.kind is MentionKind.MOMENT and found.value else None
        if born and born.year > latest.year:
            born = born.replace(year=born.year - 100)
        if born and born < latest and (found.value or "")[:4].isdigit():
            least = float(int(((now.at if now else _EARLIEST) - born).days / _DAYS))
            most = float(int((latest - born).days / _DAYS))
            yield Figure(max(0.0, least), most, (found.span,), _OWN, found.span.start)
            return
    for word in sentence.words:
        if word.form.isdigit() and len(word.form) == 4 and _plausible(word.form, latest):
            least = float((now.at if now else _EARLIEST).year - int(word.form))
            yield Figure(least - 1, float(latest.year - int(word.form)), (word.span,), _OWN, word.span.start)
            return


def _answered(situation: Situation, number: int) -> Iterator[Figure]:
    """ "How old are you?" – "34.": a bare number that answers a question for an age."""
    sentence = situation.sentences[number]
    for found in situation.mentions_in(sentence.span)[:1]:
        asking = situation.sentences[number - 1] if number else None
        labelled = situation.passages[sentence.passage].label
        if found.kind is MentionKind.NUMBER and found.low and labelled and "age" in stems(labelled):
            yield Figure(found.low, found.high, (found.span,), _OWN, found.span.start)
            return
        bare = found.kind is MentionKind.NUMBER and found.span.start == sentence.span.start and not found.unit
        if not bare or asking is None or asking.passage == sentence.passage or not found.low:
            continue
        asked = "?" in asking.span.of(situation.text) and {word.form for word in asking.words} & _asked()
        if asked and 0 < found.low < _OLDEST:
            yield Figure(found.low, found.high, (found.span,), _OWN, found.span.start)


def _asked() -> frozenset[str]:
    return condition_words().measures["asked_age"]


def _plausible(year: str, now: datetime) -> bool:
    return now.year - _OLDEST <= int(year) <= now.year
