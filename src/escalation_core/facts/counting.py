"""How often: contacts and occurrences, as numbered, as counted, or as listed one by one with the one that is told now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.facts.figure import Figure
from escalation_core.facts.nouns import asserted, interval, nouns, stems
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Place
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import Word, words_in

_NUMBERED, _LISTED, _LOGGED = 3, 3, 3
_NEAR = 8
"""So many words before or behind a day stands what happened on it, or the day before it in a list."""
_FEW = 3
_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class _Told:
    """One day of a list, how often it happened then, and whether that is the day on which the text is told."""

    span: Span
    times: int
    today: bool


def counted(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every number of contacts or occurrences that the text states or lists."""
    yield from _numbered(bound, situation)
    about = nouns("contacts") | nouns("contacting") if bound.measure == "contacts" else nouns("repeats")
    yield from _listed(bound, situation, about)
    if bound.measure == "contacts":
        yield from _logged(bound, situation)


def listed_days(bound: Exceeds, situation: Situation, about: frozenset[str]) -> Iterator[Figure]:
    """ "Missed on the 5th and the 19th": as many as there are days listed in a sentence that speaks of it."""
    for sentence in situation.sentences:
        if shared(about, frozenset(word.stem for word in sentence.words)) <= 1:
            continue
        days = [
            found
            for found in situation.mentions_in(sentence.span)
            if found.kind is MentionKind.MOMENT and _dated(found)
        ]
        spans = tuple(found.span for found in days if _recent(bound, situation, found))
        if len(spans) > 1:
            yield Figure(float(len(spans)), float(len(spans)), spans, 2, spans[-1].start)


