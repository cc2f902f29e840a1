"""Lists of days: how often something happened, told one by one, with the one that is told now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import before, behind, beside, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Place
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import words_in

_LISTED, _OFF = 3, 1
_BEFORE, _AFTER = 5, 4
"""So many words before or behind a day stands what happened on it."""
_FEW = 3
"""So many words, and none that ties a day to something else, stand between two days of a list."""
_COMMA = 2
_MARGIN = 40
_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class _Told:
    """One day of a list, how often it happened then, and whether that is the day on which the text is told."""

    span: Span
    times: int
    today: bool


def listed(bound: Exceeds, situation: Situation, about: frozenset[str]) -> Iterator[Figure]:
    """ "On 2 May, on 9 May and again now": the days named in one passage beside the words for it, with today's."""
    passages: dict[int, list[tuple[Sentence, bool]]] = {}
    spoken = [bool(about & {word.stem for word in sentence.words}) for sentence in situation.sentences]
    for at, sentence in enumerate(situation.sentences):
        near = (at - 1, at + 1) if bound.measure == "occurrences" else (at - 1,)
        told = [other for other in near if 0 <= other < len(spoken) and spoken[other]]
        if spoken[at] or any(situation.sentences[other].passage == sentence.passage for other in told):
            passages.setdefault(sentence.passage, []).append((sentence, spoken[at]))
    for number, held in passages.items():
        days = [
            day for sentence, own in held for day in _days(bound, situation, sentence, about if own else frozenset())
        ]
        if days and situation.passages[number].place is not Place.QUOTED_REPLY:
            said = " ".join(word.form for sentence, _ in held for word in sentence.words)
            weight = _LISTED if any(topical(bound, situation, day.span) for day in days) else _OFF
            yield _tally(bound, situation.passages[number], days, f" {said} ", weight)


def listed_days(bound: Exceeds, situation: Situation, about: frozenset[str]) -> Iterator[Figure]:
    """ "Missed on the 5th and the 19th": as many as there are days listed in a sentence that speaks of it."""
    for sentence in situation.sentences:
        if shared(about, frozenset(word.stem for word in sentence.words)) <= 1:
            continue
        days = [found for found in situation.mentions_in(sentence.span) if dated(found)]
        spans = tuple(found.span for found in days if recent(bound, situation, found))
        if len(spans) > 1:
            yield Figure(float(len(spans)), float(len(spans)), spans, 2, spans[-1].start)


def reached(bound: Exceeds, spans: Sequence[Span]) -> int:
    """Where as many are told, one by one, as the bound asks."""
    enough = int(bound.low or 0) + bool(bound.low_open)
    return spans[max(0, min(enough, len(spans)) - 1)].start


def topical(bound: Exceeds, situation: Situation, span: Span) -> bool:
    """Whether what is counted there is what the criterion counts, as far as it names that."""
    subject = stems(bound.noun) - nouns("generic") - nouns("times")
    if bound.measure == "contacts" or not subject:
        return True
    at = situation.number(span) or 0
    near = situation.sentences[max(0, at - 1) : at + 2]
    return bool(shared(subject, frozenset(word.stem for sentence in near for word in sentence.words)))


def dated(found: Mention) -> bool:
    """Whether it is a moment that names a day, and not a clock time alone."""
    value = found.value or ""
    return found.kind is MentionKind.MOMENT and bool(value) and value[2:3] != ":"


def recent(bound: Exceeds, situation: Situation, found: Mention) -> bool:
    """Whether a day lies behind, and within the window in which the criterion counts."""
    now = situation.time.end
    moment = resolve(found.value or "", now.at) if now else None
    if not moment or not now:
        return True
    back = (now.at - moment).total_seconds()
    return back > -_DAY and (bound.within is None or back <= bound.within + _DAY)


