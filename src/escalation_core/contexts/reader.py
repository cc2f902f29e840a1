"""Contexts of any stretch of a text: cues with their scopes, found once, after ConText (Harkema et al., 2009)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest

from escalation_core.language.contexts import cues
from escalation_core.model.context import Context, Holder, Modality, Place, Polarity, Time
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span
from escalation_core.text.matching import Hit, Matcher
from escalation_core.text.passages import passages
from escalation_core.text.sentences import sentences
from escalation_core.text.words import Word, words_in

_STARTS = frozenset(cues().starts)
_REACH = 12
"""How many words a cue reaches at the most."""
_ON_SAYINGS = ("withdrawn", "elsewhere", "offered")
"""What is made of a whole saying, and by other words than its own."""
_WIDE = "  "
_LISTS = 3
_DATED = "dated"
_DIGITS = 4
_UNDATED = 2022
"""No text that gives no later year is taken to be older than this."""
_BEGINS = 3
"""What stands among so many first words of a sentence begins it: "So I told him no"."""


@dataclass(frozen=True, slots=True)
class _Scope:
    effect: str
    cue: Span
    span: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    scopes: tuple[_Scope, ...]
    question: bool
    answer: str | None = None
    """What the sentence behind a question answers: "yes", "no", or nothing."""


class Contexts:
    """The scopes of a text, ready to be asked for any stretch of it."""

    def __init__(self, text: str, parts: Sequence[Passage], year: int = _UNDATED) -> None:
        """Find every cue of the text once; `year` is that in which it is told."""
        self._parts = parts
        self._starts = [passage.span.start for passage in parts]
        self._holders = list(_holders(parts))
        read = [_read(text, span, year) for passage in parts for span in sentences(text, _told(passage))]
        self._sentences = [_followed(text, one, other) for one, other in zip_longest(read, read[1:])]
        self._heads = [sentence.span.start for sentence in self._sentences]

    def at(self, span: Span, own: Sequence[Span] = ()) -> Context:
        """The context of a stretch; cues that lie in one of its `own` pieces are part of what is said."""
        number = max(0, bisect_right(self._starts, span.start) - 1)
        place = self._parts[number].place if self._parts else Place.BODY
        holder = self._holders[number] if self._parts else Holder.UNKNOWN
        if not self._sentences:
            return Context(place=place, holder=holder)
        sentence = self._sentences[max(0, bisect_right(self._heads, span.start) - 1)]
        effects = [
            scope.effect
            for scope in sentence.scopes
            if scope.span.overlap(span) and not any(_within(scope, piece) for piece in (span, *own))
        ]
        if "offered" in effects:
            place = Place.BOILERPLATE
        asked = sentence.question and sentence.answer is None
        denied = sentence.answer == "no" or "negated" in effects or "withdrawn" in effects
        polarity = Polarity.NEGATED if denied else Polarity.AFFIRMED
        return Context(polarity, _modality(effects, asked), _time(effects), holder, place)


def read_contexts(text: str, parts: Sequence[Passage], years: Sequence[int] = ()) -> Contexts:
    """The contexts of a text in which these years are named: it is told in the last of them."""
    return Contexts(text, parts, max((_UNDATED, *years)))


def context(text: str, start: int, end: int) -> Context:
    """The context of one stretch of a text, in code points."""
    return Contexts(text, passages(text)).at(Span(start, end))


def _holders(parts: Sequence[Passage]) -> Iterator[Holder]:
    """Whose each passage is: what a customer quotes below a message is ours."""
    above = Holder.UNKNOWN
    for passage in parts:
        quoted = passage.place is Place.QUOTED_REPLY
        yield Holder.AGENT if quoted and above is Holder.CUSTOMER else passage.holder
        above = above if quoted else passage.holder


def _told(passage: Passage) -> Span:
    """What a passage says; a field says its name too."""
    return passage.span if passage.place is Place.FIELD else passage.body


def _followed(text: str, sentence: _Sentence, following: _Sentence | None) -> _Sentence:
    """A sentence with what the next one makes of it: an answer to its question, or that it takes it back."""
    if following is None:
        return sentence
    row = words_in(text, following.span)
    first = row[0] if row else None
    said = next((kind for kind in ("yes", "no") if first and first.form in cues().answers[kind]), None)
    back = [
        _Scope(scope.effect, scope.cue, sentence.span)
        for scope in following.scopes
        if scope.effect == "withdrawn" and any(scope.cue.overlap(word.span) for word in row[:_BEGINS])
    ]
    return replace(sentence, answer=said if sentence.question else None, scopes=(*sentence.scopes, *back))


def _within(scope: _Scope, piece: Span) -> bool:
    """Whether a cue is part of what a piece says; what takes a saying back reaches beyond the piece that it touches."""
    whole = scope.effect in _ON_SAYINGS
    return piece.holds(scope.cue) if whole else bool(piece.overlap(scope.cue))


def _modality(effects: Sequence[str], question: bool) -> Modality:
    if "elsewhere" in effects:
        return Modality.HYPOTHETICAL
    for name in (Modality.ASKED, Modality.CONDITIONAL, Modality.HYPOTHETICAL, Modality.PLANNED):
        if name in effects:
            return name
    return Modality.ASKED if question else Modality.ACTUAL


def _time(effects: Sequence[str]) -> Time:
    if "resolved" in effects:
        return Time.RESOLVED
    if "long_ago" in effects:
        return Time.LONG_AGO
    return Time.PAST if "past" in effects else Time.CURRENT


def _read(text: str, span: Span, year: int) -> _Sentence:
    row = words_in(text, span)
    found = [hit for hit in matcher().hits(row) if not _fresh(row, hit, year)]
    pseudo = [(hit.first, hit.after) for hit in found if hit.owner == "pseudo"]
    ends = sorted({hit.first for hit in found if hit.owner == "end"} | set(_parted(text, row)))
    denials = sorted(hit.first for hit in found if hit.owner == "negated forward")
    scopes = []
    for hit in found:
        if hit.owner in ("pseudo", "end") or any(_feigned(hit, a, b) for a, b in pseudo):
            continue
        effect, direction = hit.owner.split(" ")
        cue = Span(row[hit.first].span.start, row[hit.after - 1].span.end)
        if direction == "forward":
            stop = len(row)
            labels = effect == "past" and hit.after < len(row) and _label(text, row, hit.after)
            if labels:
                stop = _section(text, row, hit.after)
            elif effect != "conditional":
                stop = min(_next(ends, hit.after, stop), hit.after + _REACH, stop)
            if effect == "negated":
                stop = min(_next(denials, hit.after, stop), stop)
            while hit.after < stop < len(row) and row[stop - 1].span == row[stop].span:
                stop -= 1
            stretch = Span(cue.end, row[stop - 1].span.end) if stop > hit.after else cue
        elif effect == "negated" and hit.after < len(row) and not row[hit.after].parted:
            continue
        else:
            before = bisect_left(ends, hit.first)
            nearest = ends[before - 1] if before and effect != "withdrawn" else 0
            start = max(nearest, hit.first - _REACH, 0)
            stretch = Span(row[start].span.start, cue.start)
        scopes.append(_Scope("long_ago" if effect == _DATED else effect, cue, stretch))
    return _Sentence(span, tuple(scopes), text[span.start : span.end].rstrip("\"'”’) ").endswith("?"))


def _fresh(row: Sequence[Word], hit: Hit, year: int) -> bool:
    """Whether what looks like a year gone by is none, or is that of the case."""
    said = row[hit.after - 1].form
    return hit.owner.startswith(f"{_DATED} ") and not (len(said) == _DIGITS and said.isdigit() and int(said) < year)


def _feigned(hit: Hit, start: int, end: int) -> bool:
    """Whether a cue is only part of words that mean something else; a cue as long as they are says what it says."""
    return start <= hit.first < end and not (hit.first == start and hit.after >= end)


def _label(text: str, row: Sequence[Word], after: int) -> bool:
    """Whether a colon or "includes" stands behind the cue: it heads all that its sentence lists."""
    said = " ".join(word.form for word in row[after : after + _LISTS])
    return ":" in text[row[after - 1].span.end : row[after].span.start] or said.startswith(cues().lists)


def _section(text: str, row: Sequence[Word], after: int) -> int:
    """Where a list with a heading ends: at the next heading, which a wide blank parts from it, or with the sentence."""
    colon = text.find(":", row[after].span.start, row[-1].span.end)
    if colon < 0:
        return len(row)
    wide = [
        place for place in range(after + 1, len(row)) if _WIDE in text[row[place - 1].span.end : row[place].span.start]
    ]
    return max((place for place in wide if row[place].span.start < colon), default=len(row))


def _next(places: Sequence[int], at: int, otherwise: int) -> int:
    """The first of the sorted places that is not before `at`."""
    found = bisect_left(places, at)
    return places[found] if found < len(places) else otherwise


def _parted(text: str, row: Sequence[Word]) -> Iterator[int]:
    """Where a comma, a dash or a bracket parts what is said: what a cue before it says does not reach further."""
    for number, (word, following) in enumerate(pairwise(row), 1):
        gap = text[word.span.end : following.span.start]
        if any(mark in gap for mark in ";:()–—") or " - " in gap or ("," in gap and following.form in _STARTS):
            yield number


@cache
def matcher() -> Matcher:
    """The cues of contexts, made ready once."""
    known = cues()
    phrases = [(f"{effect} {direction}", cue) for effect, direction, cue in known.effects]
    phrases += [("pseudo", cue) for cue in known.pseudo]
    phrases += [("end", cue) for cue in known.terminations]
    return Matcher({}, phrases, "contexts")
