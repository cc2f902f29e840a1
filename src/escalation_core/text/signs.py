"""Signs of concepts: where a text uses the phrases by which an event or state is named, shown, hinted at or ruled out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from escalation_core.language.lexicon import lexicon
from escalation_core.language.spelling import spelling
from escalation_core.model.span import Span
from escalation_core.text.matching import Hit, Matcher
from escalation_core.text.words import Word, words_in


class Strength(StrEnum):
    """What a phrase does for its concept."""

    SHOWN = "shown"
    NAMED = "named"
    HINTED = "hinted"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a concept; `pieces` are the stretches that make it up, more than one where it is joined."""

    concept: str
    strength: Strength
    span: Span
    pieces: tuple[Span, ...]


def signs(text: str, sentences: Sequence[Span]) -> tuple[Sign, ...]:
    """Every sign in these sentences, in reading order; joined signs may reach over two neighbouring sentences."""
    found: list[Sign] = []
    before: dict[str, Span] = {}
    for sentence in sentences:
        row = words_in(text, sentence)
        here, pieces = _in_sentence(row)
        found.extend(here)
        found.extend(_joined(text, before, pieces))
        before = pieces
    return tuple(sorted(found, key=lambda sign: (sign.span, sign.concept, sign.strength)))


def concepts_at(found: Sequence[Sign], span: Span) -> Iterator[Sign]:
    """The signs that lie in a stretch."""
    return (sign for sign in found if span.holds(sign.span))


@cache
def matcher() -> Matcher:
    """All phrases of the lexicon, made ready once."""
    known = lexicon()
    return Matcher(known.classes, _phrases(), "signs")


def _phrases() -> Iterator[tuple[str, str]]:
    for concept in lexicon().concepts.values():
        for phrase in concept.shown_as:
            yield f"shown {concept.name}", phrase
        for phrase in concept.named_as:
            yield f"named {concept.name}", phrase
        for phrase in concept.hints:
            yield f"hinted {concept.name}", phrase
        for phrase in concept.ruled_out_by:
            yield f"ruled_out {concept.name}", phrase
        for phrase in concept.unless:
            yield f"unless {concept.name}", phrase
        for number, pieces in enumerate(concept.joined):
            for place, phrase in enumerate(pieces):
                yield f"joined {concept.name} {number} {place}", phrase


def _in_sentence(row: Sequence[Word]) -> tuple[list[Sign], dict[str, Span]]:
    if not row:
        return [], {}
    shown: list[Sign] = []
    pieces: dict[str, Span] = {}
    blocked: dict[str, list[Span]] = {}
    for hit in matcher().hits(row):
        if hit.owner.startswith("@") or _trouble_denied(row, hit):
            continue
        use, _, name = hit.owner.partition(" ")
        span = _span(row, hit)
        if use == "joined":
            pieces.setdefault(name, span)
        elif use == "unless":
            blocked.setdefault(name, []).append(span)
        else:
            shown.append(Sign(name, Strength(use), span, (span,)))
    kept = [sign for sign in shown if not any(stop.overlap(sign.span) for stop in blocked.get(sign.concept, ()))]
    return kept, {key: span for key, span in pieces.items() if not _blocked(key, span, blocked)}


def _trouble_denied(row: Sequence[Word], hit: Hit) -> bool:
    """Whether it is not the thing that is missing but trouble with it: "no hot water | problems"."""
    known = spelling()
    if row[hit.first].form not in known.negators or hit.after == len(row):
        return False
    return row[hit.after].form in known.troubles


def _blocked(key: str, span: Span, blocked: dict[str, list[Span]]) -> bool:
    return any(stop.overlap(span) for stop in blocked.get(key.split(" ", maxsplit=1)[0], ()))


def _joined(text: str, before: dict[str, Span], here: dict[str, Span]) -> Iterator[Sign]:
    for name, number in sorted({tuple(key.split(" ")[:2]) for key in here}):
        wanted = len(lexicon().concepts[name].joined[int(number)])
        keys = [f"{name} {number} {place}" for place in range(wanted)]
        pieces = [here.get(key) or before.get(key) for key in keys]
        said = sorted(piece for piece in pieces if piece)
        if len(said) == wanted and not _same(said) and _borne(text, [key in here for key in keys], pieces):
            yield Sign(name, Strength.SHOWN, Span(said[0].start, max(piece.end for piece in said)), tuple(said))


def _borne(text: str, here: Sequence[bool], pieces: Sequence[Span | None]) -> bool:
    """Whether neither of the two sentences gives only a word such as "because", which joins what stands in its own."""
    links = spelling().links
    given: dict[bool, bool] = {}
    for behind, piece in zip(here, pieces, strict=True):
        weighs = piece is not None and any(word.form not in links for word in words_in(text, piece))
        given[behind] = given.get(behind, False) or weighs
    return all(given.values())


def _same(pieces: Sequence[Span]) -> bool:
    return any(one == other for place, one in enumerate(pieces) for other in pieces[:place])


def _span(row: Sequence[Word], hit: Hit) -> Span:
    return Span(row[hit.first].span.start, row[hit.after - 1].span.end)