def heads_line(situation: Situation, found: Mention) -> bool:
    """Whether a day stands at the head of a line, as the entries of a log do."""
    if not dated(found):
        return False
    floor = max(0, found.span.start - _MARGIN)
    line = situation.text.rfind("\n", floor, found.span.start) + 1
    opens = situation.text[line or floor : found.span.start].strip(" \t-*•[(")
    return not opens and (line > 0 or floor == 0) and situation.passage(found.span).place is not Place.QUOTED_REPLY


def _tally(bound: Exceeds, passage: Passage, days: Sequence[_Told], said: str, weight: int) -> Figure:
    """As many as are listed, and the present one, where the text is one itself or likens it to them.

    A single day is no list: it is one, and what went before is not said.
    """
    total = float(sum(day.times for day in days))
    known, forms = condition_words().measures, frozenset(said.split())
    counted_in = bound.measure == "contacts" and any(f" {cue} " in said for cue in known["this_one"])
    now = 0.0 if any(day.today for day in days) and not counted_in else 1.0
    if bound.measure == "contacts":
        own = counted_in or bool(forms & known["ourselves"] and passage.place is not Place.FIELD)
    else:
        own = bool(forms & known["likened"])
    spans = tuple(day.span for day in days)
    high = None if total == 1 and not counted_in and bound.measure == "contacts" else total + now
    return Figure(total + now if own else total, high, spans, weight, reached(bound, spans))


def _days(bound: Exceeds, situation: Situation, sentence: Sentence, about: frozenset[str]) -> Iterator[_Told]:
    """The days of a sentence on which it happened: beside a word for it, or behind such a day in a list."""
    last = sentence.span.start - (1 if about else 0)
    for found in situation.mentions_in(sentence.span):
        if _often(found) and not _on_a_day(situation, sentence, found):
            yield _Told(found.span, int(found.low or 0), today=False)
        if not dated(found) or heads_line(situation, found) or _same_day(situation, last, found):
            continue
        row = last >= sentence.span.start and _continues(situation, Span(last, found.span.start))
        if (row or _beside(bound, situation, sentence, found, about)) and recent(bound, situation, found):
            last = found.span.end
            yield _Told(found.span, _times(situation, sentence, found), _present(situation, found))


def _same_day(situation: Situation, last: int, found: Mention) -> bool:
    """Whether a date only names the day that stands before it ("today, 20 May")."""
    return last < found.span.start <= last + _COMMA and _present(situation, found) and found.value != "P0D"


def _beside(bound: Exceeds, situation: Situation, sentence: Sentence, found: Mention, about: frozenset[str]) -> bool:
    if bound.measure == "occurrences":
        return True
    near = (*before(situation, found.span, _BEFORE), *behind(situation, found.span, _AFTER))
    return bool(about & {word.stem for word in near})


def _continues(situation: Situation, gap: Span) -> bool:
    """Whether one day follows on another in a list, with nothing between that ties it to something else."""
    said = [word.form for word in words_in(situation.text, gap)]
    return len(said) <= _FEW and not set(said) & condition_words().measures["tying"]


def _often(found: Mention) -> bool:
    return found.unit == "times" and bool(found.low) and found.low == found.high


def _times(situation: Situation, sentence: Sentence, found: Mention) -> int:
    """How often on that day: "twice on Monday", "three times yesterday"."""
    for other in beside(situation, found.span):
        if _often(other) and _close(situation, other, found):
            return int(other.low or 1)
    return 1


def _on_a_day(situation: Situation, sentence: Sentence, found: Mention) -> bool:
    """Whether a number of times is told of a day that is named."""
    return any(dated(other) and _close(situation, found, other) for other in beside(situation, found.span))


def _close(situation: Situation, one: Mention, other: Mention) -> bool:
    gap = Span(min(one.span.end, other.span.end), max(one.span.start, other.span.start))
    return len(words_in(situation.text, gap)) <= 2


def _present(situation: Situation, found: Mention) -> bool:
    now = situation.time.end
    if found.value == "P0D" or (found.value or "").startswith("P0DT"):
        return True
    moment = resolve(found.value or "", now.at) if now and not situation.time.guessed else None
    return bool(moment and now and moment.date() == now.at.date())
