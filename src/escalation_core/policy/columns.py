"""What the columns of a table hold, by their names and by what stands in their cells."""

from collections.abc import Sequence

from escalation_core.model.span import Span
from escalation_core.policy.labels import Routing, labelled
from escalation_core.policy.levels import level_named
from escalation_core.policy.view import plain

Grid = Sequence[tuple[Span, tuple[Span, ...]]]
"""The lines of a table, each with its cells."""

_CARRIED = ("severity", "route", "deadline")
_WORDY = 3
"""Cells that state conditions have more words than this on average."""


def columns(view: str, grid: Grid, named: Sequence[str | None]) -> list[str]:
    """The kinds of the columns below their names; one of them states the condition, where any can."""
    kinds = [_told_by_cells(view, _column(grid, number), name) for number, name in enumerate(named)]
    for number, kind in enumerate(kinds):
        if kind in _CARRIED and kind in kinds[:number]:
            kinds[number] = "other" if kind != "deadline" else "process"
    if "condition" not in kinds:
        free = [number for number, kind in enumerate(kinds) if kind in ("other", "example", "number")]
        if not free and len(kinds) <= 2 and "severity" in kinds:
            free = [kinds.index("severity")]
        _state(view, grid, kinds, free)
    return kinds


def guessed(view: str, grid: Grid) -> list[str]:
    """The kinds of the columns of a table without a header."""
    kinds: list[str] = []
    for number in range(max(len(cells) for _, cells in grid)):
        cells = _column(grid, number)
        told = [_label(view, cell) for cell in cells]
        counts = {
            name: sum(getattr(one, name) is not None for one in told) for name in ("route", "deadline", "severity")
        }
        best = max(counts, key=lambda name: counts[name])
        kinds.append(best if counts[best] * 2 >= max(1, len(cells)) and best not in kinds else "other")
    _state(view, grid, kinds, [number for number, kind in enumerate(kinds) if kind == "other"])
    return kinds


def _state(view: str, grid: Grid, kinds: list[str], free: Sequence[int]) -> None:
    """Takes the widest of the free columns for the one of the conditions, where its cells are wordy enough."""
    widest = max(free, key=lambda number: sum(len(cell.of(view)) for cell in _column(grid, number)), default=None)
    if widest is None:
        return
    cells = _column(grid, widest)
    if sum(len(cell.of(view).split()) for cell in cells) > _WORDY * len(cells) or "severity" not in kinds:
        kinds[widest] = "condition"


def _column(grid: Grid, number: int) -> list[Span]:
    """The cells of a column that hold anything."""
    return [cells[number] for _, cells in grid if number < len(cells) and cells[number].end > cells[number].start]


def _told_by_cells(view: str, cells: Sequence[Span], name: str | None) -> str:
    """The kind of a column as its name says, but for a "When" or "To be told" that holds times; without a name, by its cells."""
    told = [_label(view, cell) for cell in cells]
    times = sum(one.deadline is not None and one.route is None for one in told)
    if name in ("condition", "route"):
        return "deadline" if times * 2 > len(cells) else name
    if name is not None:
        return name
    plainly = [(plain(cell.of(view)), Span(0, cell.end - cell.start)) for cell in cells]
    if sum(level_named(said, whole) is not None for said, whole in plainly) * 2 > len(cells):
        return "severity"
    if times * 2 > len(cells):
        return "deadline"
    return "route" if sum(one.route is not None for one in told) * 2 > len(cells) else "other"


def _label(view: str, cell: Span) -> Routing:
    """What a cell says as a label, whatever its words are marked with."""
    said = plain(cell.of(view))
    return labelled(said, Span(0, len(said)).trimmed(said, " "))
