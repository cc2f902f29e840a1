"""Parts that a sentence counts out itself: "two of the three: (a) … (b) … (c) …", or parted by semicolons or commas."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from escalation_core.model.span import Span
from escalation_core.policy.frames import counted
from escalation_core.policy.labels import labelled
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.sentences import sentences
from escalation_core.policy.strands import stripped

_MARK = re.compile(r"(?<![\w(/])(?:(?P<open>\()?(?P<sign>[a-h]|[ivx]{1,4}|\d{1,2})(?P<close>[.)])|[-–•*▪◦·])\s+(?=\w)")
_ROWS = (
    tuple("abcdefgh"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
    tuple(str(number) for number in range(1, 10)),
)
_BREAKS = {mark: re.compile(rf"{mark}\s+") for mark in ";,"}


def enumerated(said: str, span: Span, taken: Sequence[Span]) -> tuple[list[Span], int | None]:
    """The parts of a stretch beside what is taken of it, and how many of them must hold; none where it counts none."""
    marked = marks(said, span)
    colon = said.find(":", span.start, marked[0].start() if marked else span.end)
    head = Span(span.start, marked[0].start() if marked else max(span.start, colon))
    count = counted(said, head)
    if count is None or (not marked and _names(said, Span(colon + 1, span.end))):
        return [], None
    found = _between(said, span, marked, taken) if marked else _parted(said, Span(colon + 1, span.end))
    return (found, count or len(found)) if len(found) > max(1, count) or (marked and count < 2) else ([], None)


def own_words(said: str, part: Span) -> Span:
    """A part without the letter, number or bullet before it."""
    mark = _MARK.match(said, part.start, part.end)
    return Span(mark.end(), part.end) if mark else part


def _names(said: str, span: Span) -> bool:
    return labelled(said, span, sure=True).route is not None


def marks(said: str, span: Span) -> list[re.Match[str]]:
    """The marks of the parts: letters or numbers that follow one another, else bullets behind a colon."""
    signs = list(_MARK.finditer(said, span.start, span.end))
    for row in _ROWS:
        kept: list[re.Match[str]] = []
        for mark in signs:
            if len(kept) < len(row) and mark["sign"] == row[len(kept)] and (not kept or _alike(kept[0], mark)):
                kept.append(mark)
        if len(kept) > 1:
            return kept
    bullets = [mark for mark in signs if mark["sign"] is None]
    led = bool(bullets) and said[: bullets[0].start()].rstrip().endswith(":")
    return [mark for mark in bullets if mark[0][0] == bullets[0][0][0]] if led and len(bullets) > 1 else []


def _alike(one: re.Match[str], other: re.Match[str]) -> bool:
    return (one["open"], one["close"]) == (other["open"], other["close"])


def _between(said: str, span: Span, marks: Sequence[re.Match[str]], taken: Sequence[Span]) -> list[Span]:
    """From each mark to the next; the last part ends with its sentence or where the words on who acts begin."""
    begins = [mark.start() for mark in marks]
    last = next(iter(sentences(said, Span(marks[-1].end(), span.end))), span).end
    last = min([last, *(one.start for one in taken if one.start > begins[-1])])
    return [tidied(said, Span(begin, end)) for begin, end in pairwise([*begins, last])]


def tidied(said: str, part: Span) -> Span:
    """A part without the word that joins it to the next one."""
    end = part.start + len(part.of(said).rstrip(" ,;."))
    joined = next(
        (found for found in cue("cues", "joining", "parts").finditer(said, part.start, end) if found.end() == end), None
    )
    return Span(part.start, part.start + len(said[part.start : joined.start() if joined else end].rstrip(" ,;.")))


def _parted(said: str, span: Span) -> list[Span]:
    """The pieces between semicolons, else between commas, that stand in no brackets."""
    seams = list(cuts(said, span, ";")) or list(cuts(said, span, ","))
    edges = [span.start, *(edge for cut in seams for edge in (cut.start, cut.end)), span.end]
    pieces = [Span(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    led = [opening("cues", "joining", "parts").match(said, piece.start, piece.end) for piece in pieces]
    whole = [Span(lead.end() if lead else piece.start, piece.end) for lead, piece in zip(led, pieces, strict=True)]
    return [part for piece in whole if (part := stripped(said, piece)).end > part.start]


def cuts(said: str, span: Span, mark: str) -> Iterator[Span]:
    """Where marks of that kind stand in no brackets."""
    for found in _BREAKS[mark].finditer(said, span.start, span.end):
        before = said[span.start : found.start()]
        if before.count("(") <= before.count(")"):
            yield Span(*found.span())
