"""Comparing an interval of what is said with the bounds that a criterion sets."""

from escalation_core.model.evaluation import Status
from escalation_core.model.policy import Exceeds


def compare(low: float | None, high: float | None, bound: Exceeds) -> Status:
    """Whether every value of [low, high] lies within the bounds (met), none (not met), or some (unknown)."""
    return _both(_above(low, high, bound), _below(low, high, bound))


def _above(low: float | None, high: float | None, bound: Exceeds) -> Status:
    if bound.low is None:
        return Status.MET
    if low is not None and (low > bound.low or (low == bound.low and not bound.low_open)):
        return Status.MET
    if high is not None and (high < bound.low or (high == bound.low and bound.low_open)):
        return Status.NOT_MET
    return Status.UNKNOWN


def _below(low: float | None, high: float | None, bound: Exceeds) -> Status:
    if bound.high is None:
        return Status.MET
    if high is not None and (high < bound.high or (high == bound.high and not bound.high_open)):
        return Status.MET
    if low is not None and (low > bound.high or (low == bound.high and bound.high_open)):
        return Status.NOT_MET
    return Status.UNKNOWN


def _both(one: Status, other: Status) -> Status:
    if Status.NOT_MET in (one, other):
        return Status.NOT_MET
    return Status.MET if one is other is Status.MET else Status.UNKNOWN
