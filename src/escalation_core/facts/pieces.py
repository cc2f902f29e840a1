"""The pieces in which a situation is quoted: clauses, phrases of time and time stamps, each with what can be read in it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from escalation_core.facts.situation import Sentence, Situation
from escalation_core.language.case import case_cues, case_details, case_names, case_readings
from escalation_core.language.lexicon import lexicon
from escalation_core.language.passages import passage_words
from escalation_core.language.spelling import spelling
from escalation_core.model.context import Holder, Place
from escalation_core.model.mention import MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span
from escalation_core.text.matching import Matcher
from escalation_core.text.words import Word

_MARK = re.compile(
    r"[,;:](?=\s)|\s[-–—/&+=]\s|\s*->\s|[.!?…][\"”’')\]]*\s|(?<=\S)[ \t]{2,}(?=\S)|[()\[\]\"“”]|(?<!\w)'(?=\w)|\n"
)
_COLUMNS = re.compile(r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)")
_EDGE = ' \t\n\r,;:-–—/&+=()[]"“”>*•'


_ENDS = frozenset(".,;:?!)")
_ORDER = ("first statement", "second statement", "third statement")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece, where it belongs, how many words it has, and the names of what is read in it."""

    span: Span
    passage: int
    sentence: int
    words: int
    readings: frozenset[str]


def pieces(situation: Situation) -> tuple[Piece, ...]:
    """Every piece of a situation in reading order, without what stands in signatures and boilerplate."""
    found: list[Piece] = []
    stamped: set[int] = set()
    spoken = 0
    ends = {sentence.passage: number for number, sentence in enumerate(situation.sentences)}
    begun: set[int] = set()
    for number, sentence in enumerate(situation.sentences):
        passage = situation.passages[sentence.passage]
        if passage.place in (Place.BOILERPLATE, Place.SIGNATURE) or _addressed(passage):
            continue
        if passage.moment and sentence.passage not in stamped:
            stamped.add(sentence.passage)
            found.append(_stamp(passage, sentence.passage, number, first=len(stamped) == 1))
        order = {_ORDER[spoken]} if spoken < len(_ORDER) else set()
        order |= {"ends passage"} if ends[sentence.passage] == number else set()
        order |= {"starts passage"} if sentence.passage not in begun else set()
        told = tuple(_told(situation, sentence, number, passage, order))
        if any(piece.words > 3 and "noise" not in piece.readings for piece in told):
            spoken += 1
            begun.add(sentence.passage)
        found.extend(told)
    return tuple(found)


def _addressed(passage: Passage) -> bool:
    """Whether it is the line that says whom a message goes to."""
    return passage.place is Place.FIELD and (passage.label or "").casefold() in case_names()["to"]


def cut(text: str, sentence: Sentence) -> tuple[Span, ...]:
    """The stretches of a sentence between its marks."""
    marks = {found.end() for found in _MARK.finditer(text, sentence.span.start, sentence.span.end)}
    edges = sorted({sentence.span.start, sentence.span.end, *marks})
    spans = (Span(start, end).trimmed(text, _EDGE) for start, end in pairwise(edges))
    return tuple(span for span in spans if span.start < span.end)


def _stamp(passage: Passage, place: int, number: int, *, first: bool) -> Piece:
    assert passage.moment
    said = {"stamp", *(("first stamp",) if first else ())}
    return Piece(passage.moment.span, place, number, 1 + passage.moment.quote.count(":"), frozenset(said))


