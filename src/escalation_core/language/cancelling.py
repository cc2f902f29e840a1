"""How rules say what they switch off and what they spare, read from data."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class CancellingWords:
    """Cues that spare what a clause names, those that turn this round, and ordinals that number the criteria."""

    spares: tuple[str, ...]
    reversed: tuple[str, ...]
    others: tuple[str, ...]
    but: tuple[str, ...]
    rows: tuple[str, ...]
    about: tuple[str, ...]
    states: frozenset[str]
    only: str
    ordinals: dict[str, int]


def has_any(forms: Sequence[str], cues: Sequence[str]) -> bool:
    """Whether one of the cues stands among the words."""
    padded = f" {' '.join(forms)} "
    return any(f" {cue} " in padded for cue in cues)


@cache
def cancelling_words() -> CancellingWords:
    """The English table, read once."""
    data = table("en/cancelling")
    return CancellingWords(
        spares=tuple(data["spares"]["cues"]),
        reversed=tuple(data["spares"]["reversed"]),
        others=tuple(data["others"]["cues"]),
        but=tuple(data["spares"]["but"]),
        about=tuple(data["about"]["words"]),
        states=frozenset(data["states"]["opens"]),
        only=data["spares"]["only"],
        rows=tuple(data["ordinals"]["rows"]),
        ordinals=dict(data["ordinals"]["numbers"]),
    )
