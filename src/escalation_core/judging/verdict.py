"""What is said of one condition: its status, why, by what proof, and what would settle it."""

from collections.abc import Sequence
from dataclasses import dataclass

from escalation_core.model.evaluation import Evidence, QuestionKind, Status


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that would settle an open condition."""

    text: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of one condition; `place` is where in the situation it became met, in code points."""

    status: Status
    why: str
    evidence: tuple[Evidence, ...] = ()
    ask: Ask | None = None
    place: int | None = None


def opposite(status: Status) -> Status:
    """Kleene's not."""
    return {Status.MET: Status.NOT_MET, Status.NOT_MET: Status.MET, Status.UNKNOWN: Status.UNKNOWN}[status]


def at_least(count: int, statuses: Sequence[Status]) -> Status:
    """Whether at least so many hold: all of them is Kleene's and, one is his or."""
    surely = statuses.count(Status.MET)
    perhaps = surely + statuses.count(Status.UNKNOWN)
    if surely >= count:
        return Status.MET
    return Status.UNKNOWN if perhaps >= count else Status.NOT_MET


def combined(count: int, verdicts: Sequence[Verdict]) -> Verdict:
    """At least `count` of the verdicts together: what decides carries the reason and the proof."""
    status = at_least(count, [verdict.status for verdict in verdicts])
    telling = [verdict for verdict in verdicts if verdict.status is status] or list(verdicts)
    aside = [verdict for verdict in verdicts if verdict.status is not status]
    evidence = tuple(dict.fromkeys(proof for verdict in [*telling, *aside] for proof in verdict.evidence))
    why = "; ".join(dict.fromkeys(verdict.why for verdict in telling))
    open_ = [verdict.ask for verdict in verdicts if verdict.status is Status.UNKNOWN and verdict.ask]
    places = sorted(verdict.place for verdict in telling if verdict.place is not None)
    place = places[min(count, len(places)) - 1] if places and status is Status.MET else None
    return Verdict(status, why, evidence, open_[0] if open_ and status is Status.UNKNOWN else None, place)
