"""Sentences that state two criteria: "a fire goes to the warden at once; a flood goes to the desk within ten minutes"."""

import re
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.phrasing import cue, opening, sparing
from escalation_core.policy.routes import routing
from escalation_core.policy.strands import without
from escalation_core.policy.teams import name_after
from escalation_core.policy.timing import deadlines

_NEAR = 40
"""How many characters behind a full stop are read for the words that turn to an exception: "RED but not if …"."""
_OWN, _NAMED = 1, 2
"""So many words of its own each half must have beside who acts and by when, and one that leaves out its verb."""


def parted(said: str, sentence: Span) -> list[Span]:
    """A sentence cut where each side says what happens and who then acts; the sentence itself where it is one."""
    for seam in _seam().finditer(said, sentence.start, sentence.end):
        left, right = Span(sentence.start, seam.start()), Span(seam.end(), sentence.end)
        if _whole(said, left) and (_whole(said, right) or elided(said, right)):
            return [left, *parted(said, right)]
    return [sentence]


def spared_apart(said: str, sentence: Span, entry: Span) -> list[Span]:
    """A sentence cut before the exception it ends with, where who acts was said before: "…; if, however, …, nobody is"."""
    shift = cue("cues", "exception", "turns").search(said, sentence.start, min(sentence.end, sentence.start + _NEAR))
    at = shift.start() if shift and sentence.start > entry.start and shift.start() > sentence.start else None
    for seam in re.finditer(r";\s+", sentence.of(said)):
        right = Span(sentence.start + seam.end(), sentence.end)
        left = Span(sentence.start, sentence.start + seam.start())
        if at is None and _spares(said, right) and (routing(said, left).route or deadlines(said, left)):
            at = right.start
    return [Span(sentence.start, at).trimmed(said, " ;,"), Span(at, sentence.end)] if at else [sentence]


def _spares(said: str, span: Span) -> bool:
    """Whether a stretch says for itself that something does not count: "unless …", "if …, nobody is called"."""
    if opening("cues", "exception", "starts").match(said, span.start, span.end):
        return True
    opens = opening("cues", "sparing", "opens").match(said, span.start, span.end)
    return bool(opens and sparing(said, span.start, span.end))


def _whole(said: str, half: Span) -> bool:
    """Whether it says who acts, and under which circumstances."""
    told = routing(said, half)
    return told.route is not None and _words(said, half, told.taken) >= _OWN


def elided(said: str, half: Span) -> tuple[Span, Span, Span] | None:
    """What happens, who acts and by when, where the verb is left out: "a broken lock to Facilities within 4 hours"."""
    found = re.compile(r"\bto\s+").search(said, half.start, half.end)
    name = name_after(said, found.end(), half.end) if found else None
    due = next(iter(deadlines(said, half)), None)
    if not found or not name or not due or name.end > due.start:
        return None
    what = Span(half.start, found.start())
    return (what, name, due) if _words(said, what, ()) >= _NAMED else None


def _words(said: str, half: Span, taken: tuple[Span, ...]) -> int:
    return sum(len(re.findall(r"\w+", one.of(said))) for one in without(said, half, taken))


@cache
def _seam() -> re.Pattern[str]:
    words = "|".join(outline_words("cues")["seams"]["words"])
    return re.compile(rf";\s+(?:(?:{words})\s+)?|,\s+(?:{words})\s+", re.IGNORECASE)
