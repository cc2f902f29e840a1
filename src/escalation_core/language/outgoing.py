"""Rules for texts that leave the house, read from data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what breaks it, why it matters, and what may be said instead."""

    name: str
    title: str
    reason: str
    blocks: bool
    phrases: tuple[str, ...]
    marks: tuple[str, ...]
    suggestion: str | None


@cache
def rules(language: str = "en") -> tuple[Rule, ...]:
    """The rules of a language by name, read once; a language without rules of its own has none."""
    file = files("escalation_core.language") / language / "outgoing" / "rules.toml"
    if not file.is_file():
        return ()
    told = tomllib.loads(file.read_text("utf-8"))
    return tuple(
        Rule(
            name=name,
            title=rule["title"],
            reason=rule["reason"],
            blocks=rule["blocks"],
            phrases=tuple(rule["phrases"]),
            marks=tuple(rule.get("marks", ())),
            suggestion=rule.get("suggestion"),
        )
        for name, rule in told.items()
    )