def _told(situation: Situation, sentence: Sentence, number: int, passage: Passage, order: set[str]) -> Iterator[Piece]:
    spans = [span for span in cut(situation.text, sentence) if span.start >= passage.body.start]
    rows = _rows(spans, sentence.words)
    numbers = [found.span for found in situation.mentions_in(sentence.span) if found.kind is MentionKind.REFERENCE]
    said = _cued(spans, rows, [word for word in sentence.words if not any(span.holds(word.span) for span in numbers)])
    around = _around(passage)
    columns = len(_COLUMNS.findall(situation.text, sentence.span.start, sentence.span.end)) > 1
    around |= {"in columns"} if columns else set()
    for at, (span, row) in enumerate(zip(spans, rows, strict=True)):
        if row:
            own = said[at] | around | set(_held(situation, span, row))
            own |= order
            own |= {"starts sentence"} if at == 0 else set()
            own |= {"asked by agent"} if "asks" in own and passage.label and passage.holder is Holder.AGENT else set()
            yield Piece(span, sentence.passage, number, len({word.span for word in row}), frozenset(own))


def _rows(spans: list[Span], words: tuple[Word, ...]) -> list[list[Word]]:
    """The words of each stretch; both run in the order of the text."""
    starts = [word.span.start for word in words]
    return [list(words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]) for span in spans]


def _cued(spans: list[Span], rows: list[list[Word]], words: Sequence[Word]) -> list[set[str]]:
    said: list[set[str]] = [set() for _ in spans]
    ends = [span.end for span in spans]
    firsts = {row[0].span.start for row in rows if row}
    for hit in matcher().hits(words):
        start = words[hit.first].span.start
        at = bisect_left(ends, start + 1)
        if not hit.owner.startswith("@") and at < len(spans) and spans[at].start <= start:
            said[at].add(hit.owner)
            if start in firsts:
                said[at].add(f"opens {hit.owner}")
    return said


@cache
def _labelled() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, cues in case_cues().items():
        for label in cues.labels:
            kinds[label].add(f"label {kind}")
    return {label: frozenset(names) for label, names in kinds.items()}


def _around(passage: Passage) -> set[str]:
    around = {f"in {passage.place}", f"by {passage.holder}"}
    if passage.place is Place.FIELD and passage.label:
        label = passage.label.casefold()
        around |= _labelled().get(label, {"label other"})
        around |= {f"label {name}" for name, labels in case_details().items() if label in labels}
        around |= {"when sent"} if label in passage_words().sent else set()
    return around


def _held(situation: Situation, span: Span, row: list[Word]) -> Iterator[str]:
    yield from (f"holds {found.kind}" for found in situation.mentions_in(span))
    at = bisect_left(situation.signs, span.start, key=lambda sign: sign.span.start)
    if at < len(situation.signs) and span.holds(situation.signs[at].span):
        yield "sign"
    if situation.text[span.end : span.end + 1] == "?" or "?" in span.of(situation.text):
        yield "asks"
    if situation.text[span.start - 1 : span.start] in {'"', "“", "'"}:
        yield "quoted"
    yield from _formed(situation.text, span, row)


def _formed(text: str, span: Span, row: list[Word]) -> Iterator[str]:
    """What the forms of its words and the marks about a piece tell: something done or going on, how it begins and ends."""
    forms = [word.form for word in row]
    if forms[0].endswith(case_readings().endings):
        yield "opens done"
    told = spelling().irregular.keys() - spelling().function_words
    if any(form.endswith(case_readings().endings) or form in told for form in forms):
        yield "holds done"
    if any(form.endswith(case_readings().ongoing) for form in forms):
        yield "holds ongoing"
    if spelling().function_words.issuperset(forms):
        yield "bare"
    if forms[0][0].isdigit():
        yield "opens figure"
    if text[span.start].isupper():
        yield "opens capital"
    behind = text[span.end : span.end + 1]
    yield f"before {behind if behind in _ENDS else 'word'}".rstrip() if behind.strip() else "before line"


@cache
def matcher() -> Matcher:
    """What a clause can say of the case, made ready once."""
    phrases = [(name, cue) for name, cues in case_cues().items() for cue in cues.cues]
    phrases += [(name, cue) for name, cues in case_readings().phrases.items() for cue in cues]
    return Matcher(lexicon().classes, phrases, "pieces")
