"""A policy against a situation: one finding for each criterion, parts within."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from escalation_core.facts.situation import Situation
from escalation_core.judging.conditions import judge
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Answer, Finding, QuestionKind, Status
from escalation_core.model.policy import Criterion, Policy
from escalation_core.model.span import Quote

_SAID = {"yes": Status.MET, "no": Status.NOT_MET, "unknown": Status.UNKNOWN}


def find(policy: Policy, situation: Situation, answers: Mapping[str, Answer]) -> tuple[Finding, ...]:
    """A finding for every criterion, in the order of the policy; an answer for a criterion beats what was read."""
    return tuple(_finding(criterion, situation, answers)[0] for criterion in policy.criteria)


def flat(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Every finding, each before its parts."""
    for finding in findings:
        yield finding
        yield from flat(finding.parts)


def _finding(criterion: Criterion, situation: Situation, answers: Mapping[str, Answer]) -> tuple[Finding, Verdict]:
    inner = [_finding(part, situation, answers) for part in criterion.parts]
    verdicts = {part.id: verdict for part, (_, verdict) in zip(criterion.parts, inner, strict=True)}
    verdict = judge(criterion.condition, situation, verdicts)
    answer = answers.get(criterion.id)
    if answer is not None:
        verdict = _answered(verdict, answer)
    question = _question(criterion, verdict) if verdict.status is Status.UNKNOWN else None
    finding = Finding(
        criterion=criterion,
        status=verdict.status,
        reason=say("finding", verdict.status, why=verdict.why),
        evidence=verdict.evidence,
        question=question.text if question else None,
        first_met=_first_met(situation, verdict),
        parts=tuple(found for found, _ in inner),
        answered=answer is not None,
    )
    return finding, replace(verdict, ask=question)


def _answered(verdict: Verdict, answer: Answer) -> Verdict:
    status = _SAID.get(answer.strip().casefold(), Status.UNKNOWN)
    return Verdict(status, say("finding", "answered", answer=answer), verdict.evidence, verdict.ask)


def _question(criterion: Criterion, verdict: Verdict) -> Ask:
    return verdict.ask or Ask(say("question", "criterion", quote=criterion.text), QuestionKind.YES_NO)


def _first_met(situation: Situation, verdict: Verdict) -> Quote | None:
    if verdict.status is not Status.MET or verdict.place is None:
        return None
    starts = [passage for passage in situation.passages if passage.span.start <= verdict.place and passage.moment]
    return starts[-1].moment if starts else None
