"""Stretches, marks and modes that the parts of the walk share."""

from collections.abc import Sequence

from escalation_core.model.span import Span
from escalation_core.policy.frames import Frame, Mode


def trigger_mode(frame: Frame) -> Mode:
    """The mode of a frame below which criteria are sure to stand."""
    return "trigger" if frame.mode == "open" else frame.mode


def without(said: str, span: Span, taken: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of a stretch beside the words of its routing."""
    left, at = [], span.start
    for stretch in sorted(taken):
        left.append(Span(at, max(at, min(stretch.start, span.end))))
        at = max(at, stretch.end)
    left.append(Span(min(at, span.end), span.end))
    return tuple(kept for kept in (stripped(said, one) for one in left) if kept.of(said).strip(" .,;:()→-–—"))


def stripped(said: str, span: Span) -> Span:
    """The stretch without marks at its ends."""
    return span.trimmed(said, " ,;:.)", " ,;:(")
