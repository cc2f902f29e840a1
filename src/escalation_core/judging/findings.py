"""A policy against a situation: one finding for each criterion, parts within."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from escalation_core.errors import BadAnswer
from escalation_core.facts.situation import Situation
from escalation_core.judging.answers import Answered, read_answer
from escalation_core.judging.conditions import judge, negated, timed
from escalation_core.judging.likeliest import ask_likeliest
from escalation_core.judging.verdict import Ask, Verdict, combined
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Answer, Evidence, Finding, QuestionKind, Status
from escalation_core.model.policy import Criterion, Kind, Policy, named
from escalation_core.model.span import Quote


def find(policy: Policy, situation: Situation, answers: Mapping[str, Answer]) -> tuple[Finding, ...]:
    """A finding for every criterion, in the order of the policy; an answer for a criterion beats what was read.

    Raises `BadAnswer` where an answer belongs to no criterion.
    """
    known = {held.id for criterion in policy.criteria for held in _with_parts(criterion)}
    for key in answers:
        if key not in known:
            raise BadAnswer(f"There is no criterion or question {key!r} to be answered.")
    found = tuple(_finding(criterion, situation, answers) for criterion in policy.criteria)
    return ask_likeliest(found, situation)


def _with_parts(criterion: Criterion) -> Iterator[Criterion]:
    yield criterion
    for part in criterion.parts:
        yield from _with_parts(part)


def flat(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Every finding, each before its parts."""
    for finding in findings:
        yield finding
        yield from flat(finding.parts)


def _finding(criterion: Criterion, situation: Situation, answers: Mapping[str, Answer]) -> Finding:
    return _told(_judged(criterion, situation, answers, None), situation)


@dataclass(frozen=True, slots=True)
class _Judged:
    criterion: Criterion
    verdict: Verdict
    parts: tuple["_Judged", ...]
    answered: bool


def _judged(
    criterion: Criterion, situation: Situation, answers: Mapping[str, Answer], figure: Answered | None
) -> _Judged:
    """The verdict on a criterion and on its parts; a figure that answers the whole answers its parts too."""
    answer = answers.get(criterion.id)
    given = figure if answer is None else read_answer(answer)
    inner = tuple(
        _judged(part, situation, answers, given if given and not given.status else None) for part in criterion.parts
    )
    if inner and not named(criterion.condition):
        inner = _together(inner, situation)
        verdict = combined(len(inner), [_counted(part) for part in inner])
    else:
        verdict = judge(criterion.condition, situation, {part.criterion.id: part.verdict for part in inner}, given)
    if given and given.status:
        verdict = Verdict(given.status, say("finding", "answered", answer=given.said), verdict.evidence, verdict.ask)
    return _Judged(criterion, verdict, inner, answer is not None)


def _together(parts: tuple[_Judged, ...], situation: Situation) -> tuple[_Judged, ...]:
    """Parts of one sentence, with a length of time taken as that of the event beside it."""
    told = timed([part.criterion.condition for part in parts], [part.verdict for part in parts], situation)
    return tuple(
        part if part.answered else replace(part, verdict=verdict) for part, verdict in zip(parts, told, strict=True)
    )


def _counted(part: _Judged) -> Verdict:
    """What a part of a sentence comes to for the whole: an "unless" counts against it."""
    return negated(part.verdict) if part.criterion.kind is Kind.EXCEPTION else part.verdict


def _told(judged: _Judged, situation: Situation) -> Finding:
    criterion, verdict = judged.criterion, judged.verdict
    question = _question(criterion, verdict) if verdict.status is Status.UNKNOWN else None
    return Finding(
        criterion=criterion,
        status=verdict.status,
        reason=say("finding", verdict.status, why=verdict.why),
        evidence=tuple(_outermost(verdict.evidence)),
        question=question.text if question else None,
        asks=question.kind if question else None,
        choices=question.choices if question else (),
        first_met=_first_met(situation, verdict),
        parts=tuple(_told(part, situation) for part in judged.parts),
        answered=judged.answered,
    )


def _outermost(evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    """Each piece of proof once: what lies within another of the same role says nothing more."""
    for proof in evidence:
        wider = [o for o in evidence if o.role is proof.role and o.span.holds(proof.span) and o.span != proof.span]
        if not wider:
            yield proof


def _question(criterion: Criterion, verdict: Verdict) -> Ask:
    return verdict.ask or Ask(say("question", "criterion", quote=criterion.text), QuestionKind.YES_NO)


def _first_met(situation: Situation, verdict: Verdict) -> Quote | None:
    """The stamp of the line by which it is met; what is told above all stamps is so from the first of them."""
    if verdict.status is not Status.MET or verdict.place is None:
        return None
    stamped = [passage for passage in situation.passages if passage.moment]
    before = [passage for passage in stamped if passage.span.start <= verdict.place]
    return (before[-1] if before else stamped[0]).moment if stamped else None
