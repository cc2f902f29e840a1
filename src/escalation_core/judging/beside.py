"""Events beside a figure: where the text gives the figure among the criterion's own words, what it does not name is asked."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.facts.nouns import light, nouns, stems
from escalation_core.facts.situation import Situation
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.lexicon import lexicon
from escalation_core.language.wording import say
from escalation_core.model.evaluation import QuestionKind, Role, Status
from escalation_core.model.policy import AnyOf, Condition, Exceeds, Happens
from escalation_core.text.kinship import shared

_LASTING = ("duration", "between")
"""What lasts long enough is told of many things, and says nothing of the event."""
_TELLING = 3
"""So many words of the criterion, the very same ones counted twice, stand beside the figure."""


def beside_figures(parts: Sequence[Condition], verdicts: Sequence[Verdict], situation: Situation) -> list[Verdict]:
    """The verdicts on parts that must all hold; an event of which nothing is said is open where a figure tells of it."""
    pairs = list(zip(parts, verdicts, strict=True))
    given = [
        (part, verdict)
        for part, verdict in pairs
        if isinstance(part, Exceeds) and part.measure not in _LASTING and verdict.status is Status.MET
    ]

    def judged(part: Condition, verdict: Verdict) -> Verdict:
        silent = verdict.status is Status.NOT_MET and not verdict.evidence
        names = [one for one in _events(part) if silent]
        told = [found for bound, found in given if any(_told(one, bound, found, situation) for one in names)]
        return _open(names[0], told[0]) if told else verdict

    return [judged(part, verdict) for part, verdict in pairs]


def _events(part: Condition) -> list[Happens]:
    if isinstance(part, AnyOf):
        return [one for inner in part.parts for one in _events(inner)]
    return [part] if isinstance(part, Happens) else []


def _told(event: Happens, bound: Exceeds, found: Verdict, situation: Situation) -> bool:
    """Whether the criterion's words for the event, and for what is measured, stand beside the figure."""
    said = stems(" ".join((event.quote, *event.about, bound.noun or "")))
    said -= light() | nouns("light_verbs") | stems(bound.quote) | stems(bound.unit)
    at = situation.number(found.evidence[0].span) or 0
    near = frozenset(word.stem for one in situation.sentences[max(0, at - 1) : at + 2] for word in one.words)
    return shared(said, near) + len(said & near) >= _TELLING


def _open(event: Happens, found: Verdict) -> Verdict:
    concept = lexicon().concepts[event.concept]
    proof = tuple(replace(one, role=Role.IGNORED) for one in found.evidence)
    why = say("finding", "beside", quote=found.evidence[0].quote, concept=concept.title)
    return Verdict(Status.UNKNOWN, why, proof, Ask(concept.question, QuestionKind.YES_NO))
