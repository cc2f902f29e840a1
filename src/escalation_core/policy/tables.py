"""Tables: which column holds what, and the cells of each row with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.columns import Grid, columns, guessed
from escalation_core.policy.frames import column_of, tidy
from escalation_core.policy.levels import level_named
from escalation_core.policy.view import BREAK, CELL, ENTRY, ROW

_TITLES = 3
"""So many lines at the head of a table may hold its title."""
_LEVELS = 3
"""A table with levels across has at least two of them, beside the names of its lines, and two lines."""
_FILLED = 2
"""A row with fewer cells than this is a heading or a remark."""
_HANDED = ("severity", "route", "deadline")
_FIELD = re.compile(r"\S+(?:(?: |\s*\n\s*)\S+)*")
_PIECE = re.compile(rf"[^{BREAK}{ENTRY}]+")
_BULLET = re.compile(r"\s*(?:[-*•–·▪◦‣]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its cells by the kind of their column."""

    span: Span
    cells: tuple[tuple[str, Span], ...]

    def first(self, kind: str) -> Span | None:
        """The first cell of that kind that holds anything."""
        return next((span for name, span in self.cells if name == kind and span.end > span.start), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's header line, where it has one, and its records."""

    header: Span | None
    records: tuple[Record, ...]


def read_table(view: str, block: Block) -> Table:
    """The records of a table; without a header the columns are told by what their cells hold."""
    lines = [(line, tuple(_cells(view, line))) for line in block.lines]
    grid = lines[_titles(lines) :]
    crossed = _across(view, grid)
    if crossed is not None:
        return Table(Span(lines[0][0].start, grid[0][0].end), crossed)
    named = [column_of(cell.of(view).strip(" *_`")) for cell in grid[0][1]]
    known = sum(name is not None for name in named)
    ruled = 1 in block.rulers and len(grid) == len(lines)
    has_header = (ruled or known * 2 >= len(named)) and known >= 1 and len(grid) > 1 and _short(view, grid[0][1])
    if not has_header:
        grid = lines
    kinds = columns(view, grid[1:], named) if has_header else guessed(view, grid)
    body = grid[1:] if has_header else grid
    records = tuple(Record(line, tuple(zip(kinds, cells, strict=False))) for line, cells in body)
    header = Span(lines[0][0].start, grid[0][0].end) if has_header else None
    return Table(header, tuple(_filled_down(view, records)))


def _titles(lines: Grid) -> int:
    """How many lines stand above the header, and fill fewer of the columns than it does."""
    width = max(_width(cells) for _, cells in lines)
    return next((n for n, (_, cells) in enumerate(lines[:_TITLES]) if _width(cells) * 2 > width), 0)


def _width(cells: Sequence[Span]) -> int:
    return sum(cell.end > cell.start for cell in cells)


def _filled_down(view: str, records: Sequence[Record]) -> Iterator[Record]:
    """The records with who acts, by when and how urgently from the row above where a merged cell was left empty."""
    above: dict[str, Span] = {}
    for record in records:
        own = {name: span for name, span in record.cells if name in _HANDED and span.end > span.start}
        lone = _width([span for _, span in record.cells]) < _FILLED
        level = own.get("severity")
        if lone or (level and "severity" in above and level.of(view) != above["severity"].of(view)):
            above = {}
        merged = [] if lone else [(name, span) for name, span in above.items() if name not in own]
        above |= own
        yield Record(record.span, (*record.cells, *merged))


def pieces(view: str, cell: Span) -> list[Span]:
    """The entries of a cell's list, without their bullets; the whole cell where it holds none."""
    found = []
    for match in _PIECE.finditer(view, cell.start, cell.end):
        bullet = _BULLET.match(match[0])
        span = trimmed(view, Span(match.start() + (bullet.end() if bullet else 0), match.end()))
        if span.end > span.start:
            found.append(span)
    return found


def trimmed(view: str, span: Span) -> Span:
    """The stretch without space and cell marks at its ends."""
    return span.trimmed(view, f" \t\n|{BREAK}{ENTRY}{ROW}{CELL}")


def _cells(view: str, line: Span) -> Iterator[Span]:
    said = line.of(view)
    if not any(mark in said for mark in (CELL, "|", "\t")):
        yield from (Span(line.start + one.start(), line.start + one.end()) for one in _FIELD.finditer(said))
        return
    html = CELL in said
    mark = CELL if html else ("|" if "|" in said else "\t")
    double = "||" if not html and said.startswith("||") else mark
    at = line.start
    parts = re.split(re.escape(double), said)
    for number, part in enumerate(parts):
        edge = mark != "\t" and (
            (number == 0 and not part.strip(ROW + " |"))
            or (number == len(parts) - 1 and not part.strip(" |") and not html)
        )
        if not edge:
            yield trimmed(view, Span(at, at + len(part)))
        at += len(part) + len(double)


def _across(view: str, grid: Grid) -> tuple[Record, ...] | None:
    """The records of a table whose header names the levels; None where it names none."""
    heads = grid[0][1]
    if len(heads) < _LEVELS or not all(level_named(view, head) for head in heads[1:]):
        return None
    turned = _turned(view, grid)
    return _matrix(view, grid) if turned is None else turned


def _turned(view: str, grid: Grid) -> tuple[Record, ...] | None:
    """A record for each level, where the first column says what each line holds; none where no line holds conditions."""
    heads = grid[0][1]
    columns = [column_of(tidy(cells[0].of(view))) for _, cells in grid[1:] if cells]
    if not any(columns):
        return None
    if "condition" not in columns:
        return ()
    return tuple(
        Record(
            head,
            (
                ("severity", head),
                *(
                    (name or "other", cells[number])
                    for name, (_, cells) in zip(columns, grid[1:], strict=False)
                    if number < len(cells)
                ),
            ),
        )
        for number, head in enumerate(heads)
        if number
    )


def _short(view: str, cells: Sequence[Span]) -> bool:
    return all(cell.end - cell.start <= 60 for cell in cells)


def _matrix(view: str, grid: Grid) -> tuple[Record, ...] | None:
    """The records of a table whose header names the levels, with a team at the head of each row and conditions inside."""
    heads = grid[0][1]
    if len(grid) < _LEVELS:
        return None
    return tuple(
        Record(cell, (("severity", head), ("deadline", _behind(view, head)), ("route", cells[0]), ("condition", cell)))
        for _, cells in grid[1:]
        for head, cell in zip(heads[1:], cells[1:], strict=False)
        if cell.of(view).strip(" -–—")
    )


def _behind(view: str, head: Span) -> Span:
    """What stands behind the level in the head of its column."""
    level = level_named(view, head)
    return Span(level.end, head.end).trimmed(view, " :,;–—-()|*") if level else head
