"""What the findings come to: the outcome, who acts, and what would change it."""

from collections.abc import Sequence

from escalation_core.language.wording import say
from escalation_core.model.evaluation import Cancelled, Decision, Finding, Outcome, Status
from escalation_core.model.policy import Criterion, Kind

_SHORT = 9
"""How many words of a criterion stand for it in a sentence."""


def decide(
    findings: Sequence[Finding], *, told: bool = True, apart: frozenset[tuple[str, str]] = frozenset()
) -> Decision:
    """The decision under Kleene's logic: met triggers that nothing cancels carry it, open ones leave it open.

    `apart` holds the ids of criteria, each with that of a rule that does not reach it in this case.

    Without findings, or where nothing is told (an empty situation), nothing is decided, and the reasoning says why.
    """
    if not findings or not told:
        return _nothing("no_situation" if findings else "no_criteria")
    cancelled = tuple(pair for pair in _cancelled(findings) if (pair.criterion, pair.by) not in apart)
    off = {pair.criterion for pair in cancelled}
    triggers = [finding for finding in findings if finding.criterion.kind is Kind.TRIGGER]
    live = [finding for finding in triggers if finding.criterion.id not in off]
    met = [finding for finding in live if finding.status is Status.MET and finding.criterion.escalates]
    doubtful = {
        target
        for rule in _openly(findings)
        for target in rule.criterion.cancels
        if (target, rule.criterion.id) not in apart
    }
    sure = [finding for finding in met if finding.criterion.id not in doubtful]
    open_ = [finding for finding in live if finding.status is Status.UNKNOWN and finding.criterion.escalates]
    if sure:
        return _escalate(sure, cancelled, open_)
    if met or open_:
        return _open(met, open_, findings, cancelled)
    return _stays(triggers, findings, cancelled)


def _nothing(why: str) -> Decision:
    return Decision(Outcome.NEEDS_INFORMATION, (), None, None, (), (), say("decision", why), None)


def _cancelled(findings: Sequence[Finding]) -> list[Cancelled]:
    holds = [finding for finding in findings if finding.criterion.cancels and finding.status is Status.MET]
    met = {finding.criterion.id for finding in findings if finding.status is not Status.NOT_MET}
    return [
        Cancelled(target, rule.criterion.id) for rule in holds for target in rule.criterion.cancels if target in met
    ]


def _openly(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.criterion.cancels and finding.status is Status.UNKNOWN]


def _escalate(met: Sequence[Finding], cancelled: tuple[Cancelled, ...], _open: Sequence[Finding]) -> Decision:
    ordered = sorted(met, key=_urgency)
    first = ordered[0].criterion
    routes = tuple(dict.fromkeys(f.criterion.route for f in ordered if f.criterion.route))
    severities = [f.criterion for f in ordered if f.criterion.severity]
    named = ", ".join(routes) or say("decision", "no_route")
    reasoning = say("decision", "escalate", criteria=_names(ordered), routes=named)
    flip = say("decision", "flip_met", criterion=_name(first)) if len(ordered) == 1 else None
    return Decision(
        outcome=Outcome.ESCALATE,
        routes=routes,
        severity=severities[0].severity if severities else None,
        deadline=next((f.criterion.deadline for f in ordered if f.criterion.deadline), None),
        carried_by=tuple(f.criterion.id for f in ordered),
        cancelled=cancelled,
        reasoning=" ".join([reasoning, *_switched_off(cancelled)]),
        would_flip=flip,
    )


def _open(
    met: Sequence[Finding], open_: Sequence[Finding], findings: Sequence[Finding], cancelled: tuple[Cancelled, ...]
) -> Decision:
    if met:
        rules = [rule for rule in _openly(findings) if any(f.criterion.id in rule.criterion.cancels for f in met)]
        reasoning = say("decision", "needs_exception", criteria=_names(met), by=_names(rules))
        question = rules[0].question
    else:
        reasoning = say("decision", "needs", count=len(open_), criteria=_names(open_))
        question = open_[0].question
    return Decision(
        outcome=Outcome.NEEDS_INFORMATION,
        routes=(),
        severity=None,
        deadline=None,
        carried_by=tuple(f.criterion.id for f in (met or open_)),
        cancelled=cancelled,
        reasoning=" ".join([reasoning, *_switched_off(cancelled)]),
        would_flip=say("decision", "flip_open", question=question) if question else None,
    )


def _stays(triggers: Sequence[Finding], findings: Sequence[Finding], cancelled: tuple[Cancelled, ...]) -> Decision:
    level = [f for f in triggers if f.status is Status.MET and not f.criterion.escalates]
    touched = any(f.evidence or f.status is not Status.NOT_MET for f in findings)
    said = [say("decision", "stays")]
    if level:
        said = [say("decision", "level_stays", severity=level[0].criterion.severity or _name(level[0].criterion))]
    elif not touched and triggers:
        said = [say("decision", "routine", looked=_names(triggers))]
    near = next((f for f in triggers if f.evidence and f.status is Status.NOT_MET), None)
    return Decision(
        outcome=Outcome.DO_NOT_ESCALATE,
        routes=(),
        severity=level[0].criterion.severity if level else None,
        deadline=None,
        carried_by=tuple(pair.by for pair in cancelled),
        cancelled=cancelled,
        reasoning=" ".join([*said, *_switched_off(cancelled)]),
        would_flip=say("decision", "flip_unmet", criterion=_name(near.criterion)) if near else None,
        routine=not touched,
    )


def _urgency(finding: Finding) -> tuple[bool, int]:
    rank = finding.criterion.rank
    return (rank is None, rank or 0)


def _switched_off(cancelled: Sequence[Cancelled]) -> list[str]:
    by: dict[str, list[str]] = {}
    for pair in cancelled:
        by.setdefault(pair.by, []).append(pair.criterion)
    return [say("decision", "cancelled", criteria=", ".join(targets), by=rule) for rule, targets in by.items()]


def _names(findings: Sequence[Finding]) -> str:
    return ", ".join(_name(finding.criterion) for finding in findings)


def _name(criterion: Criterion) -> str:
    said = criterion.text.split()
    return f"{criterion.id} “{' '.join(said[:_SHORT])}{' …' if len(said) > _SHORT else ''}”"
