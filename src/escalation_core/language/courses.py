"""What the words beside a moment say that it is in the course of a case, read from data."""

from functools import cache

from escalation_core.language.measures import measure_words
from escalation_core.language.tables import table


@cache
def role_words(role: str) -> frozenset[str]:
    """The words that say of a moment that something began, ended, was due, was told or is still to come then."""
    return frozenset(table("en/courses")["roles"][role].split())


@cache
def due_phrases() -> tuple[str, ...]:
    """What says before a moment that something was due then."""
    return tuple(table("en/courses")["roles"]["due_phrases"])


@cache
def aside_words() -> frozenset[str]:
    """The words that say that it is the matter of somebody else, or of another time."""
    return frozenset(table("en/courses")["aside"]["words"].split())


@cache
def head_words() -> frozenset[str]:
    """The words with which a text begins that says when it is told."""
    return frozenset(table("en/courses")["heads"]["words"].split())


@cache
def day_parts() -> dict[str, tuple[float, float]]:
    """The hours between which each part of a day lies."""
    return {name: (float(hours[0]), float(hours[1])) for name, hours in table("en/courses")["parts"].items()}


@cache
def open_words(name: str) -> frozenset[str]:
    """The words before a moment that say that it was later, or earlier, or yet then."""
    return frozenset(table("en/courses")["open"][name].split())


@cache
def spans() -> dict[str, tuple[int, int]]:
    """The first month of every month and season by name, and how many months it has."""
    months = {name: (month, 1) for name, month in measure_words()["months"]["names"].items()}
    return months | {name: (month, 3) for name, month in table("en/courses")["seasons"].items()}


@cache
def stretch_words() -> frozenset[str]:
    """The words before a month, a season or a year that stands for a moment."""
    return frozenset(table("en/courses")["stretches"]["before"].split())


@cache
def length_words(name: str) -> frozenset[str]:
    """The words beside a length in words that say of what it is, or that it is only promised or usual."""
    return frozenset(table("en/courses")["worded"][name].split())
