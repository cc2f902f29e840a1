"""Numbers, units, bounds and words of time, read from data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def measure_words() -> dict[str, dict[str, Any]]:
    """The English tables by name, read once."""
    return tomllib.loads((files("escalation_core.language") / "en" / "measures.toml").read_text("utf-8"))
