"""The criteria text taken apart: its criteria in order, and an account of every line."""

import re

from escalation_core.model.policy import Item, Kind, Line, Outline, Use
from escalation_core.model.span import Span

_BULLET = re.compile(r"[ \t]*(?:[-*•–—‣◦▪]|\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|\(?[a-z][.)])[ \t]+")


def outline(text: str) -> Outline:
    """The items of the text and what each line was taken for."""
    items: list[Item] = []
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        span = Span(start, start + len(raw))
        start += len(raw) + 1
        mark = _BULLET.match(raw)
        if not raw.strip():
            lines.append(Line(span, Use.BLANK))
        elif mark:
            own = Span(span.start + mark.end(), span.start + len(raw.rstrip()))
            items.append(Item(f"c{len(items) + 1}", own, (own,), Kind.TRIGGER))
            lines.append(Line(span, Use.CRITERION, items[-1].id))
        else:
            lines.append(Line(span, Use.NOTE))
    return Outline(text, tuple(items), tuple(lines))
