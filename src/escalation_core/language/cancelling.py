"""How rules say what they switch off and what they spare, read from data."""

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
    only: str
    ordinals: dict[str, int]


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
        only=data["spares"]["only"],
        rows=tuple(data["ordinals"]["rows"]),
        ordinals=dict(data["ordinals"]["numbers"]),
    )
