"""Lines that state no condition but hold a team, a time or a level for the criteria around them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from escalation_core.model.span import Span
from escalation_core.policy.frames import Frame, column_of, counted, headed, team, tidy
from escalation_core.policy.labels import LABEL, Routing, labelled
from escalation_core.policy.ledger import Ledger
from escalation_core.policy.levels import level_named, names_one
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.routes import routing
from escalation_core.policy.sentences import sentences
from escalation_core.policy.strands import trigger_mode
from escalation_core.policy.timing import deadlines

_AFTER_LEVEL = re.compile(r"[)\s*_]*(?:[:–—]|\s-)\s+")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_INNER = re.compile(r"(?:(?<=\s)|^|\A)[*_]*([A-Z]\w{1,15}(?: [a-z]\w{1,12})?):[*_]*\s+")
_FIELDS = ("route", "deadline", "severity")
_HANDED = 16
"""A line that only says who acts and by when has no more words than this."""
_SHORT = 70
_VALUE = 12
"""The value of a field has no more words than this."""
_NAME = 4
"""A label of more words than this is a sentence that only happens to hold a column's name."""


class Carriers(Ledger):
    """Takes labels, fields and levels at the head of a line."""

    def _carries(self, span: Span, stack: list[tuple[int, Frame]]) -> bool:
        """Whether a line holds nothing but a route, a time or a level for those around it."""
        head = LABEL.match(self.said, span.start, span.end)
        if stack[-1][1].mode == "exception":
            return False
        fields = list(self._values(span)) if head else []
        if len(fields) > 1:
            for told in fields:
                self._hold(stack, told)
                self._inherit(self.drafts[self._since :], told)
            return True
        column = column_of(tidy(head[1])) if head and not names_one(self.said, Span(*head.span(1))) else None
        if head and column in ("process", "note") and len(head[1].split()) <= _NAME:
            self._inherit(self.drafts[self._since :], Routing(routing(self.said, Span(head.end(), span.end)).route))
            return True
        if column not in ("route", "deadline", "severity"):
            told = labelled(self.said, span)
            if not (told.deadline and not told.route and len(span.of(self.said).split()) <= 8):
                return False
        else:
            assert head is not None
            value = Span(head.end(), span.end)
            if len(value.of(self.said).split()) > _VALUE or value.of(self.said).startswith(('"', "“")):
                return False
            told = self._valued(column, value)
        self._inherit(self.drafts[self._since :], told)
        self._hold(stack, told)
        return True

    def _hold(self, stack: list[tuple[int, Frame]], told: Routing) -> None:
        """Hands what a line says to all that follows below the same heading."""
        level, frame = stack[-1]
        stack[-1] = level, self._filled(frame, told)

    def _handed(self, line: Span) -> Routing | None:
        """Who acts and by when, where a line between a heading and its list says nothing else: "Ticket Lead. End of shift."."""
        if len(line.of(self.said).split()) > _HANDED or line.of(self.said).rstrip().endswith(":"):
            return None
        if cue("levels", "legend", "conditional").search(self.said, line.start, line.end):
            return None
        told = Routing()
        for sentence in sentences(self.said, line):
            one = labelled(self.said, sentence, sure=True)
            one = one if one.taken else routing(self.said, sentence)
            due = one.deadline or next(iter(deadlines(self.said, sentence)), None)
            told = Routing(told.route or one.route, told.deadline or due, told.severity or one.severity)
        return told if told.route or told.deadline else None

    def _values(self, span: Span) -> Iterator[Routing]:
        """What several fields in one line say: "Queue: Crisis Pod  Clock: 10 minutes"."""
        heads = [one for one in _INNER.finditer(self.said, span.start, span.end) if column_of(tidy(one[1])) in _FIELDS]
        ends = [one.start() for one in heads[1:]] + [span.end]
        for head, end in zip(heads, ends, strict=False):
            yield self._valued(column_of(tidy(head[1])), Span(head.end(), end).trimmed(self.said, " *_,;·|\n"))

    def _valued(self, column: str | None, span: Span) -> Routing:
        """What the value of a label or a cell of that kind of column says."""
        yes = opening("routes", "answers", "yes").match(self.said, span.start, span.end)
        span = (
            Span(
                yes.end()
                + len(self.said[yes.end() : span.end])
                - len(self.said[yes.end() : span.end].lstrip(" ,;:–-")),
                span.end,
            )
            if yes
            else span
        )
        if cue("routes", "opened", "phrases").match(self.said, span.start, span.end):
            return Routing()
        told = labelled(self.said, span, sure=column == "deadline")
        if not told.taken:
            told = routing(self.said, span)
        match column:
            case "route" if opening("routes", "answers", "no").fullmatch(self.said, span.start, span.end):
                return Routing()
            case "route" if not told.route and span.end > span.start:
                return replace(told, route=span)
            case "deadline" if not told.deadline and not told.route and span.end > span.start:
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

    def _worded(self, span: Span) -> Span | None:
        """What stands after a label that says that a condition follows."""
        head = LABEL.match(self.said, span.start, span.end)
        named = head and column_of(tidy(head[1])) == "condition" and len(head[1].split()) <= 2
        return (
            Span(head.end(), span.end) if head and named and len(self.said[head.end() : span.end].split()) > 2 else None
        )

    def _defined(self, span: Span) -> Span | None:
        """The words that say what a level means, where a stretch begins with the level's name and a colon or dash."""
        named = level_named(self.said, span)
        mark = _AFTER_LEVEL.match(self.said, named.end, span.end) if named else None
        rest = Span(mark.end(), span.end) if mark else None
        return rest if rest and len(rest.of(self.said).split()) > 1 and not self._fields(rest) else None

    def _fields(self, span: Span) -> bool:
        """Whether a stretch holds only who acts and by when, or that nobody else does ("stays here")."""
        short = len(span.of(self.said).split()) <= _NAME
        return bool(labelled(self.said, span).taken) or (
            short and headed(self.said, span, Frame()).mode == "do_not_escalate"
        )

    def _levelled(self, span: Span, frame: Frame) -> Frame | None:
        """The frame of a stretch that names its level and says what it means."""
        named = level_named(self.said, span)
        if named is None or frame.mode in ("process", "note", "example") or not self._defined(span):
            return None
        return replace(frame, severity=tidy(named.of(self.said)), mode=trigger_mode(frame))

    def _titled(self, line: Span, leads: bool) -> bool:
        """Whether a short line without a full stop stands as a heading."""
        whole = self.said[line.start : line.end].strip()
        words = _BRACKET.sub("", whole) or whole
        if (
            len(words) > _SHORT * (1 + (leads and level_named(self.said, line) is not None))
            or words.endswith((".", ";", "!", "?", ","))
            or not words.strip(" :")
        ):
            return False
        if routing(self.said, line).taken and len(words.split()) > 6 and not (leads and level_named(self.said, line)):
            return False
        if (
            cue("cues", "introducing", "ends").search(words[-12:])
            and not words.endswith(":")
            and re.search(r"\w$", words)
            and cue("cues", "introducing", "ends").search(words.split()[-1])
        ):
            return False
        if words.endswith(":"):
            return len(words.split()) <= 5 and counted(self.said, line) is None
        if counted(self.said, line) is not None and opening("cues", "condition", "phrases").match(
            self.said, line.start
        ):
            return False
        named = level_named(self.said, line)
        told = labelled(self.said, line)
        if named:
            return leads or named.end - named.start >= len(words) // 3 or len(words.split()) <= 8
        return len(words.split()) <= 8 and (
            leads
            or self._bracketed(line, words != whole)
            or (bool(told.route) and not told.deadline)
            or (words.isupper() and len(words) > 3)
        )

    def _bracketed(self, line: Span, bracket: bool) -> bool:
        """Whether a line ends in a bracket that says who acts, by when or how urgently."""
        found = _BRACKET.search(self.said[line.start : line.end].rstrip()) if bracket else None
        return bool(
            found and labelled(self.said, Span(line.start + found.start() + 1, line.start + found.end() - 1)).taken
        )
