"""List entries with entries of their own: a heading for them, an introduction, or a criterion with its parts."""

import re
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Kind, Use
from escalation_core.model.span import Span
from escalation_core.policy.actions import action, hands_on
from escalation_core.policy.blocks import Block, marked, numbered
from escalation_core.policy.drafts import Draft
from escalation_core.policy.enumerated import own_words
from escalation_core.policy.frames import Frame, counted, headed, introduced
from escalation_core.policy.kinds import sort_of
from escalation_core.policy.labels import Routing
from escalation_core.policy.levels import level_named
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.records import Records
from escalation_core.policy.routes import routing
from escalation_core.policy.sentences import sentences, stretches
from escalation_core.policy.strands import trigger_mode, without

_LEAD = re.compile(r"\(?[\w.]{1,6}[.)]\s+(?:[A-Z][\w ]{2,30}\.\s+)?")


class Nested(Records):
    """Takes what is nested in a list entry."""

    @abstractmethod
    def through(self, blocks: Sequence[Block], frame: Frame, intro: Frame | None = None) -> None:
        """Takes the blocks in order; each heading holds until the next of its rank."""

    def _body(self, block: Block) -> Span:
        start = block.lines[0].start
        if marked(block):
            start = max(0, self.view.rfind(block.mark, max(0, start - len(block.mark) - 8), start))
        return Span(start if start >= 0 else block.lines[0].start, block.lines[-1].end)

    def _part(self, block: Block) -> Draft:
        """An entry as a part, with the parts that are nested in it."""
        span = self._body(block)
        held = [self._part(child) for child in block.children if child.kind == "entry"]
        return Draft(
            span,
            (own_words(self.said, span),),
            Kind.PART,
            at_least=self._how_many(span, block) if held else None,
            parts=held,
        )

    def _how_many(self, span: Span, block: Block) -> int | None:
        """How many of an entry's parts must hold: as it says, else all where "and" joins them, else any."""
        count = counted(self.said, span)
        if count is not None:
            return count or None
        return None if self._anded(block.children, 0) else 1

    def _anded(self, blocks: Sequence[Block], start: int) -> bool:
        """Whether the entries of the list that begins here are joined by "and"."""
        ends = []
        for block in blocks[start:]:
            if block.kind != "entry" or block.children:
                break
            ends.append(
                self.said[block.span.start : block.span.end].split()[-1:][0].strip(";,")
                if self.said[block.span.start : block.span.end].split()
                else ""
            )
        return len(ends) > 1 and bool(cue("cues", "joining", "all").fullmatch(ends[-2]))

    def _parent(self, block: Block, span: Span, frame: Frame, label: str | None) -> None:
        """An entry with entries of its own: a heading for them, an introduction, or a criterion with parts."""
        chunks = stretches(self.view, block.lines)
        if len(chunks) > 1 and self._titled(chunks[0], leads=True):
            frame = headed(self.said, chunks[0], frame)
            self._use(chunks[0], Use.HEADING)
            span = Span(chunks[1].start, span.end)
        bare = Span(max(span.start, block.span.start), span.end)
        excepted = all(child.kind == "entry" and self._stands_alone(child) for child in block.children)
        words = span.of(self.said).rstrip(" *_")
        count = None if excepted else counted(self.said, span)
        own = self._own_words(span)
        conditional = bool(cue("cues", "condition", "phrases").search(self.said, span.start, span.end))
        opened = bool(
            cue("cues", "introducing", "ends").search(words[-20:].rstrip(" :,;")) and words[-1:] != "."
        ) or words.endswith((":", ","))
        joined = not excepted and self._how_many(span, block) is None
        if joined or (count is not None and (count != 1 or own > 1)):
            self._whole(block, span, frame, label)
        elif (
            (
                self._names(bare, conditional)
                and not (excepted and (routing(self.said, span).route or self._spared(block)))
            )
            or self._acted_below(block, span)
            or (opened and count is None and self._hands_below(span))
            or (own <= 1 and (opened or (count is None and _hands_on(self.said, span))))
        ):
            self._under(block, bare, frame, words)
        elif (opened or any(map(marked, block.children))) and not numbered(block.children[0]):
            self._whole(block, span, frame, label)
        else:
            draft = self._several(span, frame, label, sure=opened, tail=block.tail)
            self._clarified(block, frame, draft)

    def _spared(self, block: Block) -> bool:
        """Whether all that is nested in an entry says when it does not hold: "not if …", "unless …"."""
        starts = opening("cues", "exception", "starts")
        return all(starts.match(self.said, self._body(child).start, child.span.end) for child in block.children)

    def _names(self, span: Span, conditional: bool) -> bool:
        """Whether an entry is only the name of what is nested in it."""
        words = re.sub(r"[(\[][^()\[\]]*[)\]]|[–—:,].*$", "", span.of(self.said).rstrip(" *_:"))
        if words.endswith(".") or len(words.split()) > 8:
            return False
        told = headed(self.said, span, Frame())
        return told.mode in ("do_not_escalate", "exception") or (len(words.split()) <= 5 and not conditional)

    def _acted_below(self, block: Block, span: Span) -> bool:
        """Whether an entry heads entries of its own numbers, of which most say who acts and it does not."""
        below = [child for child in block.children if child.kind == "entry"]
        acting = [child for child in below if any(hands_on(self.said, one) for one in sentences(self.said, child.span))]
        title = not span.of(self.said).rstrip().endswith((".", ":", ",", ";"))
        return (
            title
            and numbered(block)
            and all(map(numbered, below))
            and len(acting) * 2 > len(below)
            and not hands_on(self.said, span)
        )

    def _hands_below(self, span: Span) -> bool:
        """Whether an entry only says to whom the matters listed below it go: "The clerk shall refer the following to …:"."""
        conditional = cue("levels", "legend", "conditional").search(self.said, span.start, span.end)
        points = cue("cues", "introducing", "anywhere").search(self.said, span.start, span.end)
        return bool(points and not conditional and routing(self.said, span).route)

    def _own_words(self, span: Span) -> int:
        """How many words of an entry state a condition of its own, beside routing and counting."""
        head = _LEAD.match(self.said, span.start, span.end)
        span = Span(head.end(), span.end) if head else span
        left = without(self.said, span, [*routing(self.said, span).taken, *self._counting(span)])
        return sum(self._weight(one) for one in left)

    def _weight(self, span: Span) -> int:
        words = re.sub(r"\([^()]*\)|[^\w\s]", " ", span.of(self.said))
        return len(cue("cues", "introducing", "light").sub(" ", words).split())

    def _counting(self, span: Span) -> list[Span]:
        """The clause that says how many of the parts must hold."""
        found = cue("cues", "introducing", "count").search(self.said, span.start, span.end)
        return [Span(*found.span())] if found and counted(self.said, span) is not None else []

    def _whole(self, block: Block, span: Span, frame: Frame, label: str | None) -> None:
        """A criterion with its parts; entries below it that except or route stand for themselves."""
        alone = [child for child in block.children if child.kind != "entry" or self._stands_alone(child)]
        held = [self._part(child) for child in block.children if child not in alone]
        sure = replace(frame, mode=trigger_mode(frame), at_least=None)
        draft = self._several(span, sure, label, sure=True, tail=block.tail)
        if draft and held:
            draft.parts = held
            draft.at_least = self._how_many(span, block)
            left = _without_counting(self.said, draft.asks, self._counting(span))
            own = tuple(one for one in left if self._weight(Span(max(one.start, block.span.start), one.end)) > 1)
            if draft.at_least is None and not own:
                draft.at_least = len(held)
            draft.asks = own or draft.asks
        self._excepting(alone, replace(frame, at_least=None), draft)

    def _stands_alone(self, child: Block) -> bool:
        span = self._body(child)
        return bool(
            opening("cues", "exception", "starts").match(self.said, child.span.start, span.end)
            or cue("cues", "references", "effects").search(self.said, child.span.start, span.end)
            or routing(self.said, span).route
        )

    def _under(self, block: Block, span: Span, frame: Frame, words: str) -> None:
        """An entry that only names or introduces what is nested in it."""
        inner = introduced(self.said, span, frame)
        short = len(words.split()) <= 6 or level_named(self.said, span) is not None
        inner = replace(headed(self.said, span, inner), at_least=inner.at_least) if short else inner
        self._use(span, Use.INTRODUCTION)
        for line in block.tail:
            inner = self._filled(inner, action(self.said, line) or Routing())
            self._use(line, Use.PROCESS)
        since, self._since = self._since, len(self.drafts)
        self.through(
            block.children,
            replace(inner, at_least=None) if inner.at_least == 1 else inner,
            inner if words.endswith(":") or not short else None,
        )
        self._since = since

    def _excepting(self, blocks: Sequence[Block], frame: Frame, draft: Draft | None) -> None:
        """Takes what is nested in a criterion; exceptions there are exceptions to it."""
        at = len(self.drafts)
        self.through(blocks, frame)
        for held in self.drafts[at:]:
            held.under = held.under or (draft if held.kind is not Kind.TRIGGER else None)

    def _clarified(self, block: Block, frame: Frame, draft: Draft | None) -> None:
        """What is nested in a criterion that stands on its own: clauses, exceptions, or remarks on it."""
        for child in block.children:
            clause = child.kind == "entry" and (
                numbered(child)
                or self._stands_alone(child)
                or cue("cues", "condition", "phrases").search(self.said, child.span.start, child.span.end)
                or sort_of(self.said, child.span, Frame(), listed=False) in ("exception", "do_not_escalate")
            )
            loose = replace(frame, mode="note" if frame.mode in ("open", "trigger") else frame.mode)
            self._excepting([child], frame if clause else loose, draft)


def _hands_on(said: str, span: Span) -> bool:
    """Whether it says who acts and by when."""
    told = routing(said, span)
    return bool(told.route and told.deadline)


def _without_counting(said: str, asks: Sequence[Span], counting: Sequence[Span]) -> list[Span]:
    return [
        left
        for ask in asks
        for left in without(
            said, ask, [Span(max(one.start, ask.start), max(ask.start, min(one.end, ask.end))) for one in counting]
        )
    ]
