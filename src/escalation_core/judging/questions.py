"""Which questions to ask, in the order in which they could change the outcome."""

from collections.abc import Iterator, Sequence

from escalation_core.language.wording import say
from escalation_core.model.evaluation import Decision, Finding, Outcome, Question, QuestionKind, Status
from escalation_core.model.policy import Kind


def ask(findings: Sequence[Finding], decision: Decision) -> tuple[Question, ...]:
    """A question for each open criterion: first those that could change the outcome, the most urgent first.

    Where parts of a criterion are open, they are asked for instead of the whole.
    """
    off = {pair.criterion for pair in decision.cancelled}
    ordered = sorted(
        (finding for finding in findings if finding.status is Status.UNKNOWN and not finding.answered),
        key=lambda finding: _order(finding, findings, decision, off),
    )
    return tuple(question for finding in ordered for question in _questions(finding, finding))


def _questions(finding: Finding, whole: Finding) -> Iterator[Question]:
    open_ = [part for part in finding.parts if part.status is Status.UNKNOWN and not part.answered]
    if open_:
        for part in open_:
            yield from _questions(part, whole)
        return
    criterion = whole.criterion
    key = "why_trigger" if criterion.kind is Kind.TRIGGER else "why_cancel"
    why = say(
        "question", key, route=criterion.route or say("decision", "no_route"), cancels=", ".join(criterion.cancels)
    )
    name = finding.criterion.id
    kind = finding.asks or QuestionKind.YES_NO
    yield Question(f"q-{name}", name, finding.question or "", kind, why, finding.choices)


def _order(finding: Finding, findings: Sequence[Finding], decision: Decision, off: set[str]) -> tuple[int, int, int]:
    criterion = finding.criterion
    place = [other.criterion.id for other in findings].index(criterion.id)
    undecided = decision.outcome is Outcome.NEEDS_INFORMATION
    if criterion.kind is not Kind.TRIGGER:
        matters = bool(set(criterion.cancels) & set(decision.carried_by))
        return (0 if matters else 3, 0, place)
    if criterion.id in off or not criterion.escalates:
        return (4, 0, place)
    seen = 0 if finding.evidence else 1
    return (1 if undecided else 2, seen, place)
