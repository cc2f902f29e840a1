"""Numbers, units, bounds and words of time, read from data, with the examples that prove them."""

from functools import cache
from typing import Any

from escalation_core.language.tables import tables


@cache
def measure_words() -> dict[str, dict[str, Any]]:
    """The English tables by name, read once from every file of measures."""
    found: dict[str, dict[str, Any]] = {}
    for data in tables("en/measures").values():
        found |= {name: told for name, told in data.items() if name != "examples"}
    return found


def measure_examples() -> list[dict[str, Any]]:
    """The sentences that the tables carry, each with what it must be read as."""
    return [example for data in tables("en/measures").values() for example in data.get("examples", [])]
