"""The walk through the blocks of a text: headings and introductions hand down, entries, rows and sentences become items."""

import re
from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Kind, Use
from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.drafts import Draft
from escalation_core.policy.frames import Frame, column_of, counted, headed, introduced, stays, team, tidy
from escalation_core.policy.kinds import Sort, sort_of
from escalation_core.policy.levels import level_named, level_said
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.routes import Routing, labelled, routing
from escalation_core.policy.sentences import sentences, stretches
from escalation_core.policy.timing import deadlines, labelled_deadline
from escalation_core.policy.tables import Record, pieces, read_table

_LABEL = re.compile(r"[\s*_]*([^:\n.]{1,48}?)[\s*_]*:(?=\s)[\s*_]*")
_USES: dict[str, Use] = {"process": Use.PROCESS, "example": Use.EXAMPLE, "note": Use.NOTE, "follow_up": Use.PROCESS}
_CRITERIA = frozenset({"trigger", "exception", "do_not_escalate"})
_LEAD = re.compile(r"\(?[\w.]{1,6}[.)]\s+(?:[A-Z][\w ]{2,30}\.\s+)?")
_MARK = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5}|[A-Z]{1,2}\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})+)\s+")
_AFTER_LEVEL = re.compile(r"[)\s*_]*(?:[:–—]|\s-)\s+")
_SHORT, _REACH = 70, 200


