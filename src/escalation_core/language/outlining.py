"""The words by which criteria texts are taken apart, read from data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def outline_words(name: str) -> dict[str, Any]:
    """One English file on the outlines of policies, read once."""
    folder = files("escalation_core.language") / "en" / "policy"
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
