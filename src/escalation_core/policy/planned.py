"""What a length of time in a criterion runs from or to: "two weeks after the agreed date", "four weeks from her due date"."""

from escalation_core.language.conditions import condition_words
from escalation_core.model.span import Span
from escalation_core.text.words import words_in

LATE = "late"
"""In the noun of a bound it says that it is measured how late something is."""
_REACH = 7
"""So many words behind a length may say what it runs from."""


def behind_due(text: str, start: int, end: int) -> Span | None:
    """Where it says that the length runs from when something was due, if it does."""
    return _tail(text, start, end, condition_words().after_due, condition_words().due)


def coming(text: str, start: int, end: int) -> Span | None:
    """Where it says that the length runs to a day that is yet to come, if it does."""
    return _tail(text, start, end, condition_words().until_due, condition_words().due)


def _tail(text: str, start: int, end: int, first: frozenset[str], due: frozenset[str]) -> Span | None:
    row = words_in(text, Span(start, max(start, end)))[:_REACH]
    if not row or row[0].form not in first:
        return None
    last = next((word for word in reversed(row) if word.form in due), None)
    return Span(row[0].span.start, last.span.end) if last else None
