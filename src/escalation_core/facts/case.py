"""The facts of the case for the brief: who, what, since when, how bad, what was tried, what is asked."""

from escalation_core.facts.situation import Situation
from escalation_core.model.facts import Fact


def case_facts(situation: Situation) -> tuple[Fact, ...]:
    """Every fact of the case that the situation states, in reading order."""
    return ()
