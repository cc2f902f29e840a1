"""How often: contacts and occurrences, as numbered, as counted, as listed, or as the entries of a log."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.figure import Figure
from escalation_core.facts.listing import heads_line, listed, reached, recent, topical
from escalation_core.facts.nouns import around, asserted, interval, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.language.conditions import condition_words
from escalation_core.language.spelling import spelling
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.words import Word, words_in

_NUMBERED, _COUNTED, _LOGGED, _OFF = 5, 3, 3, 1
_LINE = 300
"""The n-th time says it outright."""


def counted(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every number of contacts or occurrences that the text states or lists."""
    yield from _numbered(bound, situation)
    yield from _never(bound, situation)
    about = nouns("contacts") | nouns("contacting") if bound.measure == "contacts" else nouns("recurs")
    yield from listed(bound, situation, about)
    if bound.measure == "contacts":
        yield from _logged(bound, situation)


def _numbered(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The n-th contact or time, or a number of them."""
    contacts = bound.measure == "contacts"
    plain = nouns("contacts") | nouns("times") if contacts else nouns("times")
    ordered = plain | stems(bound.noun)
    for found in situation.mentions:
        if found.value == "computed" or found.kind not in (MentionKind.ORDINAL, MentionKind.COUNT):
            continue
        known = ordered if found.kind is MentionKind.ORDINAL else plain
        ordinal = found.kind is MentionKind.ORDINAL
        told = stems(found.unit if ordinal else (found.unit or "").rpartition(" ")[2])
        told |= {"time"} if found.unit == "times" else set()
        if not told & known or not asserted(found, situation):
            continue
        if not _outgoing(around(situation, found.span)):
            low, high = interval(found)
            sure = topical(bound, situation, found.span) and not (
                contacts and told & nouns("ambiguous") - stems(bound.unit)
            )
            weight = _NUMBERED if ordinal else _COUNTED if sure else _OFF
            yield Figure(low, low if ordinal else high, (found.span,), weight, found.span.start)


def _never(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """ "Never complained before", "it has not happened before": this is the first time."""
    about = nouns("contacts") | nouns("contacting") if bound.measure == "contacts" else nouns("generic")
    known = condition_words().measures
    for sentence in situation.sentences:
        forms = {word.form for word in sentence.words}
        if forms & known["ever"] and forms & spelling().negators and about & {word.stem for word in sentence.words}:
            yield Figure(1.0, 1.0, (sentence.span,), _COUNTED, sentence.span.start)


def _logged(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The entries of a log that tell of contacts from outside: as many as there are lines, those of ours aside."""
    heads = [found for found in situation.mentions if heads_line(situation, found)]
    entries = [found.span for found in heads if _incoming(situation, found) and recent(bound, situation, found)]
    if len(heads) > 1 and entries:
        yield Figure(float(len(entries)), float(len(entries)), tuple(entries), _LOGGED, reached(bound, entries))


def _incoming(situation: Situation, found: Mention) -> bool:
    end = situation.text.find("\n", found.span.end, found.span.end + _LINE)
    line = words_in(
        situation.text, Span(found.span.end, min(found.span.end + _LINE, len(situation.text) if end < 0 else end))
    )
    return bool((nouns("contacts") | nouns("contacting")) & {word.stem for word in line}) and not _outgoing(line)


def _outgoing(words: Sequence[Word]) -> bool:
    """Whether a contact is one of ours: "call from us", "we wrote back"."""
    said = " " + " ".join(word.form for word in words) + " "
    return any(f" {cue} " in said for cue in condition_words().measures["outgoing"])
