"""The checker of outgoing words: rules N1 to N12, the same for our own text and for what an agent edits."""

import re
from collections.abc import Iterator
from functools import cache

from escalation_core.language.outgoing import Rule, rules
from escalation_core.model.brief import Channel, Warning
from escalation_core.model.span import Span
from escalation_core.text.matching import Matcher
from escalation_core.text.sentences import sentences
from escalation_core.text.words import words_in

_LINK = re.compile(r"(?:https?|javascript|data|ftp):\S+|\bwww\.\S+", re.IGNORECASE)


def check(
    text: str,
    *,
    language: str = "en",
    channel: Channel = Channel.EMAIL,
    policy_times: tuple[str, ...] = (),
    allowed_links: tuple[str, ...] = (),
) -> tuple[Warning, ...]:
    """Every passage that breaks a rule, in reading order.

    A time is allowed where the policy gives it in `policy_times`; a link where it begins with one of `allowed_links`.
    """
    found = [*_phrases(text, language), *_marks(text, language), *_links(text, language, allowed_links)]
    free = [warning for warning in found if not _covered(warning, text, policy_times)]
    return tuple(sorted(_outermost(free), key=lambda warning: warning.span))


def _phrases(text: str, language: str) -> Iterator[Warning]:
    known = {rule.name: rule for rule in rules(language)}
    for sentence in sentences(text, Span(0, len(text))):
        row = words_in(text, sentence)
        for hit in _matcher(language).hits(row):
            span = Span(row[hit.first].span.start, row[hit.after - 1].span.end)
            yield _warning(known[hit.owner], text, span)


def _marks(text: str, language: str) -> Iterator[Warning]:
    for rule in rules(language):
        for mark in rule.marks:
            at = text.find(mark)
            while at >= 0:
                yield _warning(rule, text, Span(at, at + len(mark)))
                at = text.find(mark, at + len(mark))


def _links(text: str, language: str, allowed: tuple[str, ...]) -> Iterator[Warning]:
    for rule in rules(language):
        if rule.name == "N10":
            for match in _LINK.finditer(text):
                if not any(match.group().startswith(link) for link in allowed):
                    yield _warning(rule, text, Span(*match.span()))


def _warning(rule: Rule, text: str, span: Span) -> Warning:
    return Warning(rule.name, span.of(text), span, rule.reason, rule.suggestion, rule.blocks)


def _covered(warning: Warning, text: str, policy_times: tuple[str, ...]) -> bool:
    if warning.rule != "N4":
        return False
    around = " ".join(text[max(0, warning.span.start - 20) : warning.span.end + 30].casefold().split())
    return any(" ".join(allowed.casefold().split()) in around for allowed in policy_times)


def _outermost(found: list[Warning]) -> Iterator[Warning]:
    for warning in found:
        inside = any(
            o is not warning and o.rule == warning.rule and o.span != warning.span and o.span.holds(warning.span)
            for o in found
        )
        if not inside:
            yield warning


@cache
def _matcher(language: str) -> Matcher:
    return Matcher({}, [(rule.name, phrase) for rule in rules(language) for phrase in rule.phrases])
