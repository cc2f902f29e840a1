"""Tables: which column holds what, and the cells of each row with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.model.span import Span
from escalation_core.policy.blocks import Block
from escalation_core.policy.frames import column_of, tidy
from escalation_core.policy.levels import level_named
from escalation_core.policy.routes import labelled
from escalation_core.policy.view import BREAK, CELL, ENTRY, ROW, plain

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
    grid = [(line, tuple(_cells(view, line))) for line in block.lines]
    turned = _turned(view, grid)
    if turned is not None:
        return Table(grid[0][0], turned)
    named = [column_of(tidy(cell.of(view))) for cell in grid[0][1]]
    known = sum(name is not None for name in named)
    has_header = known * 2 >= len(named) and known >= 1 and len(grid) > 1 and _short(view, grid[0][1])
    columns = _columns(view, grid[1:], named) if has_header else _guessed(view, grid)
    body = grid[1:] if has_header else grid
    records = tuple(Record(line, tuple(zip(columns, cells, strict=False))) for line, cells in body)
    return Table(grid[0][0] if has_header else None, records)


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


def _turned(view: str, grid: Sequence[tuple[Span, tuple[Span, ...]]]) -> tuple[Record, ...] | None:
    """The records of a table whose header names the levels and whose first column says what each line holds."""
    heads = grid[0][1]
    if len(heads) < 3 or not all(level_named(view, head) for head in heads[1:]):
        return None
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


def _columns(view: str, grid: Sequence[tuple[Span, tuple[Span, ...]]], named: Sequence[str | None]) -> list[str]:
    """The kinds of the columns; one of them must state the condition."""
    columns = [_told_by_cells(view, grid, number, name) for number, name in enumerate(named)]
    seen: set[str] = set()
    for number, name in enumerate(columns):
        if name in seen and name in ("severity", "route", "deadline"):
            columns[number] = "other" if name != "deadline" else "process"
        seen.add(name)
    if "condition" not in columns:
        free = [number for number, name in enumerate(columns) if name in ("other", "example", "number")]
        widths = {
            number: sum(len(cells[number].of(view)) for _, cells in grid if number < len(cells)) for number in free
        }
        if not widths and len(columns) <= 2 and "severity" in columns:
            widths = {columns.index("severity"): 1}
        if widths:
            columns[max(widths, key=lambda number: widths[number])] = "condition"
    return columns


def _told_by_cells(view: str, grid: Sequence[tuple[Span, tuple[Span, ...]]], number: int, name: str | None) -> str:
    """The kind of a column as its name says, but for a "When" that holds times and no conditions."""
    if name is None:
        return _of_levels(view, grid, number)
    told = [labelled(view, cells[number]) for _, cells in grid if number < len(cells)]
    times = sum(one.deadline is not None and one.route is None for one in told)
    return "deadline" if name == "condition" and times * 2 > len(told) else name


def _of_levels(view: str, grid: Sequence[tuple[Span, tuple[Span, ...]]], number: int) -> str:
    """The kind of a column without a name: that of levels where most of its cells name one."""
    cells = [cells[number] for _, cells in grid if number < len(cells)]
    return (
        "severity"
        if sum(level_named(plain(cell.of(view)), Span(0, cell.end - cell.start)) is not None for cell in cells) * 2
        > len(cells)
        else "other"
    )


def _guessed(view: str, grid: Sequence[tuple[Span, tuple[Span, ...]]]) -> list[str]:
    width = max(len(cells) for _, cells in grid)
    kinds: list[str] = []
    for number in range(width):
        cells = [cells[number] for _, cells in grid if number < len(cells)]
        told = [labelled(view, cell) for cell in cells]
        counts = {
            name: sum(getattr(one, name) is not None for one in told) for name in ("route", "deadline", "severity")
        }
        best = max(counts, key=lambda name: counts[name])
        kinds.append(best if counts[best] * 2 >= max(1, len(cells)) and best not in kinds else "other")
    if "other" in kinds:
        widths = {
            n: sum(len(cells[n].of(view)) for _, cells in grid if n < len(cells))
            for n, kind in enumerate(kinds)
            if kind == "other"
        }
        kinds[max(widths, key=lambda n: widths[n])] = "condition"
    return kinds
