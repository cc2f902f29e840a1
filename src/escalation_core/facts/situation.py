"""A situation as read: who says what where and when, with every sign, quantity and attribute value in its context."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from escalation_core.contexts.reader import Contexts, read_contexts
from escalation_core.facts.amending import amend
from escalation_core.facts.corrections import corrected
from escalation_core.facts.timeline import Source, Timeline, timeline
from escalation_core.measures.reader import measure
from escalation_core.model.context import Context, Place
from escalation_core.model.evaluation import Amendment
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Quote, Span
from escalation_core.text.attributes import Stated, stated
from escalation_core.text.passages import passages
from escalation_core.text.sentences import sentences
from escalation_core.text.signs import Sign, signs
from escalation_core.text.words import Word, words_in


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, the passage that it belongs to (by number), and its words."""

    span: Span
    passage: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything read in a situation's text; `now` is when it is told, where that is known."""

    text: str
    now: datetime | None
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    signs: tuple[Sign, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Stated, ...]
    contexts: Contexts
    time: Timeline = Timeline()

    def context(self, span: Span, own: Sequence[Span] = ()) -> Context:
        """The context of a stretch; cues in one of its `own` pieces are part of what is said."""
        return self.contexts.at(span, own)

    def number(self, span: Span) -> int | None:
        """The number of the sentence in which a stretch begins; none where there is no sentence."""
        at = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
        return max(0, at) if self.sentences else None

    def sentence(self, span: Span) -> Sentence:
        """The sentence in which a stretch begins."""
        return self.sentences[self.number(span) or 0]

    def passage(self, span: Span) -> Passage:
        """The passage in which a stretch begins."""
        at = bisect_right(self.passages, span.start, key=lambda passage: passage.span.start) - 1
        return self.passages[max(0, at)]

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The quantities and moments that lie in a stretch."""
        low = bisect_left(self.mentions, span.start, key=lambda found: found.span.start)
        high = bisect_left(self.mentions, span.end, key=lambda found: found.span.start)
        return tuple(found for found in self.mentions[low:high] if span.holds(found.span))

    def moment(self, span: Span) -> Quote | None:
        """The time stamp of the line in which a stretch stands, if it has one."""
        return self.passage(span).moment if self.passages else None

    def quote(self, span: Span) -> str:
        """The words at a stretch, as pasted."""
        return span.of(self.text)


def read_situation(text: str, now: datetime | None = None, amended: Sequence[Amendment] = ()) -> Situation:
    """The situation that a text tells, with the figures that a person put right; an empty text gives an empty one."""
    parts = passages(text, now)
    cut = tuple(_sentences(text, parts))
    found = signs(text, [sentence.span for sentence in cut])
    mentions = amend(corrected(text, measure(text, now)), amended, text, now)
    contexts = read_contexts(text, parts, [now.year] if now else list(_years(mentions)))
    return Situation(
        text=text,
        now=now,
        passages=parts,
        sentences=cut,
        signs=found,
        mentions=mentions,
        values=tuple(_values(text, parts)),
        contexts=contexts,
        time=timeline(Source(text, parts, [sentence.span for sentence in cut], mentions, contexts), now),
    )


def _years(mentions: Sequence[Mention]) -> Iterator[int]:
    return (
        int(found.value[:4])
        for found in mentions
        if found.value and found.kind is MentionKind.MOMENT and found.value[:4].isdigit()
    )


def without(situation: Situation, excluded: Sequence[Span]) -> Situation:
    """The situation with nothing read at the stretches that a person excluded."""
    if not excluded:
        return situation

    def kept(span: Span) -> bool:
        return not any(gone.overlap(span) for gone in excluded)

    return replace(
        situation,
        signs=tuple(sign for sign in situation.signs if kept(sign.span)),
        mentions=tuple(found for found in situation.mentions if kept(found.span)),
        values=tuple(value for value in situation.values if kept(value.span)),
        sentences=tuple(sentence for sentence in situation.sentences if kept(sentence.span)),
        time=replace(situation.time, points=tuple(point for point in situation.time.points if kept(point.span))),
    )


def _sentences(text: str, parts: Sequence[Passage]) -> Iterator[Sentence]:
    for number, passage in enumerate(parts):
        whole = passage.span if passage.place is Place.FIELD else passage.body
        for span in sentences(text, whole):
            yield Sentence(span, number, words_in(text, span))


def _values(text: str, parts: Sequence[Passage]) -> Iterator[Stated]:
    for passage in parts:
        if passage.place is not Place.BOILERPLATE:
            yield from stated(text, passage.body, passage.label if passage.place is Place.FIELD else None)
