"""Blanks that say nothing: two or three between words, as text from a PDF or a phone has them, are read as one."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from escalation_core.model.mention import Mention
from escalation_core.model.span import Span

_WIDE = re.compile(r"(?<=[^\W_]) {2,3}(?=[^\W\d_])|(?<=[^\W\d_]) {2,3}(?=[^\W_])")
"""Between two figures wide blanks may part the columns of a table, and stay."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """A text with single blanks, and how places in it lead back to the text as pasted."""

    text: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def back(self, found: Iterable[Mention], pasted: str) -> Iterator[Mention]:
        """The mentions at their places in the text as pasted."""
        for one in found:
            span = Span(self._place(one.span.start), self._place(one.span.end - 1) + 1)
            yield replace(one, span=span, quote=span.of(pasted))

    def _place(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        return at + (self._shifts[number] if number >= 0 else 0)


def squeezed(text: str) -> Spacing:
    """The text with single blanks between its words."""
    kept: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    end = lost = 0
    for found in _WIDE.finditer(text):
        kept += [text[end : found.start()], " "]
        end = found.end()
        lost += len(found[0]) - 1
        starts.append(end - lost)
        shifts.append(lost)
    return Spacing("".join([*kept, text[end:]]), tuple(starts), tuple(shifts))
