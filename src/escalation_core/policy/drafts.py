"""Items in the making: what the walk through the blocks has found so far, and the account of the lines."""

from dataclasses import dataclass, field, replace

from escalation_core.model.policy import Item, Kind, Line, Outline, Use
from escalation_core.model.span import Span
from escalation_core.policy.frames import stays, team, tidy
from escalation_core.policy.labels import Routing
from escalation_core.policy.levels import ranked


@dataclass(slots=True)
class Draft:
    """An item whose route, severity or deadline may still come from a line further down."""

    span: Span
    asks: tuple[Span, ...]
    kind: Kind
    route: str | None = None
    severity: str | None = None
    deadline: str | None = None
    label: str | None = None
    at_least: int | None = None
    heading: str | None = None
    stays: bool = False
    under: "Draft | None" = None
    parts: list["Draft"] = field(default_factory=list)


def hand_down(said: str, draft: Draft, told: Routing) -> None:
    """Gives an item what another line says of who acts, by when and how urgently, where it does not say so itself."""
    draft.route = draft.route or (team(told.route.of(said)) if told.route else None)
    draft.deadline = draft.deadline or (tidy(told.deadline.of(said)) if told.deadline else None)
    draft.severity = draft.severity or (tidy(told.severity.of(said)) if told.severity else None)


def finished(text: str, drafts: list[Draft], uses: list[tuple[Span, Use]], language: str) -> Outline:
    """The outline of a text from its drafts."""
    ranks = ranked(draft.severity for draft in drafts if draft.severity)
    lowest = _lowest(drafts, ranks)
    names = {id(draft): f"c{number}" for number, draft in enumerate(drafts, 1)}
    items = tuple(
        replace(_item(draft, names[id(draft)], ranks, lowest), under=names.get(id(draft.under))) for draft in drafts
    )
    return Outline(text, items, tuple(_lines(text, items, uses)), language)


def _item(draft: Draft, name: str, ranks: dict[str, int], lowest: int | None) -> Item:
    rank = ranks.get(draft.severity) if draft.severity else None
    calls_nobody = (
        (draft.stays and not draft.route)
        or stays(draft.route or "")
        or (rank is not None and rank == lowest and not draft.route)
    )
    return Item(
        id=name,
        span=draft.span,
        asks=draft.asks or (draft.span,),
        kind=draft.kind,
        label=draft.label,
        route=draft.route,
        severity=draft.severity,
        deadline=draft.deadline,
        rank=rank,
        at_least=draft.at_least,
        parts=tuple(
            _item(_inheriting(part, draft), f"{name}.{number}", ranks, None)
            for number, part in enumerate(draft.parts, 1)
        ),
        escalates=not calls_nobody,
        heading=draft.heading,
    )


def _inheriting(part: Draft, whole: Draft) -> Draft:
    return replace(part, severity=whole.severity, route=whole.route, deadline=whole.deadline, stays=whole.stays)


def _lowest(drafts: list[Draft], ranks: dict[str, int]) -> int | None:
    return max(ranks.values()) if len(set(ranks.values())) > 2 else None


def _lines(text: str, items: tuple[Item, ...], uses: list[tuple[Span, Use]]) -> list[Line]:
    """Every line with its use; a criterion on it counts most, then what was said of it."""
    owned: list[tuple[Span, Use, str | None]] = [(span, use, None) for span, use in uses]
    for item in items:
        owned.append((item.span, Use.CRITERION, item.id))
        owned.extend((part.span, Use.PART, part.id) for part in item.parts)
    owned.sort(key=lambda one: one[0].start)
    found: list[Line] = []
    start, first = 0, 0
    for raw in text.split("\n"):
        line = Span(start, start + len(raw))
        start = line.end + 1
        found.append(_line(raw, line, owned, first))
        first = _passed(owned, first, line.end)
    return found


def _line(raw: str, line: Span, owned: list[tuple[Span, Use, str | None]], first: int) -> Line:
    if not raw.strip():
        return Line(line, Use.BLANK)
    best: tuple[Span, Use, str | None] | None = None
    for number in range(first, len(owned)):
        span, use, _ = owned[number]
        if span.start >= line.end:
            break
        if span.overlap(line) and (best is None or _weight(use) > _weight(best[1])):
            best = owned[number]
    return Line(line, best[1], best[2]) if best else Line(line, Use.NOTE)


def _weight(use: Use) -> int:
    order = (Use.BLANK, Use.NOTE, Use.EXAMPLE, Use.INTRODUCTION, Use.HEADING, Use.PROCESS, Use.PART, Use.CRITERION)
    return order.index(use)


def _passed(owned: list[tuple[Span, Use, str | None]], first: int, end: int) -> int:
    while first < len(owned) and owned[first][0].end <= end:
        first += 1
    return first
