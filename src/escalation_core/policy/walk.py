"""The walk through the blocks of a text: headings and introductions hand down to what stands below them."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Use
from escalation_core.model.span import Span
from escalation_core.policy.actions import action, leads
from escalation_core.policy.blocks import Block
from escalation_core.policy.entries import Entries
from escalation_core.policy.frames import Frame, headed
from escalation_core.policy.inline import listed_inline
from escalation_core.policy.kinds import sort_of
from escalation_core.policy.levels import level_named
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.sentences import sentences, stretches
from escalation_core.policy.strands import trigger_mode

_NAME = 5
"""A heading of more words than this over no criterion yet is a title, whatever team it seems to name."""

_SEVERAL = 2
"""So many fields in one line say each who acts, by when or how urgently."""
_ENTRY, _QUESTION, _OPENING, _TITLE = 30, 9, 5, 12
"""So many words at most has an entry of a list without marks, a question that is a heading, an opening, and a title."""


class Walk(Entries):
    """Takes headings and paragraphs, and whatever they hold."""

    def through(self, blocks: Sequence[Block], frame: Frame, intro: Frame | None = None) -> None:
        """Takes the blocks in order; each heading holds until the next of its rank."""
        stack: list[tuple[int, Frame]] = [(0, frame)]
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            match block.kind:
                case "heading":
                    self._heading(block.span, block.level, stack)
                    intro = None
                case "paragraph":
                    intro = self._paragraph(block, following, stack)
                    if intro and intro.at_least is None and self._anded(blocks, number + 1):
                        intro = replace(intro, at_least=0)
                case "entry":
                    self._listed += 1
                    self._entry(block, intro or stack[-1][1], stack, intro is not None)
                case "table":
                    held = blocks[number - 1].kind if number else "paragraph"
                    self._table(block, (intro if held == "paragraph" else None) or stack[-1][1])
                    intro = None
                case _:
                    self._use(block.span, Use.EXAMPLE)

    def _alone(self, block: Block, following: Block | None) -> bool:
        """Whether a short line stands by itself over running words."""
        words = block.span.of(self.said).split()
        over = following is not None and following.kind == "paragraph"
        return over and len(block.lines) == 1 and block.gap and 0 < len(words) <= 6 and words[0][:1].isupper()

    def _heading(self, span: Span, level: int, stack: list[tuple[int, Frame]]) -> None:
        empty = stack[-1][1] if len(stack) > 1 and not self._listed and self._since == len(self.drafts) else Frame()
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        frame = headed(self.said, span, stack[-1][1])
        if empty.severity and not frame.severity and (frame.route or frame.deadline):
            frame = headed(self.said, span, empty)
        if not self.uses and not self.drafts and level in (1, 7):
            loose = frame.mode in ("process", "note", "example")
            sure = frame.severity or frame.deadline
            frame = replace(frame, route=frame.route if sure else None, mode="open" if loose else frame.mode)
        elif not self.drafts and len(span.of(self.said).split()) > _NAME and not frame.severity and not frame.deadline:
            frame = replace(frame, route=stack[-1][1].route)
        stack.append((level, frame))
        self._since, self._listed = len(self.drafts), 0
        self._use(span, Use.HEADING)

    def _behind_action(self, lines: Sequence[Span]) -> Sequence[Span]:
        """The lines behind one that says what is done where the list above it holds, if the first of them does."""
        told = action(self.said, lines[0]) if leads(self.said, lines[0]) else None
        if not told or len(self.drafts) == self._opened:
            return lines
        self._inherit(self.drafts[self._opened :], told)
        self._use(lines[0], Use.PROCESS)
        return lines[1:]

    def _beside(self, line: Span, listed: bool, last: bool, stack: list[tuple[int, Frame]]) -> Use | None:
        """The use of a line that says who wrote the text, for whom or when, or only who acts on the criteria and by when."""
        if not self.drafts and opening("cues", "letterhead", "labels").match(self.said, line.start, line.end):
            return Use.NOTE
        if (
            not self.drafts
            and not self.uses
            and not listed
            and self._entitles(line)
            and not level_named(self.said, line)
        ):
            return Use.HEADING
        below = listed and last and len(stack) > 1 and len(self.drafts) == self._since
        alone = below and not level_named(self.said, line) and len(list(self._values(line))) < _SEVERAL
        told = self._handed(line) if alone else None
        if told:
            self._hold(stack, told)
        return Use.PROCESS if told or self._carries(line, stack) else None

    def _entitles(self, line: Span) -> bool:
        """Whether the first line of a text is its title: a few words that state no condition and end no sentence."""
        words = line.of(self.said).rstrip(" *_")
        conditional = cue("cues", "condition", "phrases").search(self.said, line.start, line.end)
        return len(words.split()) <= _TITLE and words[-1:] not in tuple(".:;,?!") and not conditional

    def _opens(self, line: Span) -> bool:
        """Whether a few words open what the next lines say: "NOT SO WHEN"."""
        words = line.of(self.said).split()
        return 0 < len(words) <= _OPENING and bool(cue("cues", "introducing", "ends").search(words[-1]))

    def _asked(self, lines: Sequence[Span], number: int, block: Block, following: Block | None) -> bool:
        """Whether a line is a question that stands as the heading of its answer."""
        line = lines[number]
        said = line.of(self.said).strip(" *_")
        answered = number + 1 < len(lines) or (following is not None and following.kind != "heading")
        return number == 0 and block.gap and answered and said.endswith("?") and len(said.split()) <= _QUESTION

    def _paragraph(self, block: Block, following: Block | None, stack: list[tuple[int, Frame]]) -> Frame | None:
        """The frame for the list that follows, where the paragraph introduces one."""
        lines = stretches(self.view, self._behind_action(block.lines))
        listed = following is not None and following.kind in ("entry", "table")
        if self._record(lines, stack):
            return None
        intro: Frame | None = None
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            after = (
                lines[number + 1]
                if not last
                else (following.span if following and following.kind == "paragraph" else None)
            )
            among = number > 0 or (after is not None and self._defined(after) is not None)
            frame = stack[-1][1]
            if use := self._beside(line, listed, last, stack):
                self._use(line, use)
            elif self._asked(lines, number, block, following) or (not last and self._opens(line)):
                self._heading(line, 7, stack)
            elif any(listed_inline(self.said, sentence) for sentence in sentences(self.said, line)):
                intro = self._sentences(line, listed and last, stack)
            elif (inner := self._levelled(line, frame)) and (
                ":" in line.of(self.said) or among or line.of(self.said).endswith(".")
            ):
                self._several(line, inner, None, sure=True)
            elif (worded := self._worded(line)) and frame.mode in ("open", "trigger"):
                self._several(worded, replace(frame, mode="trigger"), None, sure=True)
            elif self._titled(line, (listed and last) or self._alone(block, following)):
                if listed and last and line.of(self.said).rstrip().endswith(":"):
                    intro = headed(self.said, line, self._spent(stack[-1][1]))
                    self._use(line, Use.HEADING)
                else:
                    self._heading(line, 7, stack)
            elif not (listed and last) and self._bare(line, lines, frame):
                self._several(line, replace(frame, mode=trigger_mode(frame)), None, sure=True)
            else:
                intro = self._sentences(line, listed and last, stack)
        return intro

    def _bare(self, line: Span, lines: Sequence[Span], frame: Frame) -> bool:
        """Whether a line is an entry of a list without marks: short lines of one sentence each, below what lists criteria."""
        lists = frame.mode in ("do_not_escalate", "exception") or (
            frame.mode == "trigger" and bool(frame.severity or frame.route)
        )
        lists = lists and (len(lines) > 1 or (frame.mode != "trigger" and len(self.drafts) == self._since))
        short = [one for one in lines if self._short(one)]
        return (
            lists
            and line in short
            and len(short) * 2 >= len(lines)
            and sort_of(self.said, line, frame, listed=False) != "follow_up"
            and sort_of(self.said, line, frame, listed=True) in ("trigger", "exception", "do_not_escalate")
        )

    def _short(self, line: Span) -> bool:
        words = line.of(self.said).split()
        return 1 < len(words) <= _ENTRY and words[-1][-1] not in "?:" and len(sentences(self.said, line)) == 1