class Walk:
    """What is found on the way; `said` is the text without markup, `view` the one with structure."""

    def __init__(self, view: str, said: str) -> None:
        self.view, self.said = view, said
        self.drafts: list[Draft] = []
        self.uses: list[tuple[Span, Use]] = []
        self._since = self._listed = 0

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

    def _anded(self, blocks: Sequence[Block], start: int) -> bool:
        """Whether the entries of the list that begins here are joined by "and"."""
        ends = []
        for block in blocks[start:]:
            if block.kind != "entry" or block.children:
                break
            ends.append(self.said[block.span.start : block.span.end].split()[-1:][0].strip(";,") if self.said[block.span.start : block.span.end].split() else "")
        return len(ends) > 1 and bool(cue("cues", "joining", "all").fullmatch(ends[-2]))

    def _use(self, span: Span, use: Use) -> None:
        self.uses.append((span, use))

    def _heading(self, span: Span, level: int, stack: list[tuple[int, Frame]]) -> None:
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        frame = headed(self.said, span, stack[-1][1])
        if not self.uses and not self.drafts and level in (1, 7):
            loose = frame.mode in ("process", "note", "example")
            frame = replace(frame, route=None, mode="open" if loose else frame.mode)
        stack.append((level, frame))
        self._since, self._listed = len(self.drafts), 0
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
            after = lines[number + 1] if not last else (following.span if following and following.kind == "paragraph" else None)
            among = number > 0 or (after is not None and self._defined(after) is not None)
            frame = stack[-1][1]
            if self._carries(line, stack):
                self._use(line, Use.PROCESS)
            elif (inner := self._levelled(line, frame)) and (":" in line.of(self.said) or among or line.of(self.said).endswith(".")):
                self._several(line, inner, None, sure=True)
            elif (worded := self._worded(line)) and frame.mode in ("open", "trigger"):
                self._several(worded, replace(frame, mode="trigger"), None, sure=True)
            elif self._titled(line, leads and last):
                if leads and last and line.of(self.said).rstrip().endswith(":"):
                    intro = headed(self.said, line, self._spent(stack[-1][1]))
                    self._use(line, Use.HEADING)
                else:
                    self._heading(line, 7, stack)
            else:
                intro = self._sentences(line, leads and last, stack)
        return intro

    def _titled(self, line: Span, leads: bool) -> bool:
        """Whether a short line without a full stop stands as a heading."""
        words = self.said[line.start : line.end].strip()
        if len(words) > _SHORT or words.endswith((".", ";", "!", "?", ",")) or not words.strip(" :"):
            return False
        if routing(self.said, line).taken and len(words.split()) > 6:
            return False
        if cue("cues", "introducing", "ends").search(words[-12:]) and not words.endswith(":") and re.search(r"\w$", words) and cue("cues", "introducing", "ends").search(words.split()[-1]):
            return False
        if words.endswith(":"):
            return len(words.split()) <= 5 and not counted(self.said, line)
        named = level_named(self.said, line)
        told = labelled(self.said, line)
        if named:
            return named.end - named.start >= len(words) // 3 or len(words.split()) <= 8
        return len(words.split()) <= 8 and (leads or (bool(told.route) and not told.deadline) or (words.isupper() and len(words) > 3))

    def _defined(self, span: Span) -> Span | None:
        """The words that say what a level means, where a stretch begins with the level's name and a colon or dash."""
        named = level_named(self.said, span)
        mark = _AFTER_LEVEL.match(self.said, named.end, span.end) if named else None
        rest = Span(mark.end(), span.end) if mark else None
        return rest if rest and len(rest.of(self.said).split()) > 1 and not self._fields(rest) else None

    def _fields(self, span: Span) -> bool:
        """Whether a stretch holds only who acts and by when."""
        return bool(labelled(self.said, span).taken)

    def _levelled(self, span: Span, frame: Frame) -> Frame | None:
        """The frame of a stretch that names its level and says what it means."""
        named = level_named(self.said, span)
        if named is None or frame.mode in ("process", "note", "example") or not self._defined(span):
            return None
        return replace(frame, severity=tidy(named.of(self.said)), mode=_trigger_mode(frame))

    def _worded(self, span: Span) -> Span | None:
        """What stands after a label that says that a condition follows."""
        head = _LABEL.match(self.said, span.start, span.end)
        named = head and column_of(tidy(head[1])) == "condition" and len(head[1].split()) <= 2
        return Span(head.end(), span.end) if head and named and len(self.said[head.end() : span.end].split()) > 2 else None

    def _sentences(self, line: Span, leads: bool, stack: list[tuple[int, Frame]]) -> Frame | None:
        """Sentences of running words, each for itself; the last may introduce what follows."""
        frame, intro = stack[-1][1], None
        said = sentences(self.said, line)
        for number, sentence in enumerate(said):
            last = number == len(said) - 1
            if last and (leads or sentence.of(self.said).rstrip().endswith(":")):
                if sentence.of(self.said).rstrip(" *_").endswith((".", ")", "!")) and not cue("cues", "introducing", "anywhere").search(self.said, sentence.start, sentence.end):
                    self._stated(sentence, frame, listed=False)
                    continue
                intro = introduced(self.said, sentence, self._spent(frame))
                self._use(sentence, Use.INTRODUCTION)
            else:
                self._stated(sentence, frame, listed=False)
        return intro

    def _stated(self, span: Span, frame: Frame, listed: bool, parts: list[Draft] | None = None, label: str | None = None) -> Draft | None:
        """Takes one sentence or entry for what it is."""
        sort = sort_of(self.said, span, frame, listed)
        if sort in _CRITERIA:
            return self._draft(span, frame, sort, parts, label)
        if sort == "note" and frame.severity and len(self.drafts) == self._since and _defines(self.said, span):
            return self._draft(span, frame, "trigger", parts, label)
        if sort == "follow_up" and len(self.drafts) > self._since:
            told = routing(self.said, span)
            due = told.deadline or next(iter(deadlines(self.said, span)), None)
            self._inherit(self.drafts[self._since if frame.severity else -1 :], replace(told, deadline=due))
        self._use(span, _USES[sort])
        return None

    def _draft(self, span: Span, frame: Frame, sort: Sort, parts: list[Draft] | None, label: str | None, said: Sequence[Span] = ()) -> Draft:
        told = _joined([routing(self.said, one) for one in said or (span,)])
        level = told.severity or next((named for one in said or (span,) if (named := level_said(self.said, one))), None)
        head = _LABEL.match(self.said, span.start, span.end)
        if head and len(head[1].split()) <= 6:
            tag = labelled(self.said, Span(*head.span(1)))
            level = level or tag.severity
            told = Routing(told.route or tag.route, told.deadline or tag.deadline, None, (*((Span(span.start, head.end()),) if tag.taken else ()), *told.taken))
        kind = Kind(sort)
        mark = _MARK.match(self.said, span.start, span.end)
        taken = (*((Span(span.start, mark.end()),) if mark else ()), *told.taken)
        if kind is Kind.DO_NOT_ESCALATE and frame.mode != "do_not_escalate":
            frame = replace(frame, route=None, deadline=None)
        draft = Draft(
            span=span,
            asks=_without(self.said, span, taken),
            kind=kind,
            route=team(told.route.of(self.said)) if told.route else frame.route,
            severity=tidy(level.of(self.said)) if level else frame.severity,
            deadline=tidy(told.deadline.of(self.said)) if told.deadline else frame.deadline,
            label=label,
            heading=frame.heading,
            stays=frame.stays and kind is Kind.TRIGGER,
            parts=parts or [],
        )
        self.drafts.append(draft)
        return draft

    def _inherit(self, drafts: Sequence[Draft], told: Routing) -> None:
        """Hands what a line below says to the criteria above it that do not say it themselves."""
        for draft in drafts[-_REACH:]:
            draft.route = draft.route or (team(told.route.of(self.said)) if told.route else None)
            draft.deadline = draft.deadline or (tidy(told.deadline.of(self.said)) if told.deadline else None)
            draft.severity = draft.severity or (tidy(told.severity.of(self.said)) if told.severity else None)

    def _entry(self, block: Block, frame: Frame, stack: list[tuple[int, Frame]], introduced_: bool) -> None:
        """A list entry with what is nested in it."""
        span = self._body(block)
        label = block.mark.strip("().:") if block.mark.strip("().:").isalnum() else None
        chunks = stretches(self.view, block.lines)
        inner = self._levelled(Span(block.span.start, span.end), frame)
        if self._carries(span, stack):
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

    def _body(self, block: Block) -> Span:
        start = block.lines[0].start
        if _marked(block):
            start = max(0, self.view.rfind(block.mark, max(0, start - len(block.mark) - 8), start))
        return Span(start if start >= 0 else block.lines[0].start, block.lines[-1].end)

    def _combined(self, frame: Frame, block: Block) -> None:
        """An entry under "two of the following": a part of the criterion that the introduction states."""
        intro = next((one for one, use in reversed(self.uses) if use is Use.INTRODUCTION), self._body(block))
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.span.start != intro.start:
            last = self._draft(intro, frame, _sort(frame), [], None)
            last.at_least = frame.at_least or None
        last.parts.append(self._part(block))

    def _part(self, block: Block) -> Draft:
        """An entry as a part, with the parts that are nested in it."""
        span = self._body(block)
        held = [self._part(child) for child in block.children if child.kind == "entry"]
        return Draft(span, (span,), Kind.PART, at_least=self._how_many(span, block) if held else None, parts=held)

    def _how_many(self, span: Span, block: Block) -> int | None:
        """How many of an entry's parts must hold: as it says, else all where "and" joins them, else any."""
        count = counted(self.said, span)
        if count is not None:
            return count or None
        return None if self._anded(block.children, 0) else 1

    def _parent(self, block: Block, span: Span, frame: Frame, label: str | None) -> None:
        """An entry with entries of its own: a heading for them, an introduction, or a criterion with parts."""
        chunks = stretches(self.view, block.lines)
        if len(chunks) > 1 and self._titled(chunks[0], leads=True):
            frame = headed(self.said, chunks[0], frame)
            self._use(chunks[0], Use.HEADING)
            span = Span(chunks[1].start, span.end)
        bare = Span(max(span.start, block.span.start), span.end)
        words = span.of(self.said).rstrip(" *_")
        count = counted(self.said, span)
        own = self._own_words(span)
        conditional = bool(cue("cues", "condition", "phrases").search(self.said, span.start, span.end))
        opened = bool(cue("cues", "introducing", "ends").search(words[-20:].rstrip(" :,;")) and words[-1:] != ".") or words.endswith((":", ","))
        joined = self._how_many(span, block) is None
        if joined or count is not None and (count != 1 or own > 1):
            self._whole(block, span, frame, label)
        elif self._names(bare, conditional) or (opened and own <= 1):
            self._under(block, bare, frame, words)
        elif (opened or _lettered(block)) and not _numbered(block.children[0]):
            self._whole(block, span, frame, label)
        else:
            self._several(span, frame, label, sure=opened, tail=block.tail)
            self._clarified(block, frame)

    def _names(self, span: Span, conditional: bool) -> bool:
        """Whether an entry is only the name of what is nested in it."""
        words = re.sub(r"[(\[][^()\[\]]*[)\]]|[–—:,].*$", "", span.of(self.said).rstrip(" *_:"))
        if words.endswith(".") or len(words.split()) > 8:
            return False
        told = headed(self.said, span, Frame())
        return told.mode in ("do_not_escalate", "exception") or (len(words.split()) <= 5 and not conditional)

    def _own_words(self, span: Span) -> int:
        """How many words of an entry state a condition of its own, beside routing and counting."""
        head = _LEAD.match(self.said, span.start, span.end)
        span = Span(head.end(), span.end) if head else span
        left = _without(self.said, span, [*routing(self.said, span).taken, *self._counting(span)])
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
        draft = self._several(span, replace(frame, mode=_trigger_mode(frame), at_least=None), label, True, held, block.tail)
        if draft and held:
            draft.at_least = self._how_many(span, block)
            left = _without_counting(self.said, draft.asks, self._counting(span))
            draft.asks = tuple(one for one in left if self._weight(one) > 1) or draft.asks
        self.through(alone, replace(frame, at_least=None))

    def _stands_alone(self, child: Block) -> bool:
        span = self._body(child)
        return bool(opening("cues", "exception", "starts").match(self.said, child.span.start, span.end) or routing(self.said, span).route)

    def _under(self, block: Block, span: Span, frame: Frame, words: str) -> None:
        """An entry that only names or introduces what is nested in it."""
        inner = introduced(self.said, span, frame)
        short = len(words.split()) <= 6 or level_named(self.said, span) is not None
        inner = replace(headed(self.said, span, inner), at_least=inner.at_least) if short else inner
        self._use(span, Use.INTRODUCTION)
        self.through(block.children, replace(inner, at_least=None) if inner.at_least == 1 else inner, inner if words.endswith(":") or not short else None)

    def _clarified(self, block: Block, frame: Frame) -> None:
        """What is nested in a criterion that stands on its own: clauses, exceptions, or remarks on it."""
        for child in block.children:
            clause = child.kind == "entry" and (_numbered(child) or self._stands_alone(child) or cue("cues", "condition", "phrases").search(self.said, child.span.start, child.span.end))
            self.through([child], frame if clause else replace(frame, mode="note" if frame.mode in ("open", "trigger") else frame.mode))

    def _several(self, span: Span, frame: Frame, label: str | None, sure: bool = False, parts: list[Draft] | None = None, tail: Sequence[Span] = ()) -> Draft | None:
        """An entry or cell is one criterion with all its sentences; only an exception inside it stands for itself."""
        said = sentences(self.said, span)
        if not any(sign.isalnum() for sign in span.of(self.said)):
            return None
        cut = next((n for n, one in enumerate(said) if n and opening("cues", "exception", "starts").match(self.said, one.start, one.end)), len(said))
        lead = said[1] if cut > 1 and _title(self.said, said[0]) else said[0]
        sort = self._sorted(said[:cut], lead, frame, sure)
        if sort not in _CRITERIA:
            self._use(span, _USES[sort])
            return None
        draft = self._draft(Span(span.start, said[cut - 1].end), frame, sort, parts, label, [*said[:cut], *tail])
        for one in said[cut:]:
            self._stated(one, frame, listed=True)
        return draft

    def _sorted(self, said: Sequence[Span], lead: Span, frame: Frame, sure: bool) -> Sort:
        """What an entry is: what its first sentence is, unless a later one takes it back or hands it on."""
        sort = sort_of(self.said, lead, frame, True, sure)
        if lead is not said[0] and (taken := sort_of(self.said, said[0], replace(frame, mode="open"), False)) in ("exception", "do_not_escalate"):
            return taken
        later = [sort_of(self.said, one, frame, False) for one in said if one.start > lead.start]
        if sort != "exception" and not routing(self.said, Span(said[0].start, said[-1].end)).route:
            taken_back = next((one for one in later if one in ("exception", "do_not_escalate")), None)
            return taken_back or sort
        if sort == "process" and any(routing(self.said, one).route for one in said[1:]) and len(said) > 1:
            return "trigger"
        return sort

    def _carries(self, span: Span, stack: list[tuple[int, Frame]]) -> bool:
        """Whether a line holds nothing but a route, a time or a level for those around it."""
        head = _LABEL.match(self.said, span.start, span.end)
        column = column_of(tidy(head[1])) if head else None
        if head and column in ("process", "note"):
            self._inherit(self.drafts[self._since :], Routing(routing(self.said, Span(head.end(), span.end)).route))
            return True
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
        yes = opening("routes", "answers", "yes").match(self.said, span.start, span.end)
        span = Span(yes.end() + len(self.said[yes.end() : span.end]) - len(self.said[yes.end() : span.end].lstrip(" ,;:–-")), span.end) if yes else span
        told = labelled(self.said, span)
        if not told.taken:
            told = routing(self.said, span)
        match column:
            case "route" if opening("routes", "answers", "no").fullmatch(self.said, span.start, span.end):
                return Routing()
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
            route=team(told.route.of(self.said)) if told.route else frame.route,
            deadline=tidy(told.deadline.of(self.said)) if told.deadline else frame.deadline,
            severity=tidy(told.severity.of(self.said)) if told.severity else frame.severity,
        )

    def _spent(self, frame: Frame) -> Frame:
        """A level whose criteria were listed already: what is listed after them are examples, where it is called so."""
        return replace(frame, listed=self._listed > 1)

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
        if not any(record.first("condition") or record.first("example") for record in table.records):
            self._timed(table.records)
            return
        for record in table.records:
            self._use(record.span, Use.PROCESS if frame.mode in ("process", "note") else Use.NOTE)
            inner = self._row(record, inner)

    def _timed(self, records: Sequence[Record]) -> None:
        """A table of levels that defines none of them says who acts and by when for those defined above."""
        for record in records:
            self._use(record.span, Use.PROCESS)
            level = record.first("severity")
            told = self._row_frame(record, Frame())
            same = [draft for draft in self.drafts if level and draft.severity and _alike(draft.severity, level.of(self.said))]
            for draft in same[:_REACH]:
                draft.route, draft.deadline = draft.route or told.route, draft.deadline or told.deadline
                draft.stays = draft.stays or told.stays

    def _row(self, record: Record, frame: Frame) -> Frame:
        """The criteria of one row; a row with one cell only is a heading for those below."""
        filled = [(name, span) for name, span in record.cells if span.end > span.start]
        if len(filled) == 1 and len(record.cells) > 1:
            if len(filled[0][1].of(self.said).split()) > 8:
                self._several(filled[0][1], replace(frame, mode=_trigger_mode(frame)), None)
                return frame
            return headed(self.said, filled[0][1], frame)
        inner = self._row_frame(record, frame)
        cell = record.first("condition")
        label = record.first("number")
        for piece in pieces(self.view, cell) if cell else ():
            self._several(piece, inner, label.of(self.said) if label else None, sure=True)
        exception = record.first("exception")
        if exception and tidy(exception.of(self.said)) and self.said[exception.start : exception.end].strip(" -–—"):
            self._draft(exception, inner, "exception", None, None)
        return frame

    def _row_frame(self, record: Record, frame: Frame) -> Frame:
        """What the columns of a row hand down to its criteria."""
        inner = frame
        for column in ("severity", "deadline", "route"):
            cell = record.first(column)
            if cell:
                inner = self._filled(inner, self._valued(column, cell))
                none = column == "route" and opening("routes", "answers", "no").fullmatch(self.said, cell.start, cell.end)
                inner = replace(inner, stays=inner.stays or bool(none) or stays(cell.of(self.said)))
        action = record.first("process")
        if action:
            inner = self._acted(action, inner, record)
        return inner

    def _acted(self, cell: Span, frame: Frame, record: Record) -> Frame:
        """What a column of actions says about who acts and by when, where no column of its own does."""
        said = pieces(self.view, cell)
        told = [routing(self.said, piece) for piece in said]
        route = None if record.first("route") else next((one.route for one in told if one.route), None)
        due = None if record.first("deadline") else next((when for piece in said if (when := labelled_deadline(self.said, piece))), None)
        calm = not route and not record.first("route") and stays(cell.of(self.said))
        return self._filled(replace(frame, stays=frame.stays or calm), Routing(route, due))


