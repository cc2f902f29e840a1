"""Lengths of time that the course of a case tells, by the moments that it names, where no words bind them."""

from collections.abc import Sequence

from escalation_core.facts.courses import LIKELY, course
from escalation_core.facts.figure import Figure
from escalation_core.facts.kindred import brief, kindred
from escalation_core.facts.marks import marks
from escalation_core.facts.nouns import stems
from escalation_core.facts.situation import Situation
from escalation_core.judging.bounds import compare
from escalation_core.judging.quantities import judged, unmeasured
from escalation_core.judging.verdict import Verdict
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Evidence, Role, Status
from escalation_core.model.policy import Condition, Exceeds, Happens, Not, Resembles
from escalation_core.model.span import Span

_LENGTHS = ("duration", "time_until", "notice", "between")
_OFTEN = ("occurrences", "count")
_LONGER, _SHORTER = 60, 30
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
    open_ = kin < least or figure.weight < LIKELY or _of_another_order(bound, figure)
    if kin < _HINTED or (open_ and (verdict.evidence or not short)):
        return verdict
    status = Status.UNKNOWN if open_ else compare(figure.low, figure.high, bound)
    return judged(bound, situation, status, figure)


def tallied(bound: Exceeds, verdict: Verdict, situation: Situation) -> Verdict:
    """How often something happened, where a text of its field names as many days as the criterion asks: a question."""
    if bound.measure not in _OFTEN or verdict.status is not Status.NOT_MET or not brief(situation):
        return verdict
    told = {mark.value for mark in marks(situation) if not (mark.aside or mark.is_a("due") or mark.clock)}
    enough = len(told) >= max(_TOLD, bound.low or 0)
    return unmeasured(bound) if enough and kindred(words_of(bound), situation) >= _TOLD else verdict


def _of_another_order(bound: Exceeds, figure: Figure) -> bool:
    """Whether a length is so much longer or shorter than the bound that it is hardly of the same thing."""
    low, high = figure.low or 0.0, figure.high
    if bound.low is not None:
        return low > _LONGER * bound.low
    return bound.high is not None and high is not None and high < bound.high / _SHORTER


def presumed(
    part: Condition, verdict: Verdict, situation: Situation, topic: frozenset[str], places: Sequence[Span]
) -> Verdict:
    """An event of which but one word of the criterion speaks: where its field and its time are told, so is the event."""
    vague = isinstance(part, Resembles) or (isinstance(part, Happens) and bool(part.about))
    silent = verdict.status is Status.NOT_MET and not verdict.evidence
    if not (vague and silent and places and brief(situation)) or kindred(topic, situation, places) < _MUCH:
        return verdict
    proof = tuple(Evidence(situation.quote(place), place, Role.SUPPORTS, "") for place in places[:1])
    why = say("finding", "resembles", quote=situation.quote(places[0]))
    return Verdict(Status.MET, why, proof, place=places[0].start)


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
