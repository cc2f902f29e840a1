"""How a situation tells the facts of the case, read from data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CaseCues:
    """One sort of fact: the labels of fields that hold it, the phrases that state it, and whose word counts."""

    labels: frozenset[str]
    cues: tuple[str, ...]
    by: str | None


@cache
def case_cues() -> dict[str, CaseCues]:
    """The English cues by sort of fact, read once."""
    data = tomllib.loads((files("escalation_core.language") / "en" / "case.toml").read_text("utf-8"))
    return {
        name: CaseCues(frozenset(told.get("labels", ())), tuple(told["cues"]), told.get("by"))
        for name, told in data.items()
    }
