"""Lines that say who acts, by when or how urgently, and state no condition."""

from dataclasses import replace

from escalation_core.model.span import Span
from escalation_core.policy.labels import Routing, labelled
from escalation_core.policy.levels import leads_with_level, names_one
from escalation_core.policy.phrasing import opening
from escalation_core.policy.routes import routing
from escalation_core.policy.sentences import sentences
from escalation_core.policy.strands import without


def action(said: str, line: Span) -> Routing | None:
    """Who acts, by when and how urgently, where a line says nothing else: "then tell the Duty Nurse, at once. RED"."""
    first, *later = sentences(said, line) or [line]
    led = leads(said, line)
    told = routing(said, first)
    if not told.route or without(said, first, told.taken):
        told = labelled(said, Span(led or first.start, first.end), sure=bool(led))
    if leads_with_level(said, line) or not told.route or not (led or told.deadline):
        return None
    beside = [
        Routing(severity=level) if (level := names_one(said, one)) else labelled(said, one, True) for one in later
    ]
    if not all(one.severity or one.taken for one in beside):
        return None
    level = next((one.severity for one in beside if one.severity), told.severity)
    due = next((one.deadline for one in beside if one.deadline), None)
    return replace(told, deadline=told.deadline or due, severity=level, taken=(line,))


def hands_on(said: str, sentence: Span) -> bool:
    """Whether a sentence says who acts, beside its condition or alone."""
    return bool(routing(said, sentence).route or action(said, sentence))


def leads(said: str, line: Span) -> int | None:
    """Where the word or arrow ends with which a line opens the consequence of what stands above it."""
    led = opening("cues", "consequence", "starts").match(said, line.start, line.end) or opening(
        "routes", "arrows", "marks"
    ).match(said, line.start, line.end)
    return led.end() if led else None
