"""One condition against one situation."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from escalation_core.facts.kindred import brief
from escalation_core.facts.situation import Situation
from escalation_core.judging.answers import Answered, settled
from escalation_core.judging.attributes import has
from escalation_core.judging.beside import beside_figures
from escalation_core.judging.binding import told_of
from escalation_core.judging.courses import of_lengths, presumed, reckoned, tallied, words_of
from escalation_core.judging.events import happened
from escalation_core.judging.quantities import costing, exceeds, firm, lasting
from escalation_core.judging.resemblance import resembles
from escalation_core.judging.verdict import Ask, Verdict, combined, opposite
from escalation_core.language.lexicon import lexicon
from escalation_core.language.wording import say
from escalation_core.model.evaluation import QuestionKind, Status
from escalation_core.model.policy import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Exceeds,
    Happens,
    Has,
    Judgment,
    Not,
    Refers,
    Resembles,
)
from escalation_core.model.span import Span


def judge(
    condition: Condition, situation: Situation, parts: Mapping[str, Verdict], given: Answered | None = None
) -> Verdict:
    """The verdict on a condition; `parts` holds those on the criterion's own parts, by id.

    `given` is what a person answered to the question about it: it settles what the text leaves open, nothing else.
    """
    match condition:
        case Happens():
            return told_of(condition, happened(lexicon().concepts[condition.concept], situation), situation)
        case Exceeds():
            return settled(condition, _exceeding(condition, situation), given)
        case Has():
            return settled(condition, has(condition, situation), given)
        case Resembles():
            return resembles(condition, situation)
        case Judgment():
            ask = Ask(say("question", "criterion", quote=condition.quote), QuestionKind.YES_NO)
            return Verdict(Status.UNKNOWN, say("finding", "judgment", word=condition.why), ask=ask)
        case Refers():
            return parts[condition.part]
        case AllOf():
            verdicts = [judge(part, situation, parts, given) for part in condition.parts]
            told = beside_figures(condition.parts, timed(condition.parts, verdicts, situation), situation)
            return combined(len(condition.parts), told)
        case AnyOf():
            return combined(1, [judge(part, situation, parts, given) for part in condition.parts])
        case AtLeast():
            return combined(condition.count, [judge(part, situation, parts, given) for part in condition.parts])
        case Not():
            return negated(judge(condition.part, situation, parts, given))
        case unreachable:
            assert_never(unreachable)


def timed(parts: Sequence[Condition], verdicts: Sequence[Verdict], situation: Situation) -> list[Verdict]:
    """What is measured beside an event is the event's: a length of time, and a sum that no words give.

    A length of time beside a figure is that of the figure, where no words give it.
    """
    pairs = list(zip(parts, verdicts, strict=True))
    events = [span for part, verdict in pairs if _tells(part) for span in _shown(verdict)]
    values = [
        Span(verdict.place, verdict.place)
        for part, verdict in pairs
        if isinstance(part, Exceeds) and verdict.status is Status.MET and verdict.place is not None
    ]

    aged = next((verdict for part, verdict in pairs if _of_age(part) and verdict.status is Status.MET), None)

    def measured(part: Condition, verdict: Verdict) -> Verdict:
        if aged and isinstance(part, Happens) and lexicon().concepts[part.concept].who:
            return aged
        if isinstance(part, Exceeds) and part.measure == "amount" and events and verdict.status is Status.UNKNOWN:
            return costing(part, verdict, situation, events)
        if not isinstance(part, Exceeds) or part.measure != "duration":
            return verdict
        if events:
            return lasting(part, verdict, situation, events)
        return lasting(part, verdict, situation, values) if values and verdict.status is Status.UNKNOWN else verdict

    found = [measured(part, verdict) for part, verdict in pairs]
    return _in_its_course(parts, found, situation) if any(of_lengths(part) for part in parts) else found


def _exceeding(condition: Exceeds, situation: Situation) -> Verdict:
    """Whether a figure lies within its bounds; where no words of the text give a length of time, its moments may."""
    verdict = tallied(condition, exceeds(condition, situation), situation)
    if of_lengths(condition) and _open(condition, verdict, situation):
        return reckoned(condition, verdict, situation, words_of(condition))
    return verdict


def _open(condition: Exceeds, verdict: Verdict, situation: Situation) -> bool:
    """Whether the length that was found is tied too loosely to what is measured, or none was."""
    return not _measured(verdict) or (_loose(situation) and not firm(condition, situation))


def _loose(situation: Situation) -> bool:
    """Whether a short text tells its moments in its words, and not as the stamps of a log."""
    return brief(situation) and len(situation.time.stamps) <= 1


def _measured(verdict: Verdict) -> bool:
    return verdict.status is not Status.UNKNOWN and bool(verdict.evidence)


def _in_its_course(parts: Sequence[Condition], verdicts: Sequence[Verdict], situation: Situation) -> list[Verdict]:
    """A length of time of an event that no words name: the text may tell of it all the same, and of its moments."""
    topic = frozenset().union(*(words_of(part) for part in parts))
    pairs = zip(parts, verdicts, strict=True)
    told = [
        reckoned(part, verdict, situation, topic)
        if isinstance(part, Exceeds) and of_lengths(part) and _open(part, verdict, situation)
        else verdict
        for part, verdict in pairs
    ]
    places = [
        proof.span for part, verdict in zip(parts, told, strict=True) if of_lengths(part) for proof in verdict.evidence
    ]
    return [presumed(part, verdict, situation, topic, places) for part, verdict in zip(parts, told, strict=True)]


def _of_age(condition: Condition) -> bool:
    """Whether it wants somebody to be younger than so and so: who is, is a child."""
    return isinstance(condition, Exceeds) and condition.measure == "age" and condition.high is not None


def _shown(verdict: Verdict) -> list[Span]:
    return [proof.span for proof in verdict.evidence] if verdict.place is not None else []


def _tells(condition: Condition) -> bool:
    """Whether it speaks of an event, and not of figures and attributes alone."""
    if isinstance(condition, AllOf | AnyOf):
        return any(_tells(part) for part in condition.parts)
    return isinstance(condition, Happens | Resembles)


def negated(inner: Verdict) -> Verdict:
    """The verdict on what holds only where the inner does not."""
    status = opposite(inner.status)
    key = "negated_met" if status is Status.MET else "negated"
    why = inner.why if status is Status.UNKNOWN else say("finding", key, why=inner.why)
    ask = inner.ask and Ask(say("question", "ruled_out", text=inner.ask.text), inner.ask.kind, inner.ask.choices)
    return Verdict(status, why, inner.evidence, ask)
