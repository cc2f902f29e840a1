"""How a case and its people are found again: references, and numbers under which somebody can be called."""

import re
from collections.abc import Iterator
from itertools import groupby

from escalation_core.facts.situation import Situation
from escalation_core.language.case import case_names
from escalation_core.model.context import Place
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span
from escalation_core.text.words import Word, words

_NUMBERED = re.compile(
    r"(?<![\w/.-])(?=[\w-]*\d)(?:[A-Z0-9]+(?:[-/][A-Z0-9]+)+|[A-Z]*\d+[A-Z]\w*|[A-Z]+\d\w*)(?![\w/-]|[.,:]\d)"
)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_GROUPS = re.compile(r"(?:[ ]\d{3,4})+(?![\w.,:/-]*\d)")
_NEAR = 24
_CLOSE = 3
"""So many words before a number may say that it is a reference."""
_FEWEST = 5
"""A number that is spelled out has at least so many words."""
_MOST = 2
_ELSEWHERE = frozenset({MentionKind.MOMENT, MentionKind.MONEY, MentionKind.PHONE, MentionKind.DURATION})


def references(situation: Situation) -> Iterator[Fact]:
    """Every reference once, in reading order."""
    seen: set[str] = set()
    told = {found.span for found in situation.mentions if found.kind is MentionKind.REFERENCE}
    cued = {span for span in _cued(situation) if not any(other.holds(span) for other in told)}
    spans = cued | {span for span in told if not any(span.overlap(other) for other in cued)}
    for span in sorted(map(_whole, spans, [situation.text] * len(spans))):
        said = situation.quote(span)
        if said not in seen and not _DATE.fullmatch(said):
            seen.add(said)
            yield Fact(FactKind.REFERENCE, said, span)


def _whole(span: Span, text: str) -> Span:
    """The number with the groups of digits that belong to it: "4471 2093"."""
    more = _GROUPS.match(text, span.end) if text[span.end - 1].isdigit() else None
    return Span(span.start, more.end()) if more else span


def _cued(situation: Situation) -> Iterator[Span]:
    """What is written like a number of a case right behind a word for one."""
    cues = case_names()["before_reference"] | case_names()["before_number"]
    for match in _NUMBERED.finditer(situation.text):
        span = Span(*match.span())
        if any(found.kind in _ELSEWHERE for found in situation.mentions_in(span)):
            continue
        before = words(situation.text[max(0, span.start - _NEAR) : span.start])[-_CLOSE:]
        if any(word.form in cues for word in before):
            yield span


def numbers(situation: Situation) -> Iterator[Fact]:
    """The first numbers to call that somebody gives in the text, in digits or spelled out."""
    written = [found.span for found in situation.mentions if found.kind is MentionKind.PHONE]
    spelled = [span for sentence in situation.sentences for span in _spelled(sentence.words)]
    aside = (Place.BOILERPLATE, Place.SIGNATURE)
    told = [span for span in sorted({*written, *spelled}) if situation.passage(span).place not in aside]
    for span in told[:_MOST]:
        yield Fact(FactKind.CONTACT, situation.quote(span), span)


def _spelled(row: tuple[Word, ...]) -> Iterator[Span]:
    known = case_names()["digits"]
    for digits, members in groupby(row, key=lambda word: word.form in known):
        run = list(members)
        if digits and len(run) >= _FEWEST:
            yield Span(run[0].span.start, run[-1].span.end)
