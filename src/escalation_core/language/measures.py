"""Numbers, units, bounds and words of time, read from data, with the examples that prove them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def measure_words() -> dict[str, dict[str, Any]]:
    """The English tables by name, read once from every file of measures."""
    tables: dict[str, dict[str, Any]] = {}
    for data in _files():
        tables |= {name: table for name, table in data.items() if name != "examples"}
    return tables


def measure_examples() -> list[dict[str, Any]]:
    """The sentences that the tables carry, each with what it must be read as."""
    return [example for data in _files() for example in data.get("examples", [])]


def _files() -> list[dict[str, Any]]:
    folder = files("escalation_core.language") / "en"
    found = sorted((file for file in folder.iterdir() if file.name.startswith("measures")), key=lambda file: file.name)
    return [tomllib.loads(file.read_text("utf-8")) for file in found]
