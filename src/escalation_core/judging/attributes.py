"""Attributes: whether the case has one of the values that a criterion names."""

from escalation_core.facts.situation import Situation
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.attributes import attributes
from escalation_core.language.wording import say
from escalation_core.model.context import Modality, Polarity
from escalation_core.model.evaluation import Evidence, QuestionKind, Role, Status
from escalation_core.model.policy import Has
from escalation_core.text.attributes import Stated


def has(condition: Has, situation: Situation) -> Verdict:
    """Whether the attribute has one of the wanted values; the last statement counts, none leaves it open."""
    attribute = attributes()[condition.attribute]
    said = [value for value in situation.values if value.attribute == condition.attribute and _told(value, situation)]
    if not said:
        why = say("finding", "has_open", attribute=attribute.title)
        return Verdict(Status.UNKNOWN, why, ask=Ask(attribute.question, QuestionKind.CHOICE, condition.values))
    last = said[-1]
    quote = situation.quote(last.span)
    if last.value in condition.values:
        proof = Evidence(quote, last.span, Role.SUPPORTS, attribute.title)
        why = say("finding", "has", quote=quote, attribute=attribute.title)
        return Verdict(Status.MET, why, (proof,), place=said[0].span.start)
    wanted = say("reading", "or").join(condition.values)
    proof = Evidence(quote, last.span, Role.RULES_OUT, attribute.title)
    return Verdict(
        Status.NOT_MET, say("finding", "has_not", quote=quote, attribute=attribute.title, wanted=wanted), (proof,)
    )


def _told(value: Stated, situation: Situation) -> bool:
    context = situation.context(value.span)
    return context.polarity is Polarity.AFFIRMED and context.modality is Modality.ACTUAL and not context.recalled
