"""Bounds and values back in words, with their units."""

from escalation_core.language.wording import say
from escalation_core.model.policy import Exceeds

_SIZES = ((86400.0, "day"), (3600.0, "hour"), (60.0, "minute"))


def told(bound: Exceeds) -> str:
    """The bounds in words, with their unit."""
    low = None if bound.low is None else shown(bound.low, bound)
    high = None if bound.high is None else shown(bound.high, bound)
    if low and high:
        return say("bound", "between", low=low, high=high)
    if low:
        return say("bound", "more_than" if bound.low_open else "at_least", low=low)
    if high:
        return say("bound", "less_than" if bound.high_open else "at_most", high=high)
    return say("bound", "any")


def shown(value: float, bound: Exceeds) -> str:
    """A value in the unit of the bound, as a person would write it."""
    match bound.quantity:
        case "duration":
            return _duration(value)
        case "share":
            return f"{value:g} %"
        case "money":
            sum_ = f"{value:,.0f} {bound.unit or ''}".strip()
            return say("unit", "per", sum=sum_, per=bound.per) if bound.per else sum_
        case _ if bound.measure == "size":
            return f"{float(f'{value:.3g}'):,g} {bound.unit or ''}".strip()
        case _:
            return f"{value:,g}" + (f" {bound.unit}" if bound.unit else "")


def _duration(seconds: float) -> str:
    for size, name in _SIZES:
        if seconds >= 2 * size or (seconds >= size and seconds % size == 0):
            number = round(seconds / size, 1)
            return say("unit", name if number == 1 else f"{name}s", number=f"{number:g}")
    return say("unit", "seconds", number=f"{seconds:g}")


def window(seconds: float) -> str:
    """A length of time in words."""
    return _duration(seconds)
