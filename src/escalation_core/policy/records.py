"""Rows of tables and of "label: value" lines as criteria with what their columns say."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import Use
from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.carriers import Carriers
from escalation_core.policy.frames import Frame, column_of, headed, stays, tidy
from escalation_core.policy.labels import LABEL, Routing
from escalation_core.policy.legends import Meaning
from escalation_core.policy.phrasing import opening
from escalation_core.policy.routes import routing
from escalation_core.policy.strands import trigger_mode
from escalation_core.policy.tables import Record, pieces, read_table
from escalation_core.policy.timing import labelled_deadline

_DASHES = " -–—"
"""A cell that holds nothing else is empty."""


class Records(Carriers):
    """Takes tables and records."""

    def _record(self, lines: Sequence[Span], stack: list[tuple[int, Frame]]) -> bool:
        """Lines of the form "label: value" that together make one criterion."""
        heads = [LABEL.match(self.said, line.start, line.end) for line in lines]
        columns = [column_of(tidy(head[1])) if head else None for head in heads]
        if (
            len(lines) < 2
            or (not self.drafts and opening("cues", "letterhead", "labels").match(self.said, lines[0].start))
            or "condition" not in columns
            or sum(name is not None for name in columns) * 3 < len(lines) * 2
        ):
            return False
        cells = tuple(
            (name or "other", Span(head.end(), line.end))
            for name, head, line in zip(columns, heads, lines, strict=True)
            if head
        )
        self._row(Record(Span(lines[0].start, lines[-1].end), cells), stack[-1][1])
        for line in lines:
            self._use(line, Use.PROCESS)
        return True

    def _table(self, block: Block, frame: Frame) -> None:
        if self._column(block, frame):
            return
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

    def _column(self, block: Block, frame: Frame) -> bool:
        """Takes a table of one column as a list below its first cell; False where there are more."""
        cells = [line.trimmed(self.said, " |") for line in block.lines]
        if len(cells) < 2 or any("|" in cell.of(self.said) or "\t" in cell.of(self.view) for cell in cells):
            return False
        if "|" not in block.lines[0].of(self.said):
            return False
        inner = headed(self.said, cells[0], frame)
        self._use(cells[0], Use.HEADING)
        for cell in cells[1:]:
            self._several(cell, replace(inner, mode=trigger_mode(inner)), None, sure=True)
        return True

    def _timed(self, records: Sequence[Record]) -> None:
        """A table of levels that defines none of them says who acts and by when for those defined elsewhere."""
        for record in records:
            self._use(record.span, Use.PROCESS)
            if level := record.first("severity"):
                told = Routing(self._cell(record, "route"), self._cell(record, "deadline"))
                self.legend.append(Meaning(tidy(level.of(self.said)), told, own=True))

    def _cell(self, record: Record, column: str) -> Span | None:
        """What a cell says of who acts or by when."""
        cell = record.first(column)
        told = self._valued(column, cell) if cell and cell.of(self.said).strip(_DASHES) else Routing()
        return told.route if column == "route" else told.deadline

    def _row(self, record: Record, frame: Frame) -> Frame:
        """The criteria of one row; a row with one cell only is a heading for those below."""
        filled = [(name, span) for name, span in record.cells if span.end > span.start]
        if len(filled) == 1 and len(record.cells) > 1:
            if len(filled[0][1].of(self.said).split()) > 8:
                self._several(filled[0][1], replace(frame, mode=trigger_mode(frame)), None)
                return frame
            return headed(self.said, filled[0][1], frame)
        inner = self._row_frame(record, frame)
        cell = record.first("condition")
        label = record.first("number")
        for piece in pieces(self.view, cell) if cell else ():
            self._several(piece, inner, label.of(self.said) if label else None, sure=True)
        exception = record.first("exception")
        if exception and tidy(exception.of(self.said)) and self.said[exception.start : exception.end].strip(_DASHES):
            above = self.drafts[-1] if self.drafts else None
            self._draft(exception, replace(inner, route=None, severity=None, deadline=None), "exception").under = above
        return frame

    def _row_frame(self, record: Record, frame: Frame) -> Frame:
        """What the columns of a row hand down to its criteria."""
        inner = frame
        for column in ("severity", "deadline", "route"):
            cell = record.first(column)
            if cell and cell.of(self.said).strip(_DASHES):
                inner = self._filled(inner, self._valued(column, cell))
                none = column == "route" and opening("routes", "answers", "no").fullmatch(
                    self.said, cell.start, cell.end
                )
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
        due = (
            None
            if record.first("deadline")
            else next((when for piece in said if (when := labelled_deadline(self.said, piece))), None)
        )
        calm = not route and not record.first("route") and stays(cell.of(self.said))
        return self._filled(replace(frame, stays=frame.stays or calm), Routing(route, due))
