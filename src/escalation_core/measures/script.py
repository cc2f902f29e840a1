"""A text made plain for reading, every character in its place, and phrases looked up before and behind a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from escalation_core.model.span import Span

V = TypeVar("V")

_CAPITALS = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_PLAIN = _CAPITALS | {
    **{ord(mark): " " for mark in "\u00a0\u2007\u2009\u202f"},
    **{ord(mark): "'" for mark in "’‘ʼ"},
    **{ord(mark): "-" for mark in "−‐‑"},
}
_BREAKS = {ord(mark): " " for mark in "\n\t\r"}


@dataclass(frozen=True, slots=True)
class Script:
    """A text as pasted, and the same in small letters with plain spaces and marks, character for character."""

    text: str
    plain: str

    def quote(self, span: Span) -> str:
        """The words at a stretch, as pasted."""
        return span.of(self.text)

    def capital(self, start: int, end: int) -> bool:
        """Whether the stretch is written in capital letters."""
        return self.text[start:end].isupper()


def script(text: str) -> Script:
    """A text, ready for the readers of measures."""
    return Script(text, text.translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class Said(Generic[V]):
    """A phrase found: what it means, and its place."""

    value: V
    start: int
    end: int


class Sayings(Generic[V]):
    """Phrases with what they mean, found behind or before a place in plain text; of several the longest counts."""

    def __init__(self, table: Mapping[str, V]) -> None:
        """Take the phrases as written in the data; capitals do not matter."""
        self._table = {phrase.translate(_CAPITALS): value for phrase, value in table.items() if phrase}
        self._lengths = sorted({len(phrase) for phrase in self._table}, reverse=True)
        self._longest = self._lengths[0] if self._lengths else 0

    def behind(self, plain: str, at: int, gap: str = " ") -> Said[V] | None:
        """The longest phrase that begins at a place, with at most one character of `gap` (or a line break) between."""
        start = at + 1 if at < len(plain) and (plain[at] in gap or (plain[at] in "\n\t" and " " in gap)) else at
        window = plain[start : start + self._longest].translate(_BREAKS)
        glued = start == at and at > 0 and plain[at - 1].isalpha()
        for length in self._lengths:
            value = self._table.get(window[:length]) if length <= len(window) else None
            if value is None or _goes_on(plain, start + length) or (glued and window[0].isalpha()):
                continue
            return Said(value, start, start + length)
        return None

    def before(self, plain: str, at: int, floor: int = 0) -> Said[V] | None:
        """The longest phrase that ends before a place, with at most two spaces between."""
        end = at
        while end > floor and at - end < 2 and plain[end - 1] in " \n\t":
            end -= 1
        begin = max(floor, end - self._longest)
        window = plain[begin:end].translate(_BREAKS)
        for length in self._lengths:
            if length > len(window):
                continue
            value = self._table.get(window[len(window) - length :])
            start = end - length
            if value is None or (end == at and plain[end - 1].isalpha() and plain[at : at + 1].isalpha()):
                continue
            if plain[start].isalnum() and start > 0 and (plain[start - 1].isalnum() or plain[start - 1] == "_"):
                continue
            return Said(value, start, end)
        return None

    def whole(self, said: str) -> V | None:
        """What exactly these words mean."""
        return self._table.get(" ".join(said.split()))


def _goes_on(plain: str, at: int) -> bool:
    """Whether the word before a place goes on there."""
    return at < len(plain) and plain[at - 1].isalnum() and (plain[at].isalnum() or plain[at] == "_")
