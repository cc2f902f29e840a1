"""Fields of life that words belong to: which of them two texts share says whether they may speak of one matter."""

from collections.abc import Iterable
from functools import cache

from escalation_core.language.tables import table
from escalation_core.text.words import stem


def common(words: Iterable[str], others: Iterable[str]) -> int:
    """How much of one field of the words (stems) the others tell of: each of its words, and once more if it is the same."""
    said, wanted = frozenset(others), frozenset(words)
    own = frozenset(name for word in wanted for name in _fields().get(word, ()))
    told: dict[str, int] = {}
    for word in said:
        for name in own & _fields().get(word, frozenset()):
            told[name] = told.get(name, 0) + 1
    return max(told.values(), default=0) + len(wanted & said)


@cache
def _fields() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, members in table("en/fields")["fields"].items():
        for word in members.split():
            found.setdefault(stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
