"""The walk through the blocks of a text: headings and introductions hand down, entries, rows and sentences become items."""

import re
from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Kind, Use
from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.drafts import Draft
from escalation_core.policy.frames import Frame, column_of, counted, headed, introduced, stays, tidy
from escalation_core.policy.kinds import Sort, sort_of
from escalation_core.policy.levels import level_named, level_said
from escalation_core.policy.phrasing import cue
from escalation_core.policy.routes import Routing, labelled, routing
from escalation_core.policy.sentences import sentences, stretches
from escalation_core.policy.tables import Record, pieces, read_table

_LABEL = re.compile(r"[\s*_]*([^:\n.]{1,48}?)[\s*_]*:(?=\s)[\s*_]*")
_USES: dict[str, Use] = {"process": Use.PROCESS, "example": Use.EXAMPLE, "note": Use.NOTE, "follow_up": Use.PROCESS}
_SHORT = 70


class Walk:
    """What is found on the way; `said` is the text without markup, `view` the one with structure."""

    def __init__(self, view: str, said: str) -> None:
        self.view, self.said = view, said
        self.drafts: list[Draft] = []
        self.uses: list[tuple[Span, Use]] = []
        self._since = 0

    def through(self, blocks: Sequence[Block], frame: Frame) -> None:
        """Takes the blocks in order; each heading holds until the next of its rank."""
        stack: list[tuple[int, Frame]] = [(0, frame)]
        intro: Frame | None = None
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            match block.kind:
                case "heading":
                    self._heading(block.span, block.level, stack)
                    intro = None
                case "paragraph":
                    intro = self._paragraph(block, following, stack)
                case "entry":
                    self._entry(block, intro or stack[-1][1], stack, intro is not None)
                case "table":
                    self._table(block, intro or stack[-1][1])
                case _:
                    self._use(block.span, Use.EXAMPLE)

    def _use(self, span: Span, use: Use) -> None:
        self.uses.append((span, use))

    def _heading(self, span: Span, level: int, stack: list[tuple[int, Frame]]) -> None:
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        stack.append((level, headed(self.said, span, stack[-1][1])))
        self._since = len(self.drafts)
        self._use(span, Use.HEADING)

    def _paragraph(self, block: Block, following: Block | None, stack: list[tuple[int, Frame]]) -> Frame | None:
        """The frame for the list that follows, where the paragraph introduces one."""
        lines = stretches(self.view, block.lines)
        leads = following is not None and following.kind in ("entry", "table")
        if self._record(lines, stack):
            return None
        intro: Frame | None = None
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            if self._titled(line, leads and last and not (following and following.gap and not block.gap), stack, last):
                self._heading(line, 7, stack)
            else:
                intro = self._sentences(line, leads and last, stack)
        return intro

    def _titled(self, line: Span, leads: bool, stack: list[tuple[int, Frame]], last: bool) -> bool:
        """Whether a short line without a full stop stands as a heading."""
        words = self.said[line.start : line.end].strip()
        if len(words) > _SHORT or words.endswith((".", ";", "!", "?", ",")) or not words.strip(" :"):
            return False
        if routing(self.said, line).taken and len(words.split()) > 6:
            return False
        if words.endswith(":"):
            return len(words.split()) <= 5 and not counted(self.said, line)
        named = level_named(self.said, line)
        told = labelled(self.said, line)
        if named and named.end - named.start >= len(words) // 3:
            return True
        return len(words.split()) <= 8 and (leads or (bool(told.route) and not told.deadline) or (words.isupper() and len(words) > 3))

    def _sentences(self, line: Span, leads: bool, stack: list[tuple[int, Frame]]) -> Frame | None:
        """Sentences of running words, each for itself; the last may introduce what follows."""
        frame, intro = stack[-1][1], None
        said = sentences(self.said, line)
        for number, sentence in enumerate(said):
            last = number == len(said) - 1
            if last and (leads or sentence.of(self.said).rstrip().endswith(":")):
                if leads and not sentence.of(self.said).rstrip(" *_").endswith(":") and sort_of(self.said, sentence, frame, False) in ("trigger", "exception", "do_not_escalate"):
                    self._stated(sentence, frame, listed=False)
                    continue
                intro = introduced(self.said, sentence, frame)
                self._use(sentence, Use.INTRODUCTION)
            else:
                self._stated(sentence, frame, listed=False)
        return intro

    def _stated(self, span: Span, frame: Frame, listed: bool, parts: list[Draft] | None = None, label: str | None = None) -> Draft | None:
        """Takes one sentence or entry for what it is."""
        sort = sort_of(self.said, span, frame, listed)
        if sort in ("trigger", "exception", "do_not_escalate"):
            return self._draft(span, frame, sort, parts, label)
        if sort == "follow_up" and len(self.drafts) > self._since:
            self._inherit(self.drafts[-1:], routing(self.said, span))
        self._use(span, _USES[sort])
        return None

    def _draft(self, span: Span, frame: Frame, sort: Sort, parts: list[Draft] | None, label: str | None) -> Draft:
        told = routing(self.said, span)
        own, level = span, told.severity or level_said(self.said, span)
        head = _LABEL.match(self.said, span.start, span.end)
        if head and len(head[1].split()) <= 6:
            tag = labelled(self.said, Span(*head.span(1)))
            level = level or tag.severity
            told = Routing(told.route or tag.route, told.deadline or tag.deadline, None, (*((Span(span.start, head.end()),) if tag.taken else ()), *told.taken))
        kind = Kind(sort)
        draft = Draft(
            span=own,
            asks=_without(self.said, span, told.taken),
            kind=kind,
            route=tidy(told.route.of(self.said)) if told.route else frame.route,
            severity=tidy(level.of(self.said)) if level else frame.severity,
            deadline=tidy(told.deadline.of(self.said)) if told.deadline else (frame.deadline if not told.route or frame.deadline and told.route is None else frame.deadline),
            label=label,
            heading=frame.heading,
            stays=frame.stays and kind is Kind.TRIGGER,
            parts=parts or [],
        )
        self.drafts.append(draft)
        return draft

    def _inherit(self, drafts: Sequence[Draft], told: Routing) -> None:
        """Hands what a line below says to the criteria above it that do not say it themselves."""
        for draft in drafts:
            draft.route = draft.route or (tidy(told.route.of(self.said)) if told.route else None)
            draft.deadline = draft.deadline or (tidy(told.deadline.of(self.said)) if told.deadline else None)
            draft.severity = draft.severity or (tidy(told.severity.of(self.said)) if told.severity else None)

    def _entry(self, block: Block, frame: Frame, stack: list[tuple[int, Frame]], introduced_: bool) -> None:
        """A list entry with what is nested in it."""
        span = self._body(block)
        label = block.mark.strip("().:") if block.mark[-1:].isalnum() or block.mark.strip("().:").isalnum() else None
        children = [child for child in block.children if child.kind == "entry"]
        others = [child for child in block.children if child.kind != "entry"]
        if self._carries(span, stack):
            self._use(span, Use.PROCESS)
        elif frame.at_least is not None and frame.at_least != 1 and introduced_:
            self._combined(span, frame, block)
        elif children:
            self._parent(block, span, children, frame, label, stack)
        else:
            self._several(span, frame, label)
        for child in others:
            self.through([child], replace(frame, mode="note" if frame.mode == "trigger" else frame.mode))

    def _body(self, block: Block) -> Span:
        number = block.mark.strip("().:")
        start = block.lines[0].start
        if any(sign.isdigit() for sign in number) or (len(number) == 1 and number.isalpha()):
            start = max(0, self.view.rfind(block.mark, max(0, start - len(block.mark) - 8), start))
        return Span(start if start >= 0 else block.lines[0].start, block.lines[-1].end)

    def _combined(self, span: Span, frame: Frame, block: Block) -> None:
        """An entry under "two of the following": a part of the criterion that the introduction states."""
        intro = next((one for one, use in reversed(self.uses) if use is Use.INTRODUCTION), span)
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.span.start != intro.start:
            last = self._draft(intro, frame, _sort(frame), [], None)
            last.at_least = frame.at_least or None
        last.parts.append(Draft(span, (span,), Kind.PART))

    def _parent(self, block: Block, span: Span, children: Sequence[Block], frame: Frame, label: str | None, stack: list[tuple[int, Frame]]) -> None:
        """An entry with entries of its own: a heading for them, or a criterion with parts."""
        words = span.of(self.said).rstrip(" *_")
        count = counted(self.said, span)
        bodies = [self._body(child) for child in children]
        if count is not None and count != 1:
            draft = self._stated(span, replace(frame, mode=_trigger_mode(frame)), True, [Draft(body, (body,), Kind.PART) for body in bodies], label)
            if draft:
                draft.at_least = count or None
            return
        conditional = bool(cue("cues", "condition", "phrases").search(self.said, span.start, span.end))
        title = (len(words.split()) <= 5 and not conditional) or words.endswith(":")
        if title and not _numbered(block):
            inner = introduced(self.said, span, frame)
            inner = headed(self.said, span, inner) if len(words.split()) <= 6 else inner
            self._use(span, Use.INTRODUCTION)
        else:
            self._several(span, frame, label)
            inner = replace(frame, mode=frame.mode if _numbered(children[0]) else "note")
        for child in children:
            self._entry(child, inner, stack, True)

    def _several(self, span: Span, frame: Frame, label: str | None) -> None:
        """The sentences of an entry: the first states it; a later one counts for itself only where it clearly does."""
        said = sentences(self.said, span)
        first: Draft | None = None
        for number, sentence in enumerate(said):
            if number == 0:
                first = self._stated(sentence, frame, listed=True, label=label)
                continue
            sort = sort_of(self.said, sentence, replace(frame, mode="open", severity=None) if first else frame, listed=False)
            if first and sort in ("note", "example"):
                continue
            self._stated(sentence, replace(frame, mode="open", severity=frame.severity), listed=False)
        if first and len(said) > 1 and self.drafts[-1] is first:
            first.span = span if all(sort_of(self.said, one, replace(frame, mode="open"), False) == "note" for one in said[1:]) and False else first.span

    def _carries(self, span: Span, stack: list[tuple[int, Frame]]) -> bool:
        """Whether a line holds nothing but a route, a time or a level for those around it."""
        head = _LABEL.match(self.said, span.start, span.end)
        column = column_of(tidy(head[1])) if head else None
        if column not in ("route", "deadline", "severity"):
            told = labelled(self.said, span)
            if not (told.deadline and not told.route and len(span.of(self.said).split()) <= 8):
                return False
        else:
            assert head is not None
            told = self._valued(column, Span(head.end(), span.end))
        self._inherit(self.drafts[self._since :], told)
        level, frame = stack[-1]
        stack[-1] = level, self._filled(frame, told)
        return True

    def _valued(self, column: str | None, span: Span) -> Routing:
        """What the value of a label or a cell of that kind of column says."""
        told = labelled(self.said, span)
        if not told.taken:
            told = routing(self.said, span)
        match column:
            case "route" if not told.route and span.end > span.start:
                return replace(told, route=span)
            case "deadline" if not told.deadline and span.end > span.start:
                return Routing(told.route, span if len(span.of(self.said).split()) <= 6 else None, None)
            case "severity":
                return Routing(None, told.deadline, told.severity or level_named(self.said, span) or span)
        return told

    def _filled(self, frame: Frame, told: Routing) -> Frame:
        return replace(
            frame,
            route=tidy(told.route.of(self.said)) if told.route else frame.route,
            deadline=tidy(told.deadline.of(self.said)) if told.deadline else frame.deadline,
            severity=tidy(told.severity.of(self.said)) if told.severity else frame.severity,
        )

    def _record(self, lines: Sequence[Span], stack: list[tuple[int, Frame]]) -> bool:
        """Lines of the form "label: value" that together make one criterion."""
        heads = [_LABEL.match(self.said, line.start, line.end) for line in lines]
        columns = [column_of(tidy(head[1])) if head else None for head in heads]
        if len(lines) < 2 or "condition" not in columns or sum(name is not None for name in columns) * 3 < len(lines) * 2:
            return False
        cells = tuple((name or "other", Span(head.end(), line.end)) for name, head, line in zip(columns, heads, lines, strict=True) if head)
        self._row(Record(Span(lines[0].start, lines[-1].end), cells), stack[-1][1])
        for line in lines:
            self._use(line, Use.PROCESS)
        return True

    def _table(self, block: Block, frame: Frame) -> None:
        table = read_table(self.view, block)
        if table.header:
            self._use(table.header, Use.HEADING)
        inner = frame if frame.mode != "open" else replace(frame, mode="trigger")
        for record in table.records:
            self._use(record.span, Use.PROCESS if frame.mode in ("process", "note") else Use.NOTE)
            inner = self._row(record, inner)

    def _row(self, record: Record, frame: Frame) -> Frame:
        """The criteria of one row; a row with one cell only is a heading for those below."""
        filled = [(name, span) for name, span in record.cells if span.end > span.start]
        if len(filled) == 1 and len(record.cells) > 1:
            return headed(self.said, filled[0][1], frame)
        inner = frame
        for column in ("severity", "deadline", "route"):
            cell = record.first(column)
            if cell and column != "severity" and self.said[cell.start : cell.end].strip(" -–—") == "":
                continue
            if cell:
                inner = self._filled(inner, self._valued(column, cell))
                inner = replace(inner, stays=inner.stays or stays(cell.of(self.said)))
        action = record.first("process")
        if action and not record.first("route"):
            told = routing(self.said, action)
            inner = self._filled(replace(inner, stays=inner.stays or (not told.route and stays(action.of(self.said)))), Routing(told.route, None if inner.deadline else told.deadline))
        cell = record.first("condition")
        label = record.first("number")
        for piece in pieces(self.view, cell) if cell else ():
            self._several(piece, inner, label.of(self.said) if label else None)
        exception = record.first("exception")
        if exception and tidy(exception.of(self.said)) and self.said[exception.start : exception.end].strip(" -–—"):
            self._draft(exception, inner, "exception", None, None)
        return frame


def _sort(frame: Frame) -> Sort:
    return frame.mode if frame.mode in ("exception", "do_not_escalate") else "trigger"  # type: ignore[return-value]


def _trigger_mode(frame: Frame) -> str:  # type: ignore[return]
    return "trigger" if frame.mode == "open" else frame.mode


def _numbered(block: Block) -> bool:
    return any(sign.isdigit() for sign in block.mark)


def _without(said: str, span: Span, taken: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of a stretch beside the words of its routing."""
    left, at = [], span.start
    for stretch in sorted(taken):
        left.append(Span(at, max(at, min(stretch.start, span.end))))
        at = max(at, stretch.end)
    left.append(Span(min(at, span.end), span.end))
    return tuple(kept for kept in (_stripped(said, one) for one in left) if kept.of(said).strip(" .,;:()→-–—"))


def _stripped(said: str, span: Span) -> Span:
    words = span.of(said)
    start = span.start + len(words) - len(words.lstrip(" ,;:.)"))
    return Span(start, max(start, span.start + len(words.rstrip(" ,;:("))))
