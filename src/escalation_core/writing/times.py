"""The times that a preset lets an acknowledgment promise, in the customer's language, with the words of the policy behind them."""

from collections.abc import Iterator, Sequence

from escalation_core.language.outgoing import letter_words
from escalation_core.model.brief import Promise
from escalation_core.model.evaluation import Decision, Outcome
from escalation_core.model.preset import Update
from escalation_core.model.span import Span
from escalation_core.text.sentences import sentences

_WHOLE = "en"
"""The language that presets give their times in."""


def promises(updates: Sequence[Update], decision: Decision, language: str, criteria: str) -> Iterator[Promise]:
    """Every time that is given for this decision and can be said in this language."""
    for update in updates:
        said = _said(update.text, language) if _meant(update, decision) else None
        if said:
            yield Promise(said, _source(update, criteria))


def _meant(update: Update, decision: Decision) -> bool:
    """Whether the time is given for this severity and this route; one that names neither is for every escalation."""
    if decision.outcome is not Outcome.ESCALATE:
        return False
    return _is(update.severity, (decision.severity or "",)) and _is(update.route, decision.routes)


def _is(wanted: str | None, given: tuple[str, ...]) -> bool:
    return wanted is None or wanted.casefold() in {each.casefold() for each in given}


def _said(text: str, language: str) -> str | None:
    """The time in another language; none where it is not of the form that is known there."""
    if language == _WHOLE:
        return text
    before, _, _ = letter_words(_WHOLE).within.partition("{time}")
    said = " ".join(text.casefold().split())
    read = _read(said.removeprefix(before)) if said.startswith(before) else None
    if read is None:
        return None
    count, unit = read
    wanted = letter_words(language)
    one, many = wanted.units[unit]
    return wanted.within.format(time=one if count == 1 else many.format(count=count))


def _read(said: str) -> tuple[int, str] | None:
    """How many of which unit."""
    for unit, (one, many) in letter_words(_WHOLE).units.items():
        count = said.removesuffix(many.format(count=""))
        if said == one:
            return 1, unit
        if count != said and count.isdecimal():
            return int(count), unit
    return None


def _source(update: Update, criteria: str) -> str:
    """The sentence of the policy that gives the time; the preset's own words where no sentence holds them."""
    told = [span.of(line) for line in criteria.splitlines() for span in sentences(line, Span(0, len(line)))]
    held = [said for said in told if update.text.casefold() in said.casefold()]
    named = [said for said in held if (update.severity or "").casefold() in said.casefold()]
    found = [*held, *named][-1:] or [update.text]
    return " ".join(found[0].split())
