"""Lengths of time that the course of a case tells, by the moments that it names, where no words bind them."""

from escalation_core.facts.courses import LIKELY, course
from escalation_core.facts.kindred import brief, kindred
from escalation_core.facts.nouns import stems
from escalation_core.facts.situation import Situation
from escalation_core.judging.bounds import compare
from escalation_core.judging.quantities import judged
from escalation_core.judging.verdict import Verdict
from escalation_core.model.evaluation import Status
from escalation_core.model.policy import Condition, Exceeds, Happens, Not, Resembles

_LENGTHS = ("duration", "time_until", "notice", "between")
_HINTED, _TOLD, _MUCH = 1, 2, 3
"""How many words of the field of a criterion a text must tell, for its moments to be those that are meant."""


def reckoned(bound: Exceeds, verdict: Verdict, situation: Situation, topic: frozenset[str]) -> Verdict:
    """The verdict on a length that no words of the text give: that of the moments between which it lies."""
    if not of_lengths(bound) or not topic:
        return verdict
    short = brief(situation)
    least = _TOLD if short else _MUCH
    figure = course(bound, situation, topic)
    if figure is None:
        return verdict
    kin = kindred(topic, situation, figure.spans)
    open_ = kin < least or figure.weight < LIKELY
    if kin < _HINTED or (open_ and (verdict.evidence or not short)):
        return verdict
    status = Status.UNKNOWN if open_ else compare(figure.low, figure.high, bound)
    return judged(bound, situation, status, figure)


def of_lengths(condition: Condition) -> bool:
    """Whether it sets a bound to a length of time."""
    return isinstance(condition, Exceeds) and condition.measure in _LENGTHS and condition.quantity == "duration"


def words_of(condition: Condition) -> frozenset[str]:
    """The words of the criterion that say what is measured or what happens."""
    match condition:
        case Exceeds():
            return stems(condition.noun) | stems(" ".join(condition.topic))
        case Not():
            return words_of(condition.part)
        case Happens():
            return stems(condition.quote) | stems(" ".join(condition.about))
        case Resembles():
            return frozenset(condition.words)
        case _:
            parts = getattr(condition, "parts", ())
            return frozenset().union(*(words_of(part) for part in parts))
