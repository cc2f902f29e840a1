"""Lists in running words: "Please ring Ms Quaye at once in these cases: …; …; ….", or with letters, "… when a) …, b) …"."""

import re
from itertools import pairwise

from escalation_core.model.span import Span
from escalation_core.policy.enumerated import cuts, marks, tidied
from escalation_core.policy.frames import Frame, counted, headed, introduced
from escalation_core.policy.labels import labelled
from escalation_core.policy.phrasing import cue, opening

_LABEL = 14
"""A lead of no more words than this is read as a heading: who acts, by when and how urgently, side by side."""
_COLON = re.compile(r":\s+")


def listed_inline(said: str, sentence: Span) -> tuple[Span, list[Span]] | None:
    """The words that lead a list in a sentence, and its entries; None where it holds none, or counts its parts."""
    found = _lettered(said, sentence) or _semicolons(said, sentence)
    if found is None or counted(said, found[0]) not in (None, 1):
        return None
    return found


def led(said: str, lead: Span, frame: Frame) -> Frame | None:
    """The frame of the list behind these words; None where nothing shows that it lists criteria or what spares them."""
    short = len(lead.of(said).split()) <= _LABEL and labelled(said, lead, sure=True).taken
    inner = headed(said, lead, frame) if short else introduced(said, lead, frame)
    changed = (inner.route, inner.severity, inner.deadline) != (frame.route, frame.severity, frame.deadline)
    if inner.mode in ("process", "note", "example"):
        return None
    sure = (
        changed or inner.mode in ("do_not_escalate", "exception") or (frame.mode == "trigger" and _points(said, lead))
    )
    return inner if sure else None


def _points(said: str, lead: Span) -> bool:
    """Whether the words point to what follows them."""
    return bool(cue("cues", "introducing", "anywhere").search(said, lead.start, lead.end))


def _semicolons(said: str, sentence: Span) -> tuple[Span, list[Span]] | None:
    colon = _COLON.search(said, sentence.start, sentence.end)
    seams = list(cuts(said, Span(colon.end(), sentence.end), ";")) if colon else []
    if not colon or not seams:
        return None
    edges = [Span(colon.end(), colon.end()), *seams, Span(sentence.end, sentence.end)]
    return Span(sentence.start, colon.start()), [_entry(said, Span(a.end, b.start)) for a, b in pairwise(edges)]


def _lettered(said: str, sentence: Span) -> tuple[Span, list[Span]] | None:
    signs = marks(said, sentence)
    if not signs:
        return None
    ends = [*(sign.start() for sign in signs[1:]), sentence.end]
    entries = [_entry(said, Span(sign.end(), end)) for sign, end in zip(signs, ends, strict=True)]
    return Span(sentence.start, signs[0].start()), entries


def _entry(said: str, span: Span) -> Span:
    """An entry without the words that join it to its neighbours."""
    joined = opening("cues", "joining", "parts").match(said, span.start, span.end)
    return tidied(said, Span(joined.end() if joined else span.start, span.end).trimmed(said, " ,;.\n"))
