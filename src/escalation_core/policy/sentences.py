"""Running words as stretches of their own: lines that belong together, and the sentences in them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.phrasing import opening

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9#@\u2190-\u21ff\U0001f300-\U0001faff])")
_LAST = re.compile(r"[\w.]+$")
_FIELD = re.compile(r"[A-Z][\w /-]{1,24}:\s")
_WIDE = 55
_NARROW = 50
"""Text in capitals is wrapped no wider than this, or on purpose."""


def stretches(view: str, lines: Sequence[Span]) -> list[Span]:
    """Lines of a paragraph that were wrapped, joined; lines broken on purpose stay apart."""
    width = _width(view, lines)
    joined: list[Span] = []
    for number, line in enumerate(lines):
        if number and not _again(view, lines[0], line) and _continues(view, lines[number - 1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def sentences(said: str, span: Span) -> list[Span]:
    """The sentences of a stretch, with their full stops."""
    return list(_cut(said, span))


def _continues(view: str, line: Span, following: Span, width: int) -> bool:
    """Whether the second line goes on with the first: in lower case, with a joining word, or because that was full."""
    said, after = line.of(view).rstrip(" *_"), following.of(view).lstrip(" *_")
    if opening("cues", "continuing", "starts").match(after) or not after[:1].isalnum():
        return bool(after) and (after[0] not in "→➜➔" or not said.endswith((".", ";", ":"))) and not _signed(after)
    if after[:1].islower():
        return not said.endswith(";") and not (width == 0 and said.endswith((".", "!", "?")))
    if said.endswith(":") and after.count(";") > 1:
        return True
    if said.endswith((":", ";")) or _FIELD.match(after):
        return False
    if said.isupper() and after.isupper() and not said.endswith((".", "!", "?")):
        return len(said) * 2 > max(len(after), _NARROW)
    return width >= _WIDE and _full(view, line, following, width)


def _again(view: str, first: Span, following: Span) -> bool:
    """Whether a line opens a condition with the word that opened the first: "when … / when …"."""
    opened = opening("routes", "opened", "phrases").match(view, first.start, first.end)
    word = opened[0].split()[0].lower() if opened else None
    return bool(word) and following.of(view).split()[:1] == [word]


def _full(view: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    first = re.match(r"\S+", following.of(view))
    return (line.end - line.start) + 1 + len(first[0] if first else "") >= width


def _width(view: str, lines: Sequence[Span]) -> int:
    """The width at which a paragraph was wrapped; 0 where its lines end where they want."""
    width = max((line.end - line.start for line in lines), default=0)
    breaks = [_full(view, line, following, width) for line, following in pairwise(lines)]
    return width if sum(breaks) * 5 >= len(breaks) * 4 else 0


def _signed(said: str) -> bool:
    return ord(said[0]) > 0x2600


def _cut(said: str, span: Span) -> Iterator[Span]:
    start = span.start
    for found in _END.finditer(said, span.start, span.end):
        if _shortened(said, found.start()):
            continue
        yield Span(start, found.start() + len(found[0].rstrip()))
        start = found.end()
    end = span.start + len(span.of(said).rstrip())
    if start < end:
        yield Span(start, end)


def _shortened(said: str, at: int) -> bool:
    if said[at] != ".":
        return False
    word = _LAST.search(said[max(0, at - 20) : at])
    return word is not None and (
        word[0].lower() in _abbreviations()
        or (len(word[0]) == 1 and word[0].isalpha())
        or (word[0].replace(".", "").isdigit() and _leads(said, at))
    )


def _leads(said: str, at: int) -> bool:
    """Whether a number before a full stop is the mark of an entry, not the end of a sentence."""
    return said[max(0, at - 14) : at].rstrip("0123456789.")[-2:].strip() in ("", "-", "*")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(outline_words("cues")["sentence"]["abbreviations"].split())
