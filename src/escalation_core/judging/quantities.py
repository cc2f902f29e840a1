"""Quantities: which figure of the situation is the one that a criterion asks for, and whether it is within the bounds."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.facts.figure import Figure
from escalation_core.facts.figures import figures
from escalation_core.facts.lengths import lengths, other_lengths
from escalation_core.facts.mentioned import could_be_meant
from escalation_core.facts.situation import Situation
from escalation_core.facts.sums import sums_beside
from escalation_core.judging.bounds import compare
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.wording import say
from escalation_core.measures.telling import shown, told
from escalation_core.model.evaluation import Evidence, QuestionKind, Role, Status
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span

_KINDS = {
    "count": QuestionKind.NUMBER,
    "number": QuestionKind.NUMBER,
    "share": QuestionKind.NUMBER,
    "money": QuestionKind.MONEY,
    "duration": QuestionKind.DURATION,
}
_BOUND = 2
"""A figure that shares but one word with what is measured proves nothing either way."""
_FIRM = 3
"""One that shares so many words with it, or stands in its own sentence, is the one that is meant."""
_GROWING = ("contacts", "occurrences")
_PARTED = ("count",)
_STRICT = (*_GROWING, "time_until", "notice", "size", "count")
"""What only grows; what is told with its parts, of which the whole counts; what a loose tie never proves."""
_ASKED = {"contacts", "occurrences", "age", "size", "time_until", "notice", "between", "excess", "excess_share"}


def exceeds(condition: Exceeds, situation: Situation) -> Verdict:
    """Whether the figure that the criterion means lies within its bounds; unknown where the text gives none."""
    found = list(figures(condition, situation))
    bound = told(condition)
    if not found and not could_be_meant(condition, situation) and not _perhaps(condition, situation):
        return Verdict(Status.NOT_MET, say("finding", "silent", concept=_what(condition, bound)))
    if not found:
        return unmeasured(condition)
    compared = [(compare(figure.low, figure.high, condition), figure) for figure in found]
    status, figure = _telling(condition, situation, compared)
    if status is Status.NOT_MET and _perhaps_together(condition, found):
        status = Status.UNKNOWN
    return judged(condition, situation, status, figure)


def _perhaps_together(condition: Exceeds, found: Sequence[Figure]) -> bool:
    """Whether counts of one thing, none of them enough, would come to the bound if they are told of different ones."""
    if condition.measure not in _PARTED or condition.low is None:
        return False
    told = {figure.spans: figure.low or 0.0 for figure in found if figure.weight >= _BOUND}
    return len(told) > 1 and sum(told.values()) >= condition.low


def firm(condition: Exceeds, situation: Situation) -> bool:
    """Whether a figure of the text is tied so well to what is measured that no other is looked for."""
    return max((figure.weight for figure in figures(condition, situation)), default=0) >= _FIRM


def _perhaps(condition: Exceeds, situation: Situation) -> bool:
    """Whether the text tells of a length of time within the bounds that could be meant, in words of its own."""
    if condition.measure != "duration" or condition.low is None:
        return False
    others = other_lengths(condition, situation)
    return any(compare(one.low, one.high, condition) is not Status.NOT_MET for one in others)


def judged(condition: Exceeds, situation: Situation, status: Status, figure: Figure) -> Verdict:
    """The verdict that a figure gives, with its proof."""
    bound = told(condition)
    role = {Status.MET: Role.SUPPORTS, Status.NOT_MET: Role.RULES_OUT, Status.UNKNOWN: Role.IGNORED}[status]
    said = _understood(figure, condition)
    proof = tuple(Evidence(situation.quote(span), span, role, said, value=True) for span in figure.spans)
    key = {Status.MET: "enough", Status.NOT_MET: "short", Status.UNKNOWN: "vague"}[status]
    quote = " … ".join(situation.quote(span) for span in figure.spans)
    why = say("finding", key, value=_understood(figure, condition), quote=quote, bound=bound)
    ask = _ask(condition, bound) if status is Status.UNKNOWN else None
    return Verdict(status, why, proof, ask, figure.place if status is Status.MET else None)


def lasting(condition: Exceeds, verdict: Verdict, situation: Situation, about: Sequence[Span]) -> Verdict:
    """The verdict on how long something has lasted that is told at these places; the longest that is tied to it counts."""
    found = list(lengths(condition, situation, about))
    if not found:
        return verdict if verdict.status is Status.UNKNOWN else unmeasured(condition)
    best = max(figure.weight for figure in found)
    figure = max((one for one in found if one.weight >= best - 1), key=lambda one: one.low or 0.0)
    return judged(condition, situation, compare(figure.low, figure.high, condition), figure)


def costing(condition: Exceeds, verdict: Verdict, situation: Situation, about: Sequence[Span]) -> Verdict:
    """The verdict on a sum of which the criterion says nothing but that it is the event's that is told at these places."""
    found = list(sums_beside(condition, situation, about))
    if not found:
        return verdict
    return judged(condition, situation, compare(found[0].low, found[0].high, condition), found[0])


def unmeasured(condition: Exceeds) -> Verdict:
    """The verdict where a text that speaks of it gives no figure."""
    bound = told(condition)
    return Verdict(
        Status.UNKNOWN, say("finding", "no_value", bound=_what(condition, bound)), ask=_ask(condition, bound)
    )


def _telling(
    condition: Exceeds, situation: Situation, judged: Sequence[tuple[Status, Figure]]
) -> tuple[Status, Figure]:
    """The figure that is bound best decides; among equals the largest count, or else the last one said."""
    best = max(figure.weight for _, figure in judged)
    near = [(status, figure) for status, figure in judged if figure.weight >= best - 1]
    places = [figure.place for status, figure in near if status is Status.MET]
    if condition.measure == "age":
        status, figure = next((one for one in near if one[0] is Status.MET), near[-1])
    elif condition.measure in (*_GROWING, "notice"):
        status, figure = max(near, key=lambda one: one[1].low or 0.0)
    elif condition.measure in _PARTED:
        last = situation.number(Span(near[-1][1].place, near[-1][1].place))
        passage = situation.sentences[last].passage if last is not None else None
        same = [one for one in near if situation.sentence(Span(one[1].place, one[1].place)).passage == passage]
        status, figure = max(same, key=lambda one: one[1].low or 0.0)
    else:
        status, figure = near[-1]
    agreed = len({other for other, _ in judged}) == 1 and not (status is Status.MET and condition.measure in _STRICT)
    first = replace(figure, place=min(places)) if places and status is Status.MET else figure
    return (status if agreed or figure.weight >= _BOUND else Status.UNKNOWN), first


def _understood(figure: Figure, condition: Exceeds) -> str:
    ends = [shown(end, condition) for end in (figure.low, figure.high) if end is not None]
    return " – ".join(dict.fromkeys(ends))


def _what(condition: Exceeds, bound: str) -> str:
    return f"{condition.quote} ({bound})" if condition.quantity != "count" else bound


def _ask(condition: Exceeds, bound: str) -> Ask:
    key = condition.measure if condition.measure in _ASKED else condition.quantity
    if key == "number":
        key = "value"
    noun = condition.unit if condition.quantity == "count" and condition.unit else condition.noun
    return Ask(say("question", key, noun=noun or condition.quote, bound=bound), _KINDS[condition.quantity])
