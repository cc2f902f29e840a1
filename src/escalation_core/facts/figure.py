"""One figure of a situation, as it is compared with a criterion's bounds."""

from dataclasses import dataclass

from escalation_core.model.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its interval, the stretches it was read from, how well it is bound, and where it became known."""

    low: float | None
    high: float | None
    spans: tuple[Span, ...]
    weight: int
    place: int
