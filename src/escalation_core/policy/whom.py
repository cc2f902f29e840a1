"""Of whom something is told: ages and such, which are no event beside one."""

from escalation_core.language.lexicon import lexicon
from escalation_core.model.policy import AllOf, Condition, Exceeds, Happens


def whom(condition: Condition) -> bool:
    """Whether it only says of whom something else is told: their age, that it is a child."""
    if isinstance(condition, AllOf):
        return all(map(whom, condition.parts))
    if isinstance(condition, Happens):
        return lexicon().concepts[condition.concept].who
    return isinstance(condition, Exceeds) and condition.measure == "age"


def shares(before: Condition, after: Condition) -> bool:
    """Whether what is told of the one is told of the other too: "a child, or somebody over 80, has no heating"."""
    return whom(before) and isinstance(after, AllOf) and any(map(whom, after.parts)) and not all(map(whom, after.parts))
