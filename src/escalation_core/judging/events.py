"""Events and states: whether what a concept means has happened, as the situation tells it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from escalation_core.facts.situation import Situation
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.lexicon import Concept, included, lexicon
from escalation_core.language.wording import say
from escalation_core.model.context import Context, Modality, Place, Polarity, Time
from escalation_core.model.evaluation import Evidence, QuestionKind, Role, Status
from escalation_core.model.span import Span
from escalation_core.text.signs import Sign, Strength

_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Seen:
    sign: Sign
    contexts: tuple[Context, ...]
    words: int


def happened(concept: Concept, situation: Situation) -> Verdict:
    """Whether the concept, or a narrower one, holds. The last word counts where the text says both."""
    seen = list(_seen(concept, situation))
    holds = [found for found in seen if _strong(found) and _counts(found, concept)]
    told = _stretches(holds)
    against = [found for found in seen if _denies(found) and not told(found.sign.span)]
    if holds and not _overruled(holds, against):
        return _met(concept, situation, holds)
    if against:
        return _denied(concept, situation, against[-1])
    over = [found for found in seen if _strong(found)]
    hinted = [found for found in seen if _hints(found) and _counts(found, concept)]
    if hinted:
        return _hinted(concept, situation, hinted[0])
    if over:
        return _supposed(concept, situation, over[-1])
    return _silent(concept)


def _seen(concept: Concept, situation: Situation) -> Iterator[_Seen]:
    """Its signs, each in its context; a "not" that is part of what one of them says denies none of the others."""
    names = included(concept.name)
    signs = [sign for sign in situation.signs if sign.concept in names]
    said: dict[int | None, list[Span]] = {}
    for sign in signs:
        if sign.strength is Strength.SHOWN:
            for piece in sign.pieces:
                said.setdefault(situation.number(piece), []).append(piece)
    for sign in signs:
        words = len(situation.quote(sign.span).split())
        contexts = (
            situation.context(piece, (*sign.pieces, *said.get(situation.number(piece), ()))) for piece in sign.pieces
        )
        yield _Seen(sign, tuple(contexts), words)


def _strong(found: _Seen) -> bool:
    return found.sign.strength is Strength.SHOWN


def _hints(found: _Seen) -> bool:
    """The policy's own words for it, where they are more than a word, raise the question as a hint does."""
    named = found.sign.strength is Strength.NAMED and found.words > _WORDS
    return named or found.sign.strength is Strength.HINTED


def _counts(found: _Seen, concept: Concept) -> bool:
    allowed = concept.counts_when | lexicon().concepts[found.sign.concept].counts_when
    return all(_asserted(context, allowed) for context in found.contexts)


def _asserted(context: Context, allowed: frozenset[str]) -> bool:
    if context.polarity is Polarity.NEGATED or context.place is Place.BOILERPLATE:
        return False
    if context.modality is not Modality.ACTUAL and context.modality not in allowed:
        return False
    if context.recalled:
        return False
    return context.time is Time.CURRENT or context.time in allowed


def _denies(found: _Seen) -> bool:
    if found.sign.strength is Strength.RULED_OUT:
        return all(
            context.polarity is Polarity.AFFIRMED and context.modality is Modality.ACTUAL for context in found.contexts
        )
    plain = all(context.modality is Modality.ACTUAL for context in found.contexts)
    negated = any(context.polarity is Polarity.NEGATED for context in found.contexts)
    return _strong(found) and plain and (negated or any(context.time is Time.RESOLVED for context in found.contexts))


def _stretches(holds: Sequence[_Seen]) -> Callable[[Span], bool]:
    """Whether a stretch is part of what is told: "not accessible" is told, and "accessible" lies in it."""
    pieces = sorted(piece for found in holds for piece in found.sign.pieces)
    starts = [piece.start for piece in pieces]
    ends = list(accumulate((piece.end for piece in pieces), max))

    def told(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before > 0 and ends[before - 1] > span.start

    return told


def _overruled(holds: Sequence[_Seen], against: Sequence[_Seen]) -> bool:
    last = max(found.sign.span.start for found in holds)
    return any(found.sign.span.start > last for found in against)


def _met(concept: Concept, situation: Situation, holds: Sequence[_Seen]) -> Verdict:
    first = min(holds, key=lambda found: found.sign.span)
    why = say("finding", "shown", quote=situation.quote(first.sign.span), concept=concept.title)
    place = first.sign.pieces[-1].start if first.sign.pieces else first.sign.span.start
    return Verdict(
        Status.MET, why, tuple(_proof(situation, found, Role.SUPPORTS, concept) for found in holds), place=place
    )


def _denied(concept: Concept, situation: Situation, found: _Seen) -> Verdict:
    over = any(context.time is Time.RESOLVED for context in found.contexts)
    why = say("finding", "over" if over else "denied", quote=situation.quote(found.sign.span))
    return Verdict(Status.NOT_MET, why, (_proof(situation, found, Role.RULES_OUT, concept),))


def _supposed(concept: Concept, situation: Situation, found: _Seen) -> Verdict:
    why = say("finding", "supposed", quote=situation.quote(found.sign.span))
    return Verdict(Status.NOT_MET, why, (_proof(situation, found, Role.IGNORED, concept),))


def _hinted(concept: Concept, situation: Situation, found: _Seen) -> Verdict:
    why = say("finding", "hinted", quote=situation.quote(found.sign.span), concept=concept.title)
    return Verdict(Status.UNKNOWN, why, (_proof(situation, found, Role.IGNORED, concept),), _ask(concept))


def _silent(concept: Concept) -> Verdict:
    if concept.world == "open":
        return Verdict(Status.UNKNOWN, say("finding", "open", concept=concept.title), ask=_ask(concept))
    return Verdict(Status.NOT_MET, say("finding", "silent", concept=concept.title))


def _ask(concept: Concept) -> Ask:
    return Ask(concept.question, QuestionKind.YES_NO)


def _proof(situation: Situation, found: _Seen, role: Role, concept: Concept) -> Evidence:
    span = found.sign.span
    return Evidence(situation.quote(span), span, role, understood_as=concept.title)
