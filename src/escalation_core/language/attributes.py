"""Attributes that always have a value: tier, priority; read from data."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: what it is called, where it stands, and how each value is said."""

    name: str
    title: str
    question: str
    labels: frozenset[str]
    nouns: frozenset[str]
    values: dict[str, tuple[str, ...]]


@cache
def attributes() -> dict[str, Attribute]:
    """All attributes by name, read once."""
    data = table("en/attributes")
    return {
        name: Attribute(
            name=name,
            title=told["title"],
            question=told["question"],
            labels=frozenset(told["labels"]),
            nouns=frozenset(told["nouns"]),
            values={value: tuple(phrases) for value, phrases in told["values"].items()},
        )
        for name, told in data.items()
    }
