"""What the parts of a pasted text look like, read from data."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class PassageWords:
    """Words that mark headers, speakers, quoted replies, boilerplate, signatures and blank values."""

    headers: frozenset[str]
    sent: frozenset[str]
    agent: frozenset[str]
    customer: frozenset[str]
    system: frozenset[str]
    quoted: tuple[str, ...]
    boilerplate: tuple[str, ...]
    signature: frozenset[str]
    blank: frozenset[str]


@cache
def passage_words() -> PassageWords:
    """The English table, read once."""
    data = table("en/passages")
    return PassageWords(
        headers=frozenset(data["headers"]["names"]),
        sent=frozenset(data["headers"]["sent"]),
        agent=frozenset(data["agent"]["words"]),
        customer=frozenset(data["customer"]["words"]),
        system=frozenset(data["system"]["words"]),
        quoted=tuple(data["quoted"]["openings"]),
        boilerplate=tuple(data["boilerplate"]["phrases"]),
        signature=frozenset(data["signature"]["openings"]),
        blank=frozenset(data["blank"]["values"]),
    )