def _numbered(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The n-th contact or time, or a number of them."""
    contacts = bound.measure == "contacts"
    plain = nouns("contacts") | nouns("times") if contacts else nouns("times")
    ordered = plain | stems(bound.noun)
    for found in situation.mentions:
        if found.value == "computed":
            continue
        known = ordered if found.kind is MentionKind.ORDINAL else plain
        told = stems((found.unit or "").rpartition(" ")[2]) | ({"time"} if found.unit == "times" else set())
        if found.kind not in (MentionKind.ORDINAL, MentionKind.COUNT) or not told & known:
            continue
        if asserted(found, situation) and not _outgoing(situation.sentence(found.span).words):
            low, high = interval(found)
            yield Figure(
                low, high if found.kind is MentionKind.COUNT else low, (found.span,), _NUMBERED, found.span.start
            )


def _listed(bound: Exceeds, situation: Situation, about: frozenset[str]) -> Iterator[Figure]:
    """ "On 2 May, on 9 May and again now": the days named in one passage beside the words for it, with today's."""
    passages: dict[int, list[tuple[Sentence, bool]]] = {}
    spoken = [bool(about & {word.stem for word in sentence.words}) for sentence in situation.sentences]
    for at, sentence in enumerate(situation.sentences):
        near = (at - 1, at + 1) if bound.measure == "occurrences" else (at - 1,)
        beside = [other for other in near if 0 <= other < len(spoken) and spoken[other]]
        if spoken[at] or any(situation.sentences[other].passage == sentence.passage for other in beside):
            passages.setdefault(sentence.passage, []).append((sentence, spoken[at]))
    for number, held in passages.items():
        days = [
            day for sentence, own in held for day in _days(bound, situation, sentence, about if own else frozenset())
        ]
        if days:
            said = " ".join(word.form for sentence, _ in held for word in sentence.words)
            yield _tally(bound, situation.passages[number], days, f" {said} ")


def _tally(bound: Exceeds, passage: Passage, days: Sequence[_Told], said: str) -> Figure:
    """As many as are listed, and the present one, where the text is one itself or likens it to them."""
    total = float(sum(day.times for day in days))
    known, forms = condition_words().measures, frozenset(said.split())
    counted_in = bound.measure == "contacts" and any(f" {cue} " in said for cue in known["this_one"])
    now = 0.0 if any(day.today for day in days) and not counted_in else 1.0
    if bound.measure == "contacts":
        own = counted_in or bool(forms & known["ourselves"] and passage.place is not Place.FIELD)
    else:
        own = bool(forms & known["likened"])
    spans = tuple(day.span for day in days)
    return Figure(total + now if own else total, total + now, spans, _LISTED, spans[-1].start)


def _days(bound: Exceeds, situation: Situation, sentence: Sentence, about: frozenset[str]) -> Iterator[_Told]:
    """The days of a sentence on which it happened: beside a word for it, or behind such a day in a list."""
    last = sentence.span.start - (1 if about else 0)
    for found in situation.mentions_in(sentence.span):
        if (
            found.unit == "times"
            and found.low
            and found.low == found.high
            and not _on_a_day(situation, sentence, found)
        ):
            yield _Told(found.span, int(found.low), today=False)
        if found.kind is not MentionKind.MOMENT or not _dated(found) or _heads_line(situation, found):
            continue
        before = words_in(situation.text, Span(sentence.span.start, found.span.start))[-_NEAR:]
        after = words_in(situation.text, Span(found.span.end, sentence.span.end))[:_NEAR]
        near = bound.measure == "occurrences" or about & {word.stem for word in (*before, *after)}
        row = last >= sentence.span.start and len(words_in(situation.text, Span(last, found.span.start))) <= _FEW + 1
        if (near or row) and _recent(bound, situation, found):
            last = found.span.end
            yield _Told(found.span, _times(situation, sentence, found), _present(situation, found))


def _dated(found: Mention) -> bool:
    """Whether a moment names a day, and not a clock time alone."""
    value = found.value or ""
    return bool(value) and value[2:3] != ":"


def _times(situation: Situation, sentence: Sentence, found: Mention) -> int:
    """How often on that day: "twice on Monday", "three times yesterday"."""
    for other in situation.mentions_in(sentence.span):
        if other.unit == "times" and _close(situation, other, found) and other.low and other.low == other.high:
            return int(other.low)
    return 1


def _on_a_day(situation: Situation, sentence: Sentence, found: Mention) -> bool:
    """Whether a number of times is told of a day that is named."""
    return any(
        other.kind is MentionKind.MOMENT and _dated(other) and _close(situation, found, other)
        for other in situation.mentions_in(sentence.span)
    )


def _close(situation: Situation, one: Mention, other: Mention) -> bool:
    gap = Span(min(one.span.end, other.span.end), max(one.span.start, other.span.start))
    return len(words_in(situation.text, gap)) <= 2


def _present(situation: Situation, found: Mention) -> bool:
    now = situation.time.end
    if found.value == "P0D" or (found.value or "").startswith("P0DT"):
        return True
    moment = resolve(found.value or "", now.at) if now and not situation.time.guessed else None
    return bool(moment and now and moment.date() == now.at.date())


def _recent(bound: Exceeds, situation: Situation, found: Mention) -> bool:
    """Whether a day lies behind, and within the window in which the criterion counts."""
    now = situation.time.end
    moment = resolve(found.value or "", now.at) if now else None
    if not moment or not now:
        return True
    back = (now.at - moment).total_seconds()
    return back > -_DAY and (bound.within is None or back <= bound.within + _DAY)


def _logged(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The entries of a log that tell of contacts from outside: as many as there are lines, those of ours aside."""
    heads = [found for found in situation.mentions if _heads_line(situation, found)]
    entries = [found.span for found in heads if _incoming(situation, found) and _recent(bound, situation, found)]
    if len(heads) > 1 and entries:
        yield Figure(float(len(entries)), float(len(entries)), tuple(entries), _LOGGED, entries[-1].start)


def _heads_line(situation: Situation, found: Mention) -> bool:
    """Whether a day stands at the head of a line, as the entries of a log do."""
    if found.kind is not MentionKind.MOMENT or not _dated(found):
        return False
    start = situation.text.rfind("\n", 0, found.span.start) + 1
    before = situation.text[start : found.span.start].strip(" \t-*•[(")
    return not before and situation.passage(found.span).place is not Place.QUOTED_REPLY


def _incoming(situation: Situation, found: Mention) -> bool:
    end = situation.text.find("\n", found.span.end)
    line = words_in(situation.text, Span(found.span.end, len(situation.text) if end < 0 else end))
    return bool((nouns("contacts") | nouns("contacting")) & {word.stem for word in line}) and not _outgoing(line)


def _outgoing(words: Sequence[Word]) -> bool:
    """Whether a contact is one of ours: "call from us", "we wrote back"."""
    said = " " + " ".join(word.form for word in words) + " "
    return any(f" {cue} " in said for cue in condition_words().measures["outgoing"])
