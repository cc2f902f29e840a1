"""Sentences and clauses: where one statement ends and the next begins."""

import re
from itertools import pairwise

from escalation_core.language.spelling import spelling
from escalation_core.model.span import Span

_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–>]|\d+[.)]|\d{1,2}[:.]\d\d\b|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?[ ,:]|\d{4}-\d\d-\d\d\b|\d{1,2} [A-Z][a-z]{2,8}(?:  |[:,–-])))|;(?=\s)"
)
_CLAUSE = re.compile(r",\s+(?:and|but|so|or|which|who|while|because|as|then)\b|\s+[-–—]\s+|;\s|:\s|,\s|\bbut\b")
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
    return not (before and before.group(1).casefold() in spelling().abbreviated)


def _pieces(text: str, span: Span, cuts: list[int]) -> tuple[Span, ...]:
    edges = [span.start, *cuts, span.end]
    found = []
    for start, end in pairwise(edges):
        said = text[start:end]
        left = start + len(said) - len(said.lstrip())
        right = end - (len(said) - len(said.rstrip()))
        if left < right:
            found.append(Span(left, right))
    return tuple(found)
