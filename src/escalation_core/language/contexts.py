"""Cues of denial, supposition and time, read from data."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class Cues:
    """(effect, direction, cue) triples, cues that only look like one, words that end a scope, words that begin a new
    statement behind a comma, and words by which a cue heads a list.
    """

    effects: tuple[tuple[str, str, str], ...]
    pseudo: tuple[str, ...]
    terminations: tuple[str, ...]
    starts: tuple[str, ...]
    answers: dict[str, frozenset[str]]
    lists: tuple[str, ...]


@cache
def cues() -> Cues:
    """The English cues, read once."""
    data = table("en/contexts/cues")
    effects = tuple(
        (effect, direction, cue)
        for effect, told in data.items()
        if effect not in ("pseudo", "terminations", "starts", "answers", "lists")
        for direction in ("forward", "backward")
        for cue in told[direction]
    )
    return Cues(
        effects,
        tuple(data["pseudo"]["cues"]),
        tuple(data["terminations"]["cues"]),
        tuple(data["starts"]["words"].split()),
        {kind: frozenset(words) for kind, words in data["answers"].items()},
        tuple(data["lists"]["words"]),
    )
