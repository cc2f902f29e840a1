"""The phrase language of the data: words, `(a|b c)`, `[optional]`, `@class`, `…` for a gap of few words, `=exact`.

A phrase is a sequence of elements. A plain word matches by its stem; `=word` only in that very form. `(a|b c)` matches
one of its alternatives, `[a|b]` one of them or nothing, `@name` any phrase of the class of that name, `…` a few
words of any kind, `#` a number of any kind.
"""

import re
from typing import Union

from escalation_core.errors import BrokenLanguageData

GAP = "…"
NUMBER = "#"
CLASS = "@"
EXACT = "="
_TOKEN = re.compile(r"\.\.\.|…|[()\[\]|]|@\w+|=[^\s()\[\]|…]+|[^\s()\[\]|…@=]+")
_CLOSED_BY = {"(": ")", "[": "]"}

Phrase = list["Element"]
Element = Union[str, list[Phrase]]  # noqa: UP007  a type that holds itself
"""A word, class, number or gap as it is written; or the alternatives of a choice, of which one may be empty."""


def parse(phrase: str) -> Phrase:
    """The elements of a phrase. Raises `BrokenLanguageData` where it is none."""
    options: list[Phrase] = [[]]
    around: list[tuple[str, list[Phrase]]] = []
    for token in _TOKEN.findall(phrase):
        if token in _CLOSED_BY:
            choice: list[Phrase] = [[]]
            options[-1].append(choice)
            around.append((_CLOSED_BY[token], options))
            options = choice
        elif around and token == "|":
            options.append([])
        elif around and token == around[-1][0]:
            if token == "]":
                options.append([])
            options = around.pop()[1]
        elif token in {")", "]", "|"}:
            raise BrokenLanguageData(f"brackets do not match in {phrase!r}")
        elif "?" in token:
            raise BrokenLanguageData(f"what may be left out stands in [brackets], without a question mark: {phrase!r}")
        else:
            options[-1].append(GAP if token == "..." else token)
    if around or not options[0]:
        raise BrokenLanguageData(f"not a phrase: {phrase!r}")
    return options[0]
