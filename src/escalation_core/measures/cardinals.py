"""Whole numbers in words, by the grammar of English number words: "two hundred and fifty-four thousand"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from escalation_core.language.measures import measure_words

_WORD = re.compile(r"[a-z]+(?![\w])|\d{1,15}(?:,\d{3}){0,6}(?:\.\d{1,12})?(?![\w])")
_GAP = re.compile(r" ?- ?|[ \n]{1,3}")
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a number: itself, where it ends, and whether a hyphen ties it to the one before."""

    word: str
    end: int
    tied: bool = False

    @property
    def digits(self) -> float | None:
        """The value of a word in digits."""
        return float(self.word.replace(",", "")) if self.word[0].isdigit() else None


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of the language."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
    dozens: dict[str, int]
    hundred: str
    joint: str
    articles: tuple[str, ...]


@cache
def number_words() -> Words:
    """The number words, read once."""
    told: dict[str, Any] = measure_words()["numbers"]
    return Words(
        told["units"], told["tens"], told["scales"], told["dozens"], told["hundred"], told["and"],
        tuple(told["articles"]),
    )  # fmt: skip


def tokens(plain: str, start: int) -> list[Token]:
    """The words from a place on, as far as spaces or hyphens join them."""
    found: list[Token] = []
    at, tied = start, False
    while len(found) < _LONGEST and (match := _WORD.match(plain, at)):
        found.append(Token(match.group(), match.end(), tied))
        gap = _GAP.match(plain, match.end())
        if not gap:
            break
        at, tied = gap.end(), "-" in gap.group()
    return found


@dataclass(slots=True)
class _Sum:
    """A number as it grows, word by word: what is settled, and the group of up to three digits under way."""

    total: float = 0.0
    group: float | None = None
    last: float = float("inf")
    worded: bool = True
    """Whether words may be added: to "500" alone none are."""

    @property
    def value(self) -> float:
        return self.total + (self.group or 0.0)

    def room(self) -> bool:
        """Whether a number below a hundred fits: behind hundreds, or where a group begins."""
        return self.group is None or (self.worded and self.group >= 100 and self.group % 100 == 0)

    def ten(self) -> bool:
        """Whether a unit fits behind twenty, thirty and so on."""
        return self.worded and (self.group or 0) % 100 >= 20 and (self.group or 0) % 10 == 0

    def add(self, value: float) -> bool:
        self.group = (self.group or 0.0) + value
        return True


def cardinal(words: Sequence[Token], at: int = 0) -> tuple[int, float] | None:
    """The longest whole number from a word on: where it ends, and its value; nothing where there is none."""
    known, found = number_words(), _Sum()
    used = here = at
    while here < len(words):
        word = words[here].word
        if word == known.joint:
            if here == at or not _continues(words, here + 1, found):
                break
        elif word in known.dozens and found.group is not None:
            return here + 1, found.value * known.dozens[word]
        elif _taken(words, here, at, found):
            used = here + 1
        else:
            break
        here += 1
    return (used, found.value) if used > at else None


def _taken(words: Sequence[Token], here: int, at: int, found: _Sum) -> bool:
    """Take one word into the sum, where the grammar lets it follow."""
    known, word = number_words(), words[here].word
    if word in known.units:
        value = known.units[word]
        if value == 0:
            return here == at and found.add(0)
        return (found.room() or (value < 10 and found.ten())) and found.add(value)
    if word in known.tens:
        return found.room() and found.add(known.tens[word])
    if word == known.hundred:
        return _hundred(found, first=here == at)
    if word in known.scales:
        return not (here == at and word.endswith("s")) and _scaled(found, known.scales[word], first=here == at)
    return _digits(words, here, at, found)


def _hundred(found: _Sum, *, first: bool) -> bool:
    if found.group is None and not first:
        return False
    if (found.group or 1) >= 100:
        return False
    found.group, found.worded = (found.group or 1) * 100, True
    return True


def _scaled(found: _Sum, scale: float, *, first: bool) -> bool:
    if found.group is None and not first:
        found.total *= scale
        return bool(found.total)
    if scale >= found.last:
        return False
    found.worded = True
    found.total, found.group, found.last = (
        found.total + (1 if found.group is None else found.group) * scale,
        None,
        scale,
    )
    return True


def _digits(words: Sequence[Token], here: int, at: int, found: _Sum) -> bool:
    """Digits begin a number, or go on in one that began with digits: "4 thousand 3 hundred and 21"."""
    value = words[here].digits
    if value is None:
        return False
    if here == at:
        found.worded = False
        return found.add(value)
    if words[at].digits is None or value != int(value) or not found.room() or value >= 100:
        return False
    known = number_words()
    following = words[here + 1].word if here + 1 < len(words) else ""
    grows = found.group is None and (following == known.hundred or following in known.scales)
    return (grows or words[here - 1].word == known.joint) and found.add(value)


def _continues(words: Sequence[Token], here: int, found: _Sum) -> bool:
    """Whether a number goes on behind "and": "two hundred and five", "one thousand and one", "twenty and four"."""
    known = number_words()
    if here >= len(words):
        return False
    word = words[here].word
    small = word in known.units or word in known.tens or words[here].digits is not None
    if found.group is None:
        return small and found.total > 0
    if found.room():
        return small
    following = words[here + 1].word if here + 1 < len(words) else ""
    large = following == known.hundred or following in known.scales
    return found.group < 100 and found.ten() and 0 < known.units.get(word, 0) < 10 and not large
