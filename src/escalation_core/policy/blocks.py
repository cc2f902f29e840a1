"""A text as blocks: headings, paragraphs, nested list entries and tables, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from escalation_core.model.span import Span
from escalation_core.policy.actions import action
from escalation_core.policy.labels import labelled
from escalation_core.policy.levels import leads_with_level, level_named
from escalation_core.policy.phrasing import opening
from escalation_core.policy.rows import Row, rows
from escalation_core.policy.view import CELL, ROW

_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_]{1,100}(\*\*|__)[:.]?$|\*(?!\s)[^*]{1,100}\*:?$")
_INDENT = 8
"""A line further in than this goes on with the last cell of the row above it."""
_FIELD = re.compile(r"[*_]{0,2}[A-Z][\w /-]{1,24}[*_]{0,2}:\s")
_DOTS = re.compile(r"\d+")


@dataclass(slots=True)
class Block:
    """One block; `lines` are the bodies of its lines, `children` what is nested in a list entry."""

    kind: Literal["heading", "paragraph", "entry", "table", "fence"]
    lines: list[Span]
    level: int = 0
    mark: str = ""
    rulers: list[int] = field(default_factory=list)
    children: list["Block"] = field(default_factory=list)
    indent: int = 0
    tail: list[Span] = field(default_factory=list)
    gap: bool = False
    """Whether an empty line stands before it."""

    @property
    def span(self) -> Span:
        """From its first word to its last, without what is nested in it."""
        return Span(self.lines[0].start, self.lines[-1].end)


def blocks(view: str) -> list[Block]:
    """The blocks of the view in order; list entries hold what is nested in them."""
    return _nested(_flat(view))


def _flat(view: str) -> list[Block]:
    """Every block in order, list entries not yet nested."""
    said: list[Block] = []
    gap, fenced = True, False
    for row in rows(view):
        if row.shape == "fence":
            fenced = not fenced
            said.append(Block("fence", [row.body], gap=True))
        elif fenced:
            _add(said, Row(row.span, row.body, "words"), "fence")
        elif row.shape == "blank":
            gap = True
            continue
        else:
            _take(view, said, row, gap)
        gap = row.shape == "ruler" and said[-1:] != [] and said[-1].kind != "table"
    for block in said:
        if block.kind == "table" and len(block.lines) == 1 and not _columned(block.lines[0].of(view)):
            block.kind = "paragraph"
    return said


def _columned(line: str) -> bool:
    """Whether a single line is a row of a table, and no title or path with strokes in it."""
    return "\t" in line or line.startswith(("|", ROW, CELL))


def _add(said: list[Block], row: Row, kind: Literal["fence"]) -> None:
    if said and said[-1].kind == kind and row.body.end > row.body.start:
        said[-1].lines.append(row.body)


def _take(view: str, said: list[Block], row: Row, gap: bool) -> None:
    last = said[-1] if said and not gap else None
    match row.shape:
        case "heading":
            said.append(Block("heading", [row.body], row.level, "#", gap=gap))
        case "ruler":
            _ruler(view, said, row, last)
        case "row":
            _table_row(view, said, row, last, gap)
        case "entry" if level := _numbered_level(view, row):
            said.append(Block("paragraph", [level], indent=row.indent, gap=gap))
        case "entry":
            said.append(Block("entry", [row.body], 0, row.mark, indent=row.indent, gap=gap))
        case _:
            _words(view, said, row, last, gap)


def _ruler(view: str, said: list[Block], row: Row, last: Block | None) -> None:
    if last and last.kind == "table":
        last.rulers.append(len(last.lines))
    elif last and last.kind == "paragraph" and len(last.lines) == 1 and row.body.of(view)[0] in "=-":
        last.kind, last.level = "heading", 1 if row.body.of(view)[0] == "=" else 2


def _table_row(view: str, said: list[Block], row: Row, last: Block | None, gap: bool) -> None:
    if last and last.kind == "table":
        empty = row.span.start + len(row.span.of(view)) - len(row.span.of(view).lstrip("\t"))
        last.lines.append(Span(row.span.start if row.body.start == empty else row.body.start, row.body.end))
    else:
        said.append(Block("table", [row.body], gap=gap))


def _words(view: str, said: list[Block], row: Row, last: Block | None, gap: bool) -> None:
    bold = bool(_BOLD.match(row.body.of(view)))
    acts = last is not None and last.kind == "entry" and action(view, row.body) is not None
    if bold and (gap or last is None or last.kind in ("heading", "entry", "table")):
        said.append(Block("heading", [row.body], 6, "**", gap=gap, indent=row.indent))
    elif last and _quoted(view, last, row):
        said.append(Block("entry", [row.body], 0, ">", indent=row.indent))
    elif last and _indented(view, last, row):
        said.append(Block("entry", [row.body], indent=row.indent))
    elif last and last.kind == "paragraph":
        last.lines.append(row.body)
    elif last and (owner := _acted(view, said, row, acts)):
        _hang(view, owner, row, acts)
    elif last and last.kind == "entry" and row.indent <= last.indent and (acts or _heads(view, row)):
        said.append(Block("paragraph", [row.body], indent=row.indent))
    elif last and last.kind == "entry" and row.indent < last.indent and (owner := _owner(said, row)):
        owner.tail.append(row.body)
    elif last and last.kind == "entry" and _lazy(view, last, row):
        last.lines.append(row.body)
    elif last and last.kind == "table" and row.span.of(view).startswith("\t"):
        _table_row(view, said, row, last, gap)
    elif last and last.kind == "table" and (row.indent > _INDENT or not row.body.of(view)[0].isalpha()):
        last.lines[-1] = Span(last.lines[-1].start, row.body.end)
    elif said and said[-1].kind == "entry" and row.indent > said[-1].indent + 1:
        said.append(Block("paragraph", [row.body], indent=row.indent, gap=gap))
    else:
        said.append(Block("paragraph", [row.body], gap=gap, indent=row.indent))


def _quoted(view: str, last: Block, row: Row) -> bool:
    """Whether the sign of a quotation marks the entries of a list below a line without it."""
    below = last.kind == "paragraph" and not _sign(view, last.lines[-1].start)
    return _sign(view, row.body.start) and (below or (last.kind == "entry" and last.mark == ">"))


def _sign(view: str, start: int) -> bool:
    return view[view.rfind("\n", 0, start) + 1 : start].strip() == ">"


def _indented(view: str, last: Block, row: Row) -> bool:
    """Whether a line without a mark is an entry of a list by its indent alone, below a line that ends with a colon."""
    said = last.lines[-1].of(view).rstrip()
    if last.kind == "paragraph":
        return said.endswith((":", "->", "→")) and row.indent > last.indent + 1
    return last.kind == "entry" and not last.mark and row.indent == last.indent and said.endswith((",", ";", "."))


def _acted(view: str, said: Sequence[Block], row: Row, acts: bool) -> Block | None:
    """The entry of whose action a line tells, right below it, below what is nested in it, or below a line of that."""
    held = next((block for block in reversed(said) if block.tail or block.kind != "entry"), None)
    if held and held.tail and row.indent > held.indent and not view[held.tail[-1].end : row.body.start].strip():
        return held
    last = said[-1]
    if last.kind != "entry" or not acts or last.lines[-1].of(view).endswith(","):
        return None
    owner = last if row.indent > last.indent + 1 else _owner(said, row)
    return None if owner and owner.indent == row.indent and _heads(view, row) else owner


def _hang(view: str, owner: Block, row: Row, acts: bool) -> None:
    """Another line of what an entry says behind its condition, or the last of them gone on."""
    apart = acts or opening("cues", "exception", "starts").match(row.body.of(view))
    if owner.tail and not apart:
        owner.tail[-1] = Span(owner.tail[-1].start, row.body.end)
    else:
        owner.tail.append(row.body)


def _numbered_level(view: str, row: Row) -> Span | None:
    """A line whose mark is the code of a level, with who acts or by when behind it: "P3: Customer Success"."""
    begin = view.index(row.mark, row.span.start)
    code = level_named(view, Span(begin, row.body.start))
    return Span(begin, row.body.end) if code and labelled(view, row.body).taken else None


def _heads(view: str, row: Row) -> bool:
    """Whether a line right below a list is the heading of the next: a level, or who acts and by when, and no more."""
    told = labelled(view, row.body)
    return leads_with_level(view, row.body) or bool(told.route and told.deadline)


def _owner(said: Sequence[Block], row: Row) -> Block | None:
    """The entry further up whose own words a line goes on with, after the entries nested in it."""
    for block in reversed(said):
        if block.kind != "entry":
            return None
        if block.indent < row.indent or (block.indent == row.indent and block.indent < said[-1].indent):
            return block
    return None


def _lazy(view: str, last: Block, row: Row) -> bool:
    """Whether a line goes on with the entry above it: indented, in lower case, or because that line was full."""
    said = row.body.of(view)
    if opening("cues", "process", "acts_on").match(said):
        return False
    if row.indent > last.indent:
        return True
    if _FIELD.match(said) or opening("routes", "arrows", "marks").match(said):
        return bool(not _FIELD.match(said))
    return (
        said[:1].islower()
        or bool(opening("cues", "continuing", "starts").match(said))
        or last.lines[-1].end - last.lines[-1].start > 66
    )


def _nested(flat: Sequence[Block]) -> list[Block]:
    """List entries hold deeper entries, indented paragraphs and deeper numbers."""
    top: list[Block] = []
    stack: list[Block] = []
    for block in flat:
        if block.kind == "heading" or (block.kind in ("table", "fence")):
            stack.clear()
            top.append(block)
        elif block.kind == "paragraph":
            while stack and block.indent <= stack[-1].indent:
                stack.pop()
            (stack[-1].children if stack else top).append(block)
        else:
            while stack and not _under(block, stack[-1]):
                stack.pop()
            (stack[-1].children if stack else top).append(block)
            stack.append(block)
    return top


def _under(block: Block, other: Block) -> bool:
    """Whether an entry belongs under the other one."""
    if block.indent > other.indent + 1:
        return True
    if block.indent < other.indent:
        return False
    mine, its = _DOTS.findall(block.mark), _DOTS.findall(other.mark)
    if its and mine:
        return len(mine) > len(its) and mine[: len(its)] == its
    lettered = block.mark.strip("().").isalpha() and len(block.mark) > 1
    return bool(lettered and (its or not other.mark.strip("().").isalnum()) and not mine)


def marked(block: Block) -> bool:
    """Whether an entry has a number or letter of its own, and no mere bullet."""
    return any(sign.isdigit() for sign in block.mark) or (
        block.mark.strip("().:").isalpha() and not block.mark.isalpha()
    )


def numbered(block: Block) -> bool:
    """Whether an entry has a number of its own."""
    return any(sign.isdigit() for sign in block.mark)
