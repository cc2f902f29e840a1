"""Figures: the quantities of a situation that could be what a criterion measures, stated, counted or computed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from escalation_core.facts.figure import Figure
from escalation_core.facts.lengths import lengths, named_lengths
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.conditions import condition_words
from escalation_core.language.lexicon import included
from escalation_core.language.measures import measure_words
from escalation_core.language.spelling import spelling
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Modality, Place, Polarity
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import Exceeds
from escalation_core.model.span import Span
from escalation_core.text.kinship import shared
from escalation_core.text.signs import Strength
from escalation_core.text.words import Word, stem, words_in

_BEFORE = 40
_TOGETHER = 2
"""So many words of what is measured must stand together before a text speaks of it."""
_NEAR = 4
_YEAR = 365 * 86400.0
_MONTH = 30 * 86400.0
_PER = {"year": _YEAR, "month": _MONTH, "week": 7 * 86400.0, "day": 86400.0, "hour": 3600.0}


def figures(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """Every figure that could be meant, in reading order; nothing where none is bound to what is measured."""
    match bound.measure:
        case "contacts" | "occurrences":
            yield from _counted(bound, situation)
        case "age":
            yield from _ages(situation)
        case "time_until":
            yield from _until(bound, situation)
        case "notice":
            yield from _notices(situation)
        case "duration":
            yield from _durations(bound, situation)
        case _:
            yield from _stated(bound, situation)


def could_be_meant(bound: Exceeds, situation: Situation) -> bool:
    """Whether the text speaks at all of what is measured; what it never mentions did not happen.

    Measures that a case always has (its contacts, the customer's age or plan, whom it affects) are never ruled out so.
    """
    if bound.measure == "occurrences":
        return any(_repeated(word, situation) for sentence in situation.sentences for word in sentence.words)
    if bound.measure not in ("count", "share", "duration", "amount"):
        return True
    unit = _stems(bound.unit)
    subject = _stems(bound.noun) - _light() - _nouns("light_verbs")
    subject -= unit if shared(unit, _nouns("people")) else _nouns("always") - unit
    if not subject:
        return True
    need = min(_TOGETHER, len(subject))
    return any(shared(subject, words) >= need for words in _windows(situation))


def _windows(situation: Situation) -> Iterator[frozenset[str]]:
    """The words of each sentence with those of the next, and of the label of its field."""
    stems = [
        frozenset(word.stem for word in sentence.words) | _stems(situation.passages[sentence.passage].label)
        for sentence in situation.sentences
    ]
    empty: frozenset[str] = frozenset()
    yield from (one | other for one, other in zip_longest(stems, stems[1:], fillvalue=empty))


@cache
def _light() -> frozenset[str]:
    return _stems(" ".join(condition_words().light | condition_words().loose))


def _repeated(word: Word, situation: Situation) -> bool:
    return word.stem in _nouns("repeats") and situation.context(word.span).polarity is Polarity.AFFIRMED


def _interval(found: Mention) -> tuple[float | None, float | None]:
    """What a figure says for certain: "several" and "a few" are more than one, and no one knows how many."""
    vague = set(measure_words()["numbers"]["vague"]) - {"couple"}
    if vague & set(found.quote.casefold().split()):
        return 2.0, None
    return found.low, found.high


def _stated(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    kinds = {
        "count": (MentionKind.COUNT,),
        "number": (MentionKind.COUNT, MentionKind.NUMBER),
        "share": (MentionKind.SHARE,),
        "money": (MentionKind.MONEY,),
        "duration": (MentionKind.DURATION,),
    }[bound.quantity]
    wanted = _stems(bound.noun)
    head = _stems(bound.unit) if bound.quantity == "count" else frozenset()
    if bound.quantity == "count" and not head:
        return
    for found in situation.mentions:
        if found.value == "inner" or found.kind not in kinds or not _asserted(found, situation):
            continue
        weight = _affinity(found, situation, wanted, head)
        figure = _converted(found, bound)
        if weight and figure:
            yield replace(figure, weight=weight)
    if bound.quantity == "count" and not shared(head, _nouns("people")):
        for sentence in situation.sentences:
            if shared(wanted - _nouns("light_verbs"), frozenset(word.stem for word in sentence.words)) > 1:
                yield from _listed(situation, sentence)


def _affinity(found: Mention, situation: Situation, wanted: frozenset[str], head: frozenset[str]) -> int:
    """How much speaks for this being what is meant: its own noun first, then the words of its sentence."""
    own = _stems(found.unit) if found.kind is MentionKind.COUNT else frozenset()
    if head and not shared(head, own):
        return 0
    around = _around(situation, found)
    label = _stems(situation.passage(found.span).label)
    return 2 * shared(wanted, own) + shared(wanted, around | label) + 2 * bool(head)


def _around(situation: Situation, found: Mention) -> frozenset[str]:
    """The words of its sentence, and of the one before where "it" or "that" points back."""
    sentence = situation.sentence(found.span)
    said = frozenset(word.stem for word in sentence.words)
    if not said & _nouns("pointing"):
        return said
    number = situation.sentences.index(sentence)
    before = situation.sentences[number - 1].words if number else ()
    return said | frozenset(word.stem for word in before)


def _converted(found: Mention, bound: Exceeds) -> Figure | None:
    scale = 1.0
    if bound.quantity == "money":
        if bound.unit and found.unit and bound.unit != found.unit:
            return None
        if bound.per and found.per and bound.per != found.per:
            if bound.per not in _PER or found.per not in _PER:
                return None
            scale = _PER[bound.per] / _PER[found.per]
    lowest, highest = _interval(found)
    low = None if lowest is None else lowest * scale
    high = None if highest is None else highest * scale
    return Figure(low, high, (found.span,), 1, found.span.start)


def _counted(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    """The n-th contact or time as stated, or as many as there are days listed for it."""
    counted = _nouns("contacts") | _nouns("times") if bound.measure == "contacts" else _nouns("times")
    numbered = counted | _nouns("contacts") | _stems(bound.noun)
    for found in situation.mentions:
        nouns = numbered if found.kind is MentionKind.ORDINAL else counted
        if found.kind not in (MentionKind.ORDINAL, MentionKind.COUNT) or not _stems(found.unit) & nouns:
            continue
        if _asserted(found, situation):
            low, high = _interval(found)
            yield Figure(low, high if found.kind is MentionKind.COUNT else low, (found.span,), 3, found.span.start)
    about = _nouns("contacts") if bound.measure == "contacts" else _nouns("repeats")
    for sentence, following in zip(situation.sentences, (*situation.sentences[1:], None), strict=True):
        said = {word.stem for near in (sentence, following) if near for word in near.words}
        if about & said:
            yield from _listed(situation, sentence)


def _listed(situation: Situation, sentence: Sentence) -> Iterator[Figure]:
    """ "Contacts: 26/02 chat, 04/03 mail, 06/03 mail": as many as there are days in the list."""
    days = [
        mention
        for mention in situation.mentions
        if mention.kind is MentionKind.MOMENT and sentence.span.holds(mention.span)
    ]
    dated = [
        mention
        for mention in days
        if (mention.value and not mention.value[:2].isdigit()) or "-" in (mention.value or "")[:5]
    ]
    if len(dated) > 1:
        spans = tuple(mention.span for mention in dated)
        yield Figure(float(len(dated)), float(len(dated)), spans, 2, spans[-1].start)


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in condition_words().measures[name])


def _ages(situation: Situation) -> Iterator[Figure]:
    for found in situation.mentions:
        if found.kind is MentionKind.DURATION and found.value == "age" and found.low is not None:
            high = None if found.high is None else found.high / _YEAR
            yield Figure(found.low / _YEAR, high, (found.span,), 2, found.span.start)


def _until(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    now = situation.time.end
    wanted = _stems(bound.noun)
    for found in situation.mentions:
        around = frozenset(word.stem for word in situation.sentence(found.span).words)
        weight = shared(wanted, around | _stems(situation.passage(found.span).label))
        if not weight or not _asserted(found, situation):
            continue
        if found.kind is MentionKind.DURATION:
            yield Figure(found.low, found.high, (found.span,), weight, found.span.start)
        if found.kind is MentionKind.MOMENT and now and found.value and not situation.time.is_head(found.span):
            moment = resolve(found.value, now.at)
            if moment is not None:
                left = (moment - now.at).total_seconds()
                yield Figure(left, left, (found.span,), weight + 1, found.span.start)


def _notices(situation: Situation) -> Iterator[Figure]:
    """How long ago something was announced: in words, or from the day of the notice to what is told."""
    announced = _nouns("announce")
    now = situation.time.end
    for sentence in situation.sentences:
        if not announced & {word.stem for word in sentence.words}:
            continue
        for found in situation.mentions_in(sentence.span):
            if found.kind is MentionKind.DURATION:
                yield Figure(found.low, found.high, (found.span,), 3, found.span.start)
        for point in situation.time.within(sentence.span):
            if now and point.at < now.at:
                ahead = (now.at - point.at).total_seconds()
                yield Figure(ahead, ahead, (point.span,), 3, point.span.start)


def _durations(bound: Exceeds, situation: Situation) -> Iterator[Figure]:
    wanted = _stems(bound.noun)
    if wanted - _nouns("lasting"):
        yield from named_lengths(bound, situation, wanted)
    else:
        yield from lengths(bound, situation, _troubles(situation))


def _troubles(situation: Situation) -> list[Span]:
    """Where the text says that something is wrong, for criteria that only say how long "it" lasts."""
    names = {name for wide in condition_words().measures["trouble"] for name in included(wide)}
    return [
        sign.span
        for sign in situation.signs
        if sign.concept in names
        and sign.strength is Strength.SHOWN
        and situation.context(sign.span, sign.pieces).polarity is Polarity.AFFIRMED
    ]


def _denied(found: Mention, situation: Situation) -> bool:
    """Whether the figure itself is denied ("not 40"); what is denied of forty people still counts them."""
    before = words_in(situation.text, Span(max(0, found.span.start - _BEFORE), found.span.start))[-1:]
    return any(word.form in spelling().negators for word in before)


def _asserted(found: Mention, situation: Situation) -> bool:
    context = situation.context(found.span)
    return (
        not _denied(found, situation)
        and context.modality in (Modality.ACTUAL, Modality.PLANNED)
        and context.place not in (Place.BOILERPLATE,)
    )


def _stems(said: str | None) -> frozenset[str]:
    if not said:
        return frozenset()
    empty = spelling().function_words
    return frozenset(word.stem for word in words_in(said, Span(0, len(said))) if word.form not in empty)
