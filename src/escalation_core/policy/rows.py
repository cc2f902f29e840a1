"""Lines of a text, each with its mark: heading, list entry, table row, quotation, or plain words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.view import CELL, ENTRY, ROW

Shape = Literal["blank", "heading", "entry", "row", "ruler", "fence", "words"]

_BULLET = re.compile(r"(?:[-*+•–—‣◦▪●○∙·■□▸▹◆◇⁃✦★☆◾◽▫☐➢➤✓✔✅❌🚫☐☑✗✘»]|o(?=\s))\ufe0f?(?:\s+|$)(?:\[[ xX]\]\s+)?")
_NUMBER = re.compile(
    r"(?P<number>\(?(?:[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3}){0,3}|\d{1,2}[a-z]|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)]|\)\.|:(?=\s))|\d{1,3}(?:\.\d{1,3}){1,3}|§\s?\d+|(?!P\d|S\d|SEV|L\d)[A-Z]{1,3}-?\d{1,3}\s+[-–—])\s+"
)
_HASHES = re.compile(r"(#{1,6})\s+(?![^\t\n]*\t)|(={2,5})(?=[^=\n]{1,120}={2,5}\s*$)|h([1-6])\.\s+")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_RULER = re.compile(r"\|?\s*[:+|-][\s:|+=-]{2,}$|[-=_*~.·]{3,}\s*$")
_FENCE = re.compile(r"(?:`{3,}|~{3,})\s*[\w+-]*$")
_STARS = re.compile(r"(\*{2,4}|-{2,4}|#{2,4})[ \t]+(?=\S)(?!.*\1)")
_DEEPER = 3
_QUOTE = re.compile(r"(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: where it stands, how far it is indented, its mark, and its words."""

    span: Span
    body: Span
    shape: Shape
    indent: int = 0
    mark: str = ""
    level: int = 0


def rows(view: str) -> list[Row]:
    """Every line of the view in order."""
    found: list[Row] = []
    start = 0
    for raw in view.split("\n"):
        found.append(_row(raw, start))
        start += len(raw) + 1
    return list(_columned(view, found))


def _columned(view: str, found: Sequence[Row]) -> Iterator[Row]:
    """The lines, of which those that stand in columns made by spaces are rows of a table."""
    fields = [_fields(view, row) for row in found]
    for number, row in enumerate(found):
        before = next((at for at in range(number - 1, -1, -1) if found[at].shape != "ruler"), None)
        after = next((at for at in range(number + 1, len(found)) if found[at].shape != "ruler"), None)
        aligned = any(fields[number] & fields[at] for at in (before, after) if at is not None)
        yield replace(row, shape="row") if aligned else row


def _fields(view: str, row: Row) -> frozenset[int]:
    """At which places of a line a new field begins behind a wide gap."""
    if row.shape not in ("words", "entry"):
        return frozenset()
    return frozenset(found.end() for found in _GAP.finditer(row.span.of(view)))


@cache
def named_mark() -> re.Pattern[str]:
    """The word for a criterion with its number: "Rule 4.", "Criterion 2:"."""
    words = "|".join(outline_words("cues")["numbered"]["words"])
    return re.compile(rf"(?P<number>(?:{words})\s+[A-Z]?\d{{1,3}}(?:\.\d{{1,3}})*[.:)])\s+", re.IGNORECASE)


def _row(raw: str, start: int) -> Row:
    span = Span(start, start + len(raw))
    quoted = _QUOTE.match(raw)
    lead = quoted.end() if quoted else 0
    said = raw[lead:].strip()
    if not said.strip(ENTRY + CELL + ROW + "\ue000 "):
        return Row(span, Span(start, start), "blank")
    begin = lead + len(raw[lead:]) - len(raw[lead:].lstrip())
    indent = len(raw[lead:begin].replace("\t", "    "))
    body = Span(start + begin, start + begin + len(said))
    return _marked(raw, said, span, body, indent)


def _marked(raw: str, said: str, span: Span, body: Span, indent: int) -> Row:
    if _FENCE.match(said):
        return Row(span, body, "fence", indent)
    if _RULER.match(said):
        return Row(span, body, "ruler", indent)
    hashes = _HASHES.match(said)
    if hashes:
        level = len(hashes[1] or hashes[2] or "") or int(hashes[3] or 1)
        end = len(said.rstrip("#= "))
        return Row(
            span, Span(body.start + hashes.end(), body.start + max(hashes.end(), end)), "heading", indent, "#", level
        )
    if said.startswith(("|", ROW, CELL)) or said.count("|") >= 2 or "\t" in said.strip():
        bullet = _BULLET.match(said)
        if not (bullet and "\t" in said[: bullet.end()] and said.count("\t") == 1):
            return Row(span, body, "row", indent)
    starred = _STARS.match(said)
    if starred:
        deep = indent + _DEEPER * (len(starred[1]) - 1)
        return Row(span, Span(body.start + starred.end(), body.end), "entry", deep, said[0])
    found = _BULLET.match(said) or _NUMBER.match(said) or named_mark().match(said)
    if found and found.end() >= len(said):
        return Row(span, Span(body.start, body.start), "blank")
    if found:
        mark = found.groupdict().get("number") or said[0]
        return Row(span, Span(body.start + found.end(), body.end), "entry", indent, mark.strip())
    return Row(span, body, "words", indent)
