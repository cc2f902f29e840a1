"""Sentences and clauses: where one statement ends and the next begins."""

import re
from itertools import pairwise

from escalation_core.language.measures import measure_words
from escalation_core.language.spelling import spelling
from escalation_core.model.span import Span

_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–>]|\d+[.)]|\d{1,2}[:.]\d\d\b|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?[ ,:]|\d{4}-\d\d-\d\d\b|\d{1,2} [A-Z][a-z]{2,8}(?:  |[:,–-])))|;(?=\s)"
)
_CLAUSE = re.compile(r",\s+(?:and|but|so|or|which|who|while|because|as|then)\b|\s+[-–—]\s+|;\s|:\s|,\s|\bbut\b")
_ROOM = 14
_INITIAL = re.compile(r"(?:([A-Z][a-z]{1,4})\.? |^\W*|[\n:(,] ?)(?:[A-Z]\. ?)*(?!I\b)[A-Z]\.$")
_LAST_NAME = re.compile(r" ?(?:([A-Z][a-z]+)|[A-Z]\.)")
_SHORT = re.compile(r"(?:^|\s)(\S+)\.$")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a stretch, in order, without the white space around them."""
    cuts = [match.end() for match in _END.finditer(text, span.start, span.end) if _ends(text, span, match)]
    return _pieces(text, span, cuts)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of a sentence, in order."""
    return _pieces(text, span, [match.start() + 1 for match in _CLAUSE.finditer(text, span.start, span.end)])


def _ends(text: str, span: Span, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return True
    before = _SHORT.search(text[max(span.start, match.start() - 12) : match.start() + 1])
    short = before and before.group(1).casefold() in spelling().abbreviated
    return not short and not _initial(text, span, match.start())


def _initial(text: str, span: Span, dot: int) -> bool:
    """Whether the full stop stands behind the letter of a first name: "Mr G. Pell", "From: J. R. Holt"."""
    behind = _LAST_NAME.match(text, dot + 1, span.end)
    named = behind and (not behind[1] or behind[1].casefold() not in spelling().function_words)
    found = _INITIAL.search(text[max(span.start, dot - _ROOM) : dot + 1]) if named else None
    return found is not None and (not found[1] or found[1].casefold() in measure_words()["ages"]["titles"])


def _pieces(text: str, span: Span, cuts: list[int]) -> tuple[Span, ...]:
    edges = [span.start, *cuts, span.end]
    pieces = (Span(start, end).trimmed(text) for start, end in pairwise(edges))
    return tuple(piece for piece in pieces if piece.start < piece.end)
