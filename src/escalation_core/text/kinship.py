"""How near words stand to each other: the same stem, or a word class that holds both."""

from collections.abc import Iterable
from functools import cache

from escalation_core.language.kinship import members
from escalation_core.text.words import stem


@cache
def kin(word: str) -> frozenset[str]:
    """The stem of a word and the classes that hold it, as marks to be compared."""
    return frozenset({word, *("@" + name for name in _classes().get(word, ()))})


def shared(words: Iterable[str], others: Iterable[str]) -> int:
    """How many of the words (stems) have kin among the others."""
    marks = frozenset(mark for other in others for mark in kin(other))
    return sum(1 for word in frozenset(words) if kin(word) & marks)


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, names in members().items():
        found.setdefault(stem(word), set()).update(names)
    return {word: frozenset(names) for word, names in found.items()}
