"""Matters that are named as routine, and what a case tells besides them."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.situation import Situation
from escalation_core.model.evaluation import Finding, Role, Status


def told_apart(findings: Sequence[Finding], situation: Situation) -> frozenset[tuple[str, str]]:
    """The ids of met criteria, each with that of a rule it stands apart from: a matter told in other sentences, or not told."""
    rules = [one for one in findings if one.criterion.matter and one.status is not Status.NOT_MET]
    met = [one for one in findings if one.status is Status.MET and one.evidence]
    return frozenset(
        (other.criterion.id, rule.criterion.id)
        for rule in rules
        for other in met
        if not _beside(rule, other, situation)
    )


def _beside(rule: Finding, other: Finding, situation: Situation) -> bool:
    """Whether some of the proof of both stands in one sentence or in neighbouring ones."""
    mine, its = list(_sentences(rule, situation)), list(_sentences(other, situation))
    return any(abs(one - another) <= 1 for one in mine for another in its)


def _sentences(finding: Finding, situation: Situation) -> Iterator[int]:
    for proof in finding.evidence:
        number = situation.number(proof.span)
        if proof.role is not Role.RULES_OUT and number is not None:
            yield number
