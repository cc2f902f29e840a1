"""Which words are kin: they stand in the same word class, or in the related-words table."""

from functools import cache

from escalation_core.language.lexicon import lexicon
from escalation_core.language.spelling import spelling


@cache
def members() -> dict[str, frozenset[str]]:
    """Each single plain word of the classes, with the names of the classes that hold it; not of the mixed ones."""
    found: dict[str, set[str]] = {}
    known = lexicon()
    for name, phrases in known.classes.items():
        for phrase in () if name in known.mixed else phrases:
            for word in _plain(phrase):
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _plain(phrase: str) -> tuple[str, ...]:
    word = phrase.strip().lstrip("=")
    if word.isalpha() and word.casefold() not in spelling().function_words:
        return (word.casefold(),)
    return ()
