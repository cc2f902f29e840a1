"""Who the case is about: the customer and the contact, by fields, headers, speakers and signatures."""

import re
from collections.abc import Iterator

from escalation_core.facts.situation import Situation
from escalation_core.language.case import case_cues
from escalation_core.model.context import Holder, Place
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span

_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.&-]+(?:\s+(?:[A-ZÀ-Þ][\w'’.&-]*|of|the|and|&|de|van|von|der|la))*")
_STOP = re.compile(r"\s*(?:<|\(|,|;|\||/|$| - )")


def people(situation: Situation) -> Iterator[Fact]:
    """The customer and the contact, each name once, as it is first written."""
    seen: set[tuple[FactKind, str]] = set()
    for fact in (*_fields(situation), *_speakers(situation), *_signatures(situation)):
        key = (fact.kind, fact.quote.casefold())
        if fact.quote.strip() and key not in seen:
            seen.add(key)
            yield fact


def _fields(situation: Situation) -> Iterator[Fact]:
    for passage in situation.passages:
        label = (passage.label or "").casefold()
        if passage.place is not Place.FIELD or passage.holder is Holder.AGENT:
            continue
        for kind, key in ((FactKind.CUSTOMER, "customer"), (FactKind.CONTACT, "contact")):
            if label in case_cues()[key].labels:
                yield _fact(situation, kind, _head(situation, passage.body))


def _head(situation: Situation, body: Span) -> Span:
    """A field's value up to its first bracket or comma: the name without address or plan."""
    said = situation.quote(body)
    cut = _STOP.search(said)
    end = cut.start() if cut and cut.start() else len(said)
    return Span(body.start, body.start + end)


def _speakers(situation: Situation) -> Iterator[Fact]:
    for passage in situation.passages:
        if passage.place is Place.FIELD or not passage.label or passage.holder is not Holder.CUSTOMER:
            continue
        at = situation.text.find(passage.label, passage.span.start, passage.span.end)
        if at >= 0:
            yield _fact(situation, FactKind.CONTACT, Span(at, at + len(passage.label)))


def _signatures(situation: Situation) -> Iterator[Fact]:
    for passage in situation.passages:
        if passage.place is Place.SIGNATURE and passage.holder is not Holder.AGENT:
            yield from _signed(situation, passage)


def _signed(situation: Situation, passage: Passage) -> Iterator[Fact]:
    found = list(_NAME.finditer(situation.text, passage.body.start, passage.body.end))
    if found:
        yield _fact(situation, FactKind.CONTACT, Span(*found[0].span()))
    if len(found) > 1:
        yield _fact(situation, FactKind.CUSTOMER, Span(*found[-1].span()))


def _fact(situation: Situation, kind: FactKind, span: Span) -> Fact:
    return Fact(kind, situation.quote(span), span)