def _joined(told: Sequence[Routing]) -> Routing:
    """What several sentences of one criterion say together; the first to say it counts."""
    return Routing(
        next((one.route for one in told if one.route), None),
        next((one.deadline for one in told if one.deadline and one.route), None) or next((one.deadline for one in told if one.deadline), None),
        next((one.severity for one in told if one.severity), None),
        tuple(stretch for one in told for stretch in one.taken),
    )


def _alike(level: str, other: str) -> bool:
    """Whether two names are of the same level."""
    one, two = (re.sub(r"[\W_]+", " ", name.lower()).strip() for name in (level, other))
    return bool(one and two) and (one == two or f" {two} " in f" {one} " or f" {one} " in f" {two} ")


def _defines(said: str, span: Span) -> bool:
    """Whether the first sentence below a level can say what the level means."""
    return len(span.of(said).split()) > 2 and not opening("cues", "note", "starts").match(said, span.start, span.end)


def _title(said: str, span: Span) -> bool:
    """Whether the first sentence of an entry is only its name."""
    words = span.of(said).strip().split()
    return 0 < len(words) <= 6 and words[-1].endswith(".")


def _sort(frame: Frame) -> Sort:
    return frame.mode if frame.mode in ("exception", "do_not_escalate") else "trigger"  # type: ignore[return-value]


def _trigger_mode(frame: Frame) -> str:  # type: ignore[return]
    return "trigger" if frame.mode == "open" else frame.mode


def _marked(block: Block) -> bool:
    """Whether an entry has a number or letter of its own, and no mere bullet."""
    return any(sign.isdigit() for sign in block.mark) or (block.mark.strip("().:").isalpha() and not block.mark.isalpha())


def _lettered(block: Block) -> bool:
    return any(_marked(child) for child in block.children)


def _without_counting(said: str, asks: Sequence[Span], counting: Sequence[Span]) -> list[Span]:
    return [left for ask in asks for left in _without(said, ask, [Span(max(one.start, ask.start), max(ask.start, min(one.end, ask.end))) for one in counting])]


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
