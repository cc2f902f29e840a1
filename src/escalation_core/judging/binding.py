"""Binding: whether an event that is told is told of what the criterion speaks of."""

from dataclasses import replace

from escalation_core.facts.situation import Situation
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.lexicon import lexicon
from escalation_core.language.wording import say
from escalation_core.model.evaluation import QuestionKind, Role, Status
from escalation_core.model.policy import Happens
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.words import stem, words

_FEW = 40
"""Of so few words one is enough: they are mostly alternatives ("a fence, gate or shed")."""


def told_of(condition: Happens, verdict: Verdict, situation: Situation) -> Verdict:
    """The verdict on an event, where the criterion wants it told of certain things: proof that speaks of none is none."""
    if not condition.about or verdict.status is not Status.MET:
        return verdict
    wanted = frozenset(stem(word) for word in condition.about)
    need = 1 if len(wanted) <= _FEW else 2
    found = {
        proof: 0 if _too_small(condition, proof.quote) else shared(wanted, _around(situation, proof.span))
        for proof in verdict.evidence
    }
    best = max(found.values(), default=0)
    if best >= need:
        kept = tuple(proof for proof in verdict.evidence if found[proof] == best)
        if kept == verdict.evidence:
            return verdict
        first = min(kept, key=lambda proof: proof.span)
        why = say("finding", "shown", quote=first.quote, concept=lexicon().concepts[condition.concept].title)
        return replace(verdict, evidence=kept, place=first.span.start, why=why)
    return _loose(condition, verdict, best)


def _too_small(condition: Happens, quote: str) -> bool:
    """Whether it befell one thing, of a kind that the criterion does not name: a terminal is no production line."""
    small = frozenset(lexicon().concepts[condition.concept].too_small)
    named = {word.stem for word in words(" ".join((condition.quote, *condition.about)))}
    return any(word.form in small and word.stem not in named for word in words(quote))


def _loose(condition: Happens, verdict: Verdict, best: int) -> Verdict:
    concept = lexicon().concepts[condition.concept]
    quote = verdict.evidence[0].quote if verdict.evidence else ""
    why = say(
        "finding",
        "partly" if best else "elsewhere",
        quote=quote,
        concept=concept.title,
        about=", ".join(condition.about),
    )
    proof = tuple(replace(one, role=Role.IGNORED) for one in verdict.evidence)
    one_case = _one_case(condition)
    if not best and not one_case:
        return Verdict(Status.NOT_MET, why, proof)
    question = say("question", "criterion", quote=condition.quote) if one_case else concept.question
    return Verdict(Status.UNKNOWN, why, proof, Ask(question, QuestionKind.YES_NO))


def _one_case(condition: Happens) -> bool:
    """Whether the criterion names one case of what happens, and not what it happens to: another case is asked about."""
    named = {word.form for word in words(condition.quote)}
    return named.issuperset(condition.about)


def _around(situation: Situation, span: Span) -> frozenset[str]:
    """The words of the sentences in and beside which a proof stands, with the label of its field."""
    at = situation.number(span) or 0
    near = situation.sentences[max(0, at - 1) : at + 2]
    label = situation.passage(span).label or ""
    return frozenset(word.stem for one in near for word in one.words) | {
        stem(word) for word in label.casefold().split()
    }
