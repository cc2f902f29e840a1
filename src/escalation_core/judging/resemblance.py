"""Criteria that name no concept we know: whether a sentence says their own things, in words or in kin of them."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.situation import Sentence, Situation
from escalation_core.judging.verdict import Ask, Verdict
from escalation_core.language.wording import say
from escalation_core.model.context import Context, Modality, Place, Polarity, Time
from escalation_core.model.evaluation import Evidence, QuestionKind, Role, Status
from escalation_core.model.policy import Resembles
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared

_SURE = 1.0
"""All of the criterion's own words must be there, or kin of them, before likeness says that it is met."""
_NEAR = 0.75
_OWN = 0.75
"""So many of them must be the very same words."""
_SAME = 0.5
"""So many of them must be, for likeness to ask."""
_ENOUGH = 4
"""With fewer words than this, likeness says too little to count as proof."""


def resembles(condition: Resembles, situation: Situation) -> Verdict:
    """Whether the situation says what the criterion says; likeness alone mostly asks, as it cannot see who does what."""
    wanted = frozenset(condition.words)
    if not wanted:
        return Verdict(Status.UNKNOWN, say("finding", "judgment", word=condition.quote), ask=_ask(condition))
    if condition.names:
        return _named(condition, situation)
    best = max(_windows(situation), key=lambda window: shared(wanted, window[1]), default=None)
    if best is None:
        return _none(condition)
    span, words, context = best
    share = shared(wanted, words) / len(wanted)
    quote = situation.quote(span)
    if share >= _SURE and len(wanted) >= _ENOUGH and len(wanted & words) >= _OWN * len(wanted):
        if context.polarity is Polarity.NEGATED:
            proof = Evidence(quote, span, Role.RULES_OUT, condition.quote)
            return Verdict(Status.NOT_MET, say("finding", "denied", quote=quote), (proof,))
        proof = Evidence(quote, span, Role.SUPPORTS, condition.quote)
        return Verdict(Status.MET, say("finding", "resembles", quote=quote), (proof,), place=span.start)
    if share >= _NEAR and len(wanted & words) >= _SAME * len(wanted):
        proof = Evidence(quote, span, Role.IGNORED, condition.quote)
        return Verdict(Status.UNKNOWN, say("finding", "resembles_open", quote=quote), (proof,), _ask(condition))
    return _none(condition)


def _windows(situation: Situation) -> Iterator[tuple[Span, frozenset[str], Context]]:
    """Each sentence alone and with its neighbour, where it is asserted."""
    before: Sentence | None = None
    for sentence in situation.sentences:
        context = situation.context(sentence.span)
        if not _usable(context):
            before = None
            continue
        yield sentence.span, _stems([sentence]), context
        if before and before.passage == sentence.passage:
            yield Span(before.span.start, sentence.span.end), _stems([before, sentence]), context
        before = sentence


def _usable(context: Context) -> bool:
    return _meant(context) and context.time not in (Time.PAST, Time.LONG_AGO)


def _stems(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(word.stem for sentence in sentences for word in sentence.words)


def _named(condition: Resembles, situation: Situation) -> Verdict:
    """Whether one of the names is told of: the last that is said of any of them counts, silence leaves it open."""
    spans = sorted(Span(at, at + len(name)) for name in condition.names for at in _occurrences(situation.text, name))
    told = [(span, context) for span in spans if _meant(context := situation.context(span))]
    if not told:
        return _none(condition)
    last, context = told[-1]
    quote = situation.quote(last)
    if context.polarity is Polarity.NEGATED:
        proof = Evidence(quote, last, Role.RULES_OUT, condition.quote)
        return Verdict(Status.NOT_MET, say("finding", "denied", quote=quote), (proof,))
    proof = Evidence(quote, last, Role.SUPPORTS, condition.quote)
    return Verdict(Status.MET, say("finding", "resembles", quote=quote), (proof,), place=told[0][0].start)


def _meant(context: Context) -> bool:
    """Whether it is said in the case's own words, and not only supposed, asked or offered."""
    aside = context.recalled or context.place in (Place.BOILERPLATE, Place.SIGNATURE)
    return not aside and context.modality is Modality.ACTUAL


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _none(condition: Resembles) -> Verdict:
    if condition.open:
        return Verdict(Status.UNKNOWN, say("finding", "open", concept=condition.quote), ask=_ask(condition))
    return Verdict(Status.NOT_MET, say("finding", "resembles_none", quote=condition.quote))


def _ask(condition: Resembles) -> Ask:
    return Ask(say("question", "criterion", quote=condition.quote), QuestionKind.YES_NO)
