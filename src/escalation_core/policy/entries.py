"""List entries with what is nested in them: criteria, their parts, or names of what stands below."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Use
from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.frames import Frame, headed, introduced, tidy
from escalation_core.policy.inline import led, listed_inline
from escalation_core.policy.kinds import Sort, sort_of
from escalation_core.policy.labels import Routing, labelled
from escalation_core.policy.legends import Meaning
from escalation_core.policy.levels import leads_with_level, level_named
from escalation_core.policy.nested import Nested
from escalation_core.policy.phrasing import cue
from escalation_core.policy.routes import acting, routing
from escalation_core.policy.seams import parted
from escalation_core.policy.sentences import sentences, stretches
from escalation_core.policy.strands import trigger_mode

_MEANING = 8
"""What says by when a level is acted on has no more words than this."""


class Entries(Nested):
    """Takes list entries."""

    def _sentences(self, line: Span, leads: bool, stack: list[tuple[int, Frame]]) -> Frame | None:
        """Sentences of running words, each for itself; the last may introduce what follows."""
        frame, intro = stack[-1][1], None
        said = [part for sentence in sentences(self.said, line) for part in parted(self.said, sentence)]
        skipped = self._led_in(said)
        for number, sentence in enumerate(said):
            last = number == len(said) - 1
            if number < skipped:
                self._use(sentence, Use.INTRODUCTION)
                continue
            if self._run_in(
                Span(said[0].start if number == skipped else sentence.start, sentence.end), sentence, frame
            ):
                continue
            if last and (leads or sentence.of(self.said).rstrip().endswith(":")):
                if sentence.of(self.said).rstrip(" *_").endswith((".", ")", "!")) and not self._points_on(sentence):
                    self._stated(sentence, frame, listed=False)
                    continue
                intro = introduced(self.said, sentence, self._spent(frame))
                self._opened = len(self.drafts)
                self._use(sentence, Use.INTRODUCTION)
            else:
                frame = self._ahead(sentence, frame, stack)
                self._stated(sentence, frame, listed=False)
        return intro

    def _led_in(self, said: Sequence[Span]) -> int:
        """How many sentences only lead the list of a later one: "Category I: ring the Duty Leader. That is so when a) …, b) …"."""
        if not said or not level_named(self.said, said[0]):
            return 0
        return next((number for number, one in enumerate(said) if listed_inline(self.said, one)), 0)

    def _run_in(self, whole: Span, sentence: Span, frame: Frame) -> bool:
        """Takes the entries of a list in a sentence, each for itself, with what is said ahead of it; False where it holds none."""
        found = listed_inline(self.said, sentence)
        inner = led(self.said, Span(whole.start, found[0].end), frame) if found else None
        if not found or not inner:
            return False
        self._use(found[0], Use.INTRODUCTION)
        for entry in found[1]:
            self._several(entry, replace(inner, mode=trigger_mode(inner), at_least=None), None, sure=True)
        return True

    def _points_on(self, sentence: Span) -> bool:
        """Whether a sentence points to what stands below it, and does not say what happens with everything else."""
        below, rest = (cue("cues", *key) for key in (("introducing", "anywhere"), ("default", "unnamed")))
        said = sentence.of(self.said)
        return bool(below.search(said)) and not rest.search(said)

    def _ahead(self, sentence: Span, frame: Frame, stack: list[tuple[int, Frame]]) -> Frame:
        """The frame, with who acts and by when where a sentence under a level says so ahead of its criteria."""
        if not (frame.severity or self._points_on(sentence)) or len(self.drafts) > self._since:
            return frame
        if not frame.severity and not routing(self.said, sentence).route:
            return frame
        if frame.severity and sort_of(self.said, sentence, frame, listed=False) != "follow_up":
            return frame
        told = acting(self.said, sentence)
        self._hold(stack, replace(told, deadline=told.deadline if not frame.deadline else None))
        return stack[-1][1]

    def _entry(self, block: Block, frame: Frame, stack: list[tuple[int, Frame]], introduced_: bool) -> None:
        """A list entry with what is nested in it."""
        span = self._body(block)
        label = block.mark.strip("().:") if block.mark.strip("().:").isalnum() else None
        chunks = stretches(self.view, block.lines)
        inner = self._levelled(Span(block.span.start, span.end), frame)
        if self._carries(span, stack) or (not block.children and self._means(span)):
            self._use(span, Use.PROCESS)
        elif len(chunks) > 1 and self._titled(chunks[0], leads=True) and level_named(self.said, chunks[0]):
            self._section(block, chunks, frame)
        elif inner and not block.children:
            self._several(span, inner, label, sure=True, tail=block.tail)
        elif frame.at_least is not None and frame.at_least != 1 and introduced_:
            self._combined(frame, block)
        elif block.children:
            self._parent(block, span, frame, label)
        else:
            self._several(span, frame, label, sure=introduced_, tail=block.tail)

    def _means(self, span: Span) -> bool:
        """Takes an entry that says of a level by when, or who acts, and nothing else: "Sev B — 4 h, ticket"."""
        level = level_named(self.said, span) if leads_with_level(self.said, span) else None
        rest = Span(level.end, span.end).trimmed(self.said, " :–—-()") if level else span
        told = (
            labelled(self.said, rest, sure=True) if level and len(rest.of(self.said).split()) <= _MEANING else Routing()
        )
        if not level or not told.deadline:
            return False
        self.legend.append(Meaning(tidy(level.of(self.said)), told))
        return True

    def _section(self, block: Block, chunks: Sequence[Span], frame: Frame) -> None:
        """An entry whose first line names a level and whose other lines say what it means."""
        since, self._since = self._since, len(self.drafts)
        inner = [(0, headed(self.said, chunks[0], frame))]
        self._use(chunks[0], Use.HEADING)
        intro: Frame | None = None
        for number, chunk in enumerate(chunks[1:], 2):
            if self._carries(chunk, inner):
                self._use(chunk, Use.PROCESS)
            elif number == len(chunks) and block.children:
                intro = self._sentences(chunk, True, inner)
            else:
                self._several(chunk, inner[-1][1], None)
        self.through(block.children, inner[-1][1], intro)
        self._since = since

    def _combined(self, frame: Frame, block: Block) -> None:
        """An entry under "two of the following": a part of the criterion that the introduction states."""
        intro = next((one for one, use in reversed(self.uses) if use is Use.INTRODUCTION), self._body(block))
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.span.start != intro.start:
            last = self._draft(intro, frame, _sort(frame))
            last.at_least = frame.at_least or None
        last.parts.append(self._part(block))


def _sort(frame: Frame) -> Sort:
    """Which sort of criterion entries that are counted together make, by what their introduction says of them."""
    if frame.mode in ("exception", "do_not_escalate"):
        return frame.mode
    return "trigger"
