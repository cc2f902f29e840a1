"""Matters that are named as routine, and what a case tells besides them."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.situation import Situation
from escalation_core.model.evaluation import Finding, Role, Status


def told_apart(findings: Sequence[Finding], situation: Situation) -> frozenset[tuple[str, str]]:
    """The ids of met criteria, each with that of a rule it stands apart from: the rule names a matter told in other sentences."""
    met = [finding for finding in findings if finding.status is Status.MET]
    return frozenset(
        (other.criterion.id, rule.criterion.id)
        for rule in met
        if rule.criterion.matter and rule.evidence
        for other in met
        if other.evidence and not _beside(rule, other, situation)
    )


def _beside(rule: Finding, other: Finding, situation: Situation) -> bool:
    """Whether some of the proof of both stands in one sentence or in neighbouring ones."""
    mine, its = list(_sentences(rule, situation)), list(_sentences(other, situation))
    return any(abs(one - another) <= 1 for one in mine for another in its)


def _sentences(finding: Finding, situation: Situation) -> Iterator[int]:
    for proof in finding.evidence:
        number = situation.number(proof.span)
        if proof.role is Role.SUPPORTS and number is not None:
            yield number
