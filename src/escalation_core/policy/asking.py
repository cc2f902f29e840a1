"""What a criterion asks for: which of its words state the condition, and how they go on around who acts."""

import re
from collections.abc import Iterator, Sequence

from escalation_core.language.cancelling import cancelling_words, has_any
from escalation_core.language.conditions import condition_words
from escalation_core.model.policy import Condition, Not, Resembles
from escalation_core.model.span import Span
from escalation_core.policy.anchors import anchors
from escalation_core.policy.conditions import stated
from escalation_core.policy.phrasing import opening, sparing
from escalation_core.policy.trees import all_of, any_of
from escalation_core.text.sentences import sentences
from escalation_core.text.words import words_in

_END = re.compile(r"[.!?](?:\s|$)|\n\s*\n")
_TITLE = 5
_LABELLED = re.compile(r"(?:[\s\d.,&()]+(?:[a-z]{2,3}\s+[\d.()]+)*:|\s*:)?\s*")
"""The numbers of what an exception spares, with their colon: "EXCEPT 3 and 4: …"."""
_LABEL = 4
"""Fewer words than this before a colon name a rule, and state no condition."""
_ROOM = 40
"""How many characters before a stretch are read for the word that opens it."""


def without_effect(text: str, asks: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of a rule that keeps a case back, up to the words that say what it spares."""
    kept: list[Span] = []
    for whole in _without_spared(text, asks):
        ask, conditional = _opened(text, whole)
        ask = ask if conditional else _behind_effect(text, ask)
        cut = next((at for at in _effects(text, ask) if len(words_in(text, Span(ask.start, at))) > _LABEL), None)
        cut = cut or _said_last(text, ask)
        kept.append(Span(ask.start, cut) if cut else ask)
        if cut:
            break
    return tuple(kept)


def _without_spared(text: str, asks: Sequence[Span]) -> list[Span]:
    """The stretches without the sentences behind the first that say what is escalated all the same."""
    said = [sentence for ask in asks for sentence in sentences(text, ask)]
    spared = [one for one in said[1:] if has_any(_forms(text, one), cancelling_words().spares)]
    end = min((one.start for one in spared), default=None)
    return [
        ask if end is None or ask.end <= end else Span(ask.start, end) for ask in asks if end is None or ask.start < end
    ]


def _opened(text: str, ask: Span) -> tuple[Span, bool]:
    """The stretch behind the words that say that it is an exception, and whether it states its condition from there."""
    lead = opening("cues", "exception", "starts").match(text, ask.start, ask.end)
    at = _LABELLED.match(text, lead.end(), ask.end) if lead else None
    opens = opening("cues", "sparing", "opens").match(text, at.end() if at else ask.start, ask.end)
    start = opens.end() if opens else at.end() if at else ask.start
    behind = words_in(text, Span(start, ask.end))
    return (Span(behind[0].span.start, ask.end), bool(opens)) if len(behind) > 1 else (ask, False)


def _behind_effect(text: str, ask: Span) -> Span:
    """The condition behind the words that say what it spares: "Tier 2 does not apply if …"."""
    for found in sparing(text, ask.start, ask.end):
        mark = text[found.end() : found.end() + 1] in (",", ":")
        opens = opening("cues", "sparing", "opens").match(text, found.end() + mark)
        behind = words_in(text, Span(opens.end(), ask.end)) if opens else ()
        if behind and len(words_in(text, Span(ask.start, found.start()))) <= _LABEL:
            return Span(behind[0].span.start, ask.end)
    return ask


def _said_last(text: str, ask: Span) -> int | None:
    """Where a sentence ends by saying that it stays here: "… | are dealt with in the office"."""
    last = next((found for found in sparing(text, ask.start, ask.end) if not _goes_on(text, found.end(), ask)), None)
    before = list(words_in(text, Span(ask.start, last.start()))) if last else []
    while before and before[-1].form in condition_words().helping:
        before.pop()
    return before[-1].span.end if len(before) > 1 else None


def _goes_on(text: str, at: int, ask: Span) -> bool:
    """Whether the clause goes on behind this place."""
    rest = text[at : ask.end].lstrip()
    return bool(words_in(text, Span(at, ask.end))) and not rest.startswith((",", ";", ":"))


def _effects(text: str, ask: Span) -> Iterator[int]:
    """Where what follows from the rule may begin: behind a colon, or behind the comma before words that spare something."""
    colons = [ask.start + found.start() for found in re.finditer(r":\s", ask.of(text))]
    seams = [*colons, *(ask.start + found.start() for found in re.finditer(r",\s(?!\d)", ask.of(text)))]
    before = [[at for at in seams if at < found.start()] for found in sparing(text, ask.start, ask.end)]
    yield from sorted([*colons, *(max(one) for one in before if one)])


def read_condition(text: str, asks: Sequence[Span], *, things: bool = False) -> Condition:
    """The condition that these stretches of the criteria text state together; `things` that are listed are alternatives."""
    found = [held for ask in asks for sentence in sentences(text, ask) for held in _bare(text, sentence)]
    first = [stretch for stretch in found if _resumed(_forms(text, stretch))[0] != "unless"] or found
    told = [stretch for stretch in first if not _title(text, stretch)] or _telling(text, first)
    conditional = [stretch for stretch in told if any(_opens(text, stretch, ask) for ask in asks)]
    if not told:
        return Resembles("", ())
    chosen = (conditional or told)[0]
    said = stated(text, chosen, things=things)
    for stretch in found:
        if chosen.end <= stretch.start and not _ended(text, Span(chosen.end, stretch.start)):
            said = _gone_on(text, said, stretch)
    return said


def _telling(text: str, found: Sequence[Span]) -> list[Span]:
    """Of stretches that are all short, the first that names something known, else the last."""
    return [*[stretch for stretch in found if anchors(text, stretch)][:1], *found[-1:]][:1]


def _forms(text: str, stretch: Span) -> list[str]:
    return [word.form for word in words_in(text, stretch)]


def _ended(text: str, between: Span) -> bool:
    """Whether a sentence or paragraph ends between two stretches."""
    return bool(_END.search(between.of(text)))


def _gone_on(text: str, said: Condition, stretch: Span) -> Condition:
    """The condition with what its sentence says behind the words about who acts: "…, unless …", "…, and so does …"."""
    row = words_in(text, stretch)
    join, length = _resumed([word.form for word in row])
    if join is None or length >= len(row):
        return said
    rest = stated(text, Span(row[length].span.start, stretch.end))
    match join:
        case "unless":
            return all_of([said, Not(rest)])
        case "or":
            return any_of([said, rest])
        case _:
            return all_of([said, rest])


def _resumed(forms: Sequence[str]) -> tuple[str | None, int]:
    """How a stretch goes on with what stands before it, and the length of the words that say so."""
    for join, phrases in condition_words().resuming.items():
        for phrase in phrases:
            if tuple(forms[: len(phrase)]) == phrase:
                return join, len(phrase)
    return None, 0


def _opens(text: str, stretch: Span, ask: Span) -> bool:
    """Whether an "if" or "when" stands right before the stretch."""
    before = words_in(text, Span(max(ask.start, stretch.start - _ROOM), stretch.start))[-1:]
    return ask.holds(stretch) and any(word.form in condition_words().openings for word in before)


def _bare(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence without the word that opens its condition and without what is to be done when it holds."""
    row = words_in(text, sentence)
    known = condition_words()
    numbered = (
        1 if len(row) > 1 and len(row[0].form) <= 2 and text[row[0].span.end : row[0].span.end + 1] in (")", ".") else 0
    )
    start = next((at for at, word in enumerate(row) if at >= numbered and word.form not in known.openings), len(row))
    stop = next((number for number, word in enumerate(row) if word.form in known.closings and number > start), len(row))
    if start < stop:
        yield Span(row[start].span.start, sentence.end if stop == len(row) else row[stop - 1].span.end)


def _title(text: str, stretch: Span) -> bool:
    """Whether it only names what the sentences behind it state: short, and without a verb."""
    row = words_in(text, stretch)
    return len(row) <= _TITLE and (
        not anchors(text, stretch) or not any(word.form in condition_words().verbs for word in row)
    )
