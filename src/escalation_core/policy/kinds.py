"""What a sentence or list entry is: a criterion of some kind, or something that stands beside the criteria."""

from typing import Literal

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.frames import Frame, headed
from escalation_core.policy.labels import Routing
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.routes import routing
from escalation_core.policy.timing import deadlines

Sort = Literal["trigger", "exception", "do_not_escalate", "process", "example", "note", "follow_up"]
_LABEL = 6
"""So many words at most stand before a colon that says what does not count."""
_HEAD = 4
"""A sentence that names its level among so many words, and who acts, says so for the whole level."""


def sort_of(said: str, span: Span, frame: Frame, listed: bool, sure: bool = False) -> Sort:
    """What a stretch is where it stands."""
    if frame.mode in ("process", "note", "example"):
        return _spared_all_the_same(said, span) or frame.mode
    if _of_the_text(said, span):
        return "note"
    told = routing(said, span)
    if opening("cues", "exception", "starts").match(said, span.start, span.end):
        return "exception"
    if not told.route and cue("cues", "references", "effects").search(said, span.start, span.end):
        return "exception" if frame.mode != "do_not_escalate" else "do_not_escalate"
    if frame.mode == "do_not_escalate":
        return _declined(said, span, told, listed)
    if frame.mode == "exception":
        return "exception" if listed or _conditional(said, span) else "note"
    if opening("cues", "example", "starts").match(said, span.start, span.end):
        return "trigger" if frame.severity and listed else "example"
    if not listed and opening("cues", "note", "starts").match(said, span.start, span.end) and not told.taken:
        return "note"
    if sure and frame.mode == "trigger":
        return "trigger"
    if cue("cues", "do_not_escalate", "anywhere").search(said, span.start, span.end):
        return "do_not_escalate" if _content(said, span) else "note"
    if cue("cues", "exception", "anywhere").search(said, span.start, span.end):
        return "exception"
    if sure and frame.mode in ("trigger", "open"):
        return "trigger"
    return _trigger(said, span, frame, told, listed)


def _spared_all_the_same(said: str, span: Span) -> Sort | None:
    """What a line says that does not count, below a heading on something else: "Not to be escalated: …", "Rule 4 does not hold …"."""
    colon = said.find(":", span.start, span.end)
    lead = Span(span.start, colon) if colon > 0 else None
    if lead and len(lead.of(said).split()) <= _LABEL and headed(said, lead, Frame()).mode == "do_not_escalate":
        return "do_not_escalate"
    return "exception" if cue("cues", "references", "effects").search(said, span.start, span.end) else None


def _of_the_text(said: str, span: Span) -> bool:
    """Whether it speaks of the criteria themselves, or of what happens where none is met."""
    itself = opening("cues", "itself", "starts").match(said, span.start, span.end)
    return bool(itself) or any(
        cue("cues", "default", key).search(said, span.start, span.end) for key in ("anywhere", "unnamed")
    )


def _declined(said: str, span: Span, told: Routing, listed: bool) -> Sort:
    if listed and not opening("cues", "process", "starts").match(said, span.start, span.end):
        return "do_not_escalate"
    if cue("cues", "do_not_escalate", "anywhere").search(said, span.start, span.end):
        return "do_not_escalate"
    if told.route and _conditional(said, span):
        return "exception"
    return "note" if not listed else "process"


def _trigger(said: str, span: Span, frame: Frame, told: Routing, listed: bool) -> Sort:
    conditional = _conditional(said, span)
    among = listed and frame.mode == "trigger" and bool(frame.severity or frame.route)
    noted = opening("cues", "note", "starts").match(said, span.start, span.end)
    if noted and not among and not (told.taken and conditional):
        return "note"
    if cue("cues", "process", "follow_up").match(said, span.start, span.end) and not conditional:
        return "follow_up"
    if told.route and not conditional and cue("cues", "process", "acts_on").search(said, span.start, span.end):
        return "follow_up"
    acts = bool(told.taken or deadlines(said, span))
    if not listed and frame.severity and acts and (not conditional or _of_level(said, span, frame, told)):
        return "follow_up"
    if cue("cues", "process", "anywhere").search(said, span.start, span.end) and not (
        listed and frame.mode == "trigger"
    ):
        return "process"
    if span.of(said).rstrip().endswith("?") and frame.mode != "trigger":
        return "note"
    if _orders(said, span):
        return "trigger" if told.taken and conditional else "process"
    if listed:
        return "trigger"
    if told.taken and (conditional or told.route):
        return "trigger"
    leveled = bool(frame.severity) and frame.mode == "trigger" and frame.heading is not None
    return "trigger" if leveled and conditional else "note"


def _orders(said: str, span: Span) -> bool:
    """Whether a stretch begins with a verb that tells somebody what to do; "Mail from …" and "File has …" begin with a noun."""
    verb = opening("cues", "process", "starts").match(said, span.start, span.end)
    behind = said[verb.end() : span.end].split()[:1] if verb else []
    return bool(verb) and not (behind and behind[0].lower() in outline_words("cues")["process"]["behind_nouns"])


def _of_level(said: str, span: Span, frame: Frame, told: Routing) -> bool:
    """Whether a sentence names the level it stands under at its head, and who acts: "For all of RED you call …"."""
    head = " ".join(span.of(said).split()[:_HEAD]).lower()
    return bool(told.route and frame.severity and frame.severity.lower() in head)


def _conditional(said: str, span: Span) -> bool:
    return bool(cue("cues", "condition", "phrases").search(said, span.start, span.end))


def _content(said: str, span: Span) -> bool:
    return len(span.of(said).split()) > 3
