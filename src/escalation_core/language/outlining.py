"""The words by which criteria texts are taken apart, read from data."""

from functools import cache
from typing import Any

from escalation_core.language.tables import table


@cache
def outline_words(name: str) -> dict[str, Any]:
    """One English file on the outlines of policies, read once."""
    return table(f"en/policy/{name}")
