"""Where the phrases of the data occur in a row of words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from escalation_core.language.phrases import EXACT, GAP
from escalation_core.language.spelling import spelling
from escalation_core.text.compiling import A_NUMBER, NOTHING, Nodes, Way, Ways
from escalation_core.text.words import Word

_SKIP = 3
"""How many words may be passed over between two words of a phrase."""
_GAP = 5
"""How many words a gap may hold."""
_AT_ONCE = 256
"""How many places of a long row are looked at together."""
_REACH = 160
"""How many words the longest phrase may reach over."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of `owner` in the words `row[first:after]`."""

    owner: str
    first: int
    after: int


class Matcher:
    """Phrases with their owners, and the word classes they use, made ready once and run over many texts."""

    def __init__(
        self, classes: Mapping[str, Sequence[str]], phrases: Iterable[tuple[str, str]], kept_as: str | None = None
    ) -> None:
        """Take word classes by name, and (owner, phrase) pairs; `kept_as` names what is kept of them.

        Raises `BrokenLanguageData` where a phrase is none or names a class that is not there, and where a class holds
        itself.
        """
        self._ways = Ways(classes, phrases, kept_as)

    def hits(self, row: Sequence[Word]) -> Iterator[Hit]:
        """Every phrase that occurs in the row, its longest reading at each place, from the last place to the first."""
        for base in reversed(range(0, len(row), _AT_ONCE)):
            found = self._found(_Places(row[base : base + _AT_ONCE + _REACH]))
            for (first, _), (owner, after) in sorted(found.items(), reverse=True):
                if first < _AT_ONCE:
                    yield Hit(owner, base + first, base + after)

    def _found(self, places: "_Places") -> dict[tuple[int, int], tuple[str, int]]:
        """By place and phrase: its owner, and where its longest reading ends. Classes are found before what names them."""
        waiting: list[list[Way]] = [[] for _ in range(self._ways.levels)]
        *classes, phrases = waiting
        self._await(list(places.at), places, waiting)
        for ways in classes:
            self._await(places.settle(ways), places, waiting)
        longest: dict[tuple[int, int], tuple[str, int]] = {}
        for owner, number, start, ends in places.readings(phrases):
            said = owner, ends.bit_length() - 1
            longest[start, number] = max(said, longest.get((start, number), said))
        return longest

    def _await(self, marks: Iterable[str], places: "_Places", waiting: list[list[Way]]) -> None:
        """Queue the ways that are filed under the marks, where the other words that they need are there too."""
        for mark in marks:
            for way in self._ways.under(mark):
                if places.marks.issuperset(way[5]):
                    waiting[way[2]].append(way)


class _Places:
    """Where marks stand in a row of words.

    Sets of places are whole numbers, bit n for place n, so that a phrase is tried at all places at once. Each mark has
    the places at which it begins, by the number of words that it takes.
    """

    def __init__(self, row: Sequence[Word]) -> None:
        """Note every word of the row."""
        known = spelling()
        at: dict[str, int] = {}
        self._skippable = self._passable = 0
        for place, word in enumerate(row):
            bit = 1 << place
            for mark in (word.stem, EXACT + word.form):
                at[mark] = at.get(mark, 0) | bit
            if is_number(word):
                at[A_NUMBER] = at.get(A_NUMBER, 0) | bit
            if word.form in known.skippable:
                self._skippable |= bit
            if not word.parted and word.form not in known.negators:
                self._passable |= bit
        self.at = {mark: [(1, places)] for mark, places in at.items()}
        self.marks = set(at)

    def settle(self, ways: Sequence[Way]) -> Iterable[str]:
        """Note the classes of which one of these ways occurs; give back their names."""
        found: dict[str, dict[int, int]] = {}
        for owner, _, start, ends in self.readings(ways):
            lengths = found.setdefault(owner, {})
            for end in _each(ends):
                lengths[end - start] = lengths.get(end - start, 0) | 1 << start
        self.at.update((name, list(lengths.items())) for name, lengths in found.items())
        self.marks.update(found)
        return found

    def readings(self, ways: Sequence[Way]) -> Iterator[tuple[str, int, int, int]]:
        """Owner and number of each way that occurs, with the place, and the places where it can end there."""
        for owner, number, _, first, rest, _, either in ways:
            for marks in either:
                if self.marks.isdisjoint(marks):
                    break
            else:
                for start, ends in self._read(self.at.get(first, ()), rest):
                    yield owner, number, start, ends

    def _read(self, begins: Sequence[tuple[int, int]], rest: Nodes) -> Iterator[tuple[int, int]]:
        starts = ends = 0
        for length, places in begins:
            starts |= places
            ends |= places << length
        if not self._after(rest, ends):
            return
        for start in _each(starts):
            ends = 0
            for length, places in begins:
                ends |= (places & 1 << start) << length
            if ends := self._after(rest, ends):
                yield start, ends

    def _after(self, nodes: Nodes, here: int) -> int:
        """Where these nodes can end, if they begin at one of the places."""
        for node in nodes:
            if not here:
                break
            if isinstance(node, list):
                here = self._one_of(node, here)
            elif node == GAP:
                for _ in range(_GAP):
                    here |= (here & self._passable) << 1
            else:
                here = self._behind(node, self._near(here))
        return here

    def _one_of(self, options: Sequence[tuple[str, Nodes]], here: int) -> int:
        near = self._near(here)
        ends = 0
        for first, rest in options:
            if first in self.at:
                ends |= self._after(rest, self._behind(first, near))
            elif first == NOTHING:
                ends |= here
            elif first == GAP:
                ends |= self._after([GAP, *rest], here)
        return ends

    def _behind(self, mark: str, here: int) -> int:
        ends = 0
        for length, places in self.at.get(mark, ()):
            ends |= (here & places) << length
        return ends

    def _near(self, here: int) -> int:
        """The places, and those behind them that only words like "the" or "already" keep away."""
        step = here
        for _ in range(_SKIP):
            step = (step & self._skippable) << 1
            if not step:
                break
            here |= step
        return here


def _each(bits: int) -> Iterator[int]:
    """The places of a set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def is_number(word: Word) -> bool:
    """Whether the word is a number, in digits or in letters."""
    return word.form[0].isdigit() or word.form in spelling().number_words
