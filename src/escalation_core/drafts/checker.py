"""The checker of outgoing words: rules N1 to N12, the same for our own text and for what an agent edits."""

from collections.abc import Iterator
from functools import cache

from escalation_core.drafts.links import allowed, links
from escalation_core.drafts.placeholders import parts
from escalation_core.drafts.redaction import redactions
from escalation_core.drafts.shapes import shapes
from escalation_core.language.outgoing import Rule, rules
from escalation_core.model.brief import Channel, Warning
from escalation_core.model.redaction import SecretKind
from escalation_core.model.span import Span
from escalation_core.text.matching import Matcher
from escalation_core.text.sentences import sentences
from escalation_core.text.words import words_in

_OUR_OWN = (SecretKind.EMAIL, SecretKind.PHONE)
"""How to reach us may well stand in the text; at copy time the agent is asked all the same."""


def check(
    text: str,
    *,
    language: str = "en",
    channel: Channel = Channel.EMAIL,
    policy_times: tuple[str, ...] = (),
    allowed_links: tuple[str, ...] = (),
    authorised: tuple[str, ...] = (),
) -> tuple[Warning, ...]:
    """Every passage that breaks a rule, in reading order.

    A time is allowed where the policy gives it in `policy_times`; a link where it has the very host
    of one of `allowed_links`, and its path begins with that one's. What stands within one of the `authorised` texts,
    between its placeholders, was written by those responsible, and is theirs.
    """
    found = [
        *_phrases(text, language),
        *_marks(text, language),
        *_secrets(text, language),
        *_links(text, language, allowed_links),
    ]
    theirs = list(_occurrences(text, authorised))
    free = [
        warning
        for warning in found
        if not _covered(warning, text, policy_times) and not any(span.holds(warning.span) for span in theirs)
    ]
    return tuple(sorted(_outermost(free), key=lambda warning: warning.span))


def _phrases(text: str, language: str) -> Iterator[Warning]:
    known = {rule.name: rule for rule in rules(language)}
    for sentence in sentences(text, Span(0, len(text))):
        row = words_in(text, sentence)
        for hit in matcher(language).hits(row):
            span = Span(row[hit.first].span.start, row[hit.after - 1].span.end)
            yield _warning(known[hit.owner], text, span)


def _marks(text: str, language: str) -> Iterator[Warning]:
    for rule in rules(language):
        for mark in rule.marks:
            at = text.find(mark)
            while at >= 0:
                yield _warning(rule, text, Span(at, at + len(mark)))
                at = text.find(mark, at + len(mark))
        yield from (_warning(rule, text, span) for span in shapes(text, rule))


def _secrets(text: str, language: str) -> Iterator[Warning]:
    rule = _named("N9", language)
    for found in redactions(text) if rule else ():
        if rule and found.kind not in _OUR_OWN:
            yield _warning(rule, text, found.span)


def _links(text: str, language: str, allow_list: tuple[str, ...]) -> Iterator[Warning]:
    rule = _named("N10", language)
    for span in links(text) if rule else ():
        if rule and not allowed(span.of(text), allow_list):
            yield _warning(rule, text, span)


def _named(name: str, language: str) -> Rule | None:
    return next((rule for rule in rules(language) if rule.name == name), None)


def _warning(rule: Rule, text: str, span: Span) -> Warning:
    around = (sentence for sentence in sentences(text, Span(0, len(text))) if sentence.holds(span))
    return Warning(rule.name, span.of(text), span, rule.reason, rule.suggestion, rule.blocks, next(around, span))


def _covered(warning: Warning, text: str, policy_times: tuple[str, ...]) -> bool:
    if warning.rule != "N4":
        return False
    around = " ".join(text[max(0, warning.span.start - 20) : warning.span.end + 30].casefold().split())
    return any(" ".join(allowed.casefold().split()) in around for allowed in policy_times)


def _occurrences(text: str, authorised: tuple[str, ...]) -> Iterator[Span]:
    told = (said.strip() for text in authorised for said, named in parts(text) if not named)
    for block in filter(None, told):
        at = text.find(block)
        while at >= 0:
            yield Span(at, at + len(block))
            at = text.find(block, at + len(block))


def _outermost(found: list[Warning]) -> Iterator[Warning]:
    """Those that no other hit of the same rule holds."""
    reach: dict[str, int] = {}
    for warning in sorted(found, key=lambda warning: (warning.span.start, -warning.span.end)):
        if warning.span.end > reach.get(warning.rule, -1):
            reach[warning.rule] = warning.span.end
            yield warning


@cache
def matcher(language: str) -> Matcher:
    """The phrases of the rules of a language, made ready once."""
    return Matcher(
        {}, [(rule.name, phrase) for rule in rules(language) for phrase in rule.phrases], f"outgoing_{language}"
    )
