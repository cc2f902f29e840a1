"""Phrases made ready to be looked for: each way to begin one, filed under the rarest words that it needs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Union

from escalation_core.errors import BrokenLanguageData
from escalation_core.language.kept import kept
from escalation_core.language.phrases import CLASS, EXACT, GAP, NUMBER, Phrase, parse
from escalation_core.text.words import words

A_NUMBER = "a number"
"""The mark of a number; no stem holds a space."""
NOTHING = ""
"""Where a choice may be passed over, what its empty way begins with."""

Nodes = list["Node"]
Node = Union[str, list[tuple[str, Nodes]]]  # noqa: UP007  a type that holds itself
"""A mark or a gap; or a choice: for each way to begin one of its options the first mark, and what follows."""


class Way(NamedTuple):
    """One way to begin a phrase: the mark that it begins with, and what follows.

    A mark is the stem of a word, `=` and a form, `@` and a class, or `A_NUMBER`. `number` tells phrases apart; `level`
    is above that of every class that it names. It occurs only where all words that it `needs` do, and one of each
    `either`.
    """

    owner: str
    number: int
    level: int
    first: str
    rest: Nodes
    needs: Sequence[str]
    either: Sequence[Sequence[str]]


class Compiled(NamedTuple):
    """What need not be found out twice; all else about a way is made when the word that it is filed under occurs."""

    levels: Mapping[str, int]
    """Of each class that the phrases name: how deep it reaches."""
    filed: Mapping[str, Sequence[int]]
    """Under a mark, for each way that is worth trying where it occurs: the number of the phrase, that of the way."""
    stems: dict[str, str]
    """The stems of the words as they are written in the phrases."""


class Ways:
    """All ways to begin the phrases of some owners, and those of the word classes that they name."""

    def __init__(
        self, classes: Mapping[str, Sequence[str]], phrases: Iterable[tuple[str, str]], kept_as: str | None
    ) -> None:
        """Take word classes by name, and (owner, phrase) pairs; `kept_as` names what is kept of them.

        Raises `BrokenLanguageData` where a phrase is none or names a class that is not there, and where a class holds
        itself.
        """
        told = list(phrases)

        def make() -> Compiled:
            return compiled(classes, told)

        made = Compiled(*kept(kept_as, make)) if kept_as else make()
        self._levels, self._filed, self._stems = made
        self._every = [*_members(classes, made.levels), *told]
        self._made: dict[int, Sequence[Way]] = {}
        self._under: dict[str, Sequence[Way]] = {}
        self.levels = 2 + max(made.levels.values(), default=-1)

    def under(self, mark: str) -> Sequence[Way]:
        """The ways that are worth trying where the mark occurs."""
        if mark not in self._filed:
            return ()
        if mark not in self._under:
            filed = iter(self._filed[mark])
            self._under[mark] = [self._of(number)[way] for number, way in zip(filed, filed, strict=True)]
        return self._under[mark]

    def _of(self, number: int) -> Sequence[Way]:
        """All ways of a phrase."""
        if number not in self._made:
            owner, phrase = self._every[number]
            level = self._levels.get(owner, self.levels - 1)
            ways = _begun(_marked(parse(phrase), self._stems))
            self._made[number] = [Way(owner, number, level, first, rest, *_asked(first, rest)) for first, rest in ways]
        return self._made[number]


def compiled(classes: Mapping[str, Sequence[str]], phrases: Sequence[tuple[str, str]]) -> Compiled:
    """Find the classes, and under which marks each way is best filed: those that the phrases use least."""
    stems: dict[str, str] = {}
    levels = _levels(_reached(classes, phrases, stems))
    asked = [
        (owner, number, way, [[mark] for mark in needs] + either)
        for number, (owner, phrase) in enumerate([*_members(classes, levels), *phrases])
        for way, (first, rest) in enumerate(_ways(owner, phrase, stems))
        for needs, either in [_asked(first, rest)]
    ]
    uses = Counter(mark for *_, groups in asked for marks in groups for mark in marks if not _is_class(mark))

    def use(marks: Sequence[str]) -> tuple[int, Sequence[str]]:
        return sum(uses[mark] for mark in marks), marks

    by_owner = {name: list(ways) for name, ways in groupby(asked, key=itemgetter(0))}
    for name in sorted(levels, key=levels.__getitem__):
        uses[name] = sum(min(map(use, groups))[0] for *_, groups in by_owner.get(name, ()))
    filed: dict[str, list[int]] = {}
    for _, number, way, groups in asked:
        for mark in min(groups, key=use):
            filed.setdefault(mark, []).extend((number, way))
    return Compiled(levels, filed, stems)


def _members(classes: Mapping[str, Sequence[str]], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, phrase) for name in names for phrase in classes[name.removeprefix(CLASS)])


def _ways(owner: str, phrase: str, stems: dict[str, str]) -> Iterator[tuple[str, Nodes]]:
    for first, rest in _begun(_marked(parse(phrase), stems)):
        if first == NOTHING:
            raise BrokenLanguageData(f"{owner}: phrase {phrase!r} can be empty")
        if first == GAP:
            raise BrokenLanguageData(f"{owner}: phrase {phrase!r} begins with a gap")
        yield first, rest


def _marked(phrase: Phrase, stems: dict[str, str]) -> Nodes:
    """The phrase with marks for its words; what stem a word has is noted."""
    marked: Nodes = []
    for element in phrase:
        if isinstance(element, list):
            marked.append([begun for option in element for begun in _begun(_marked(option, stems))])
        elif element == NUMBER:
            marked.append(A_NUMBER)
        elif element[0] == EXACT:
            marked.append(element.casefold())
        elif element[0] in {CLASS, GAP}:
            marked.append(element)
        else:
            if element not in stems:
                stems[element] = " ".join(word.stem for word in words(element))
            marked.extend(stems[element].split())
    return marked


def _begun(nodes: Nodes) -> Iterator[tuple[str, Nodes]]:
    """Each mark or gap that the nodes can begin with, and what then follows."""
    if not nodes:
        yield NOTHING, []
    elif isinstance(nodes[0], str):
        yield nodes[0], nodes[1:]
    else:
        for first, rest in nodes[0]:
            if first == NOTHING:
                yield from _begun(nodes[1:])
            else:
                yield first, [*rest, *nodes[1:]]


def _reached(
    classes: Mapping[str, Sequence[str]], phrases: Iterable[tuple[str, str]], stems: dict[str, str]
) -> dict[str, set[str]]:
    """The classes that the phrases name, and those that these name in turn: each with those that it names."""
    used: dict[str, set[str]] = {}
    waiting = [name for _, phrase in phrases for name in _named(_marked(parse(phrase), stems))]
    while waiting:
        name = waiting.pop()
        if name not in used:
            if name.removeprefix(CLASS) not in classes:
                raise BrokenLanguageData(f"there is no class {name}")
            named = [one for _, phrase in _members(classes, [name]) for one in _named(_marked(parse(phrase), stems))]
            used[name] = set(named)
            waiting.extend(named)
    return used


def _named(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, list):
            for first, rest in node:
                yield from _named((first, *rest))
        elif _is_class(node):
            yield node


def _is_class(mark: str) -> bool:
    return mark.startswith(CLASS) and mark != CLASS


def _levels(used: Mapping[str, set[str]]) -> dict[str, int]:
    """How deep each class reaches: one of plain words is at 0, one that names such a class at 1."""
    levels = dict.fromkeys(used, 0)
    order = TopologicalSorter(used)
    try:
        order.prepare()
    except CycleError as error:
        raise BrokenLanguageData(f"classes hold themselves: {', '.join(error.args[1])}") from error
    level = 0
    while ready := order.get_ready():
        levels |= dict.fromkeys(ready, level)
        order.done(*ready)
        level += 1
    return levels


def _asked(first: str, rest: Nodes) -> tuple[list[str], list[list[str]]]:
    """The words that must all be there, and the marks of which one of each must: a class, or what a choice begins with."""
    needs: set[str] = set()
    either: list[list[str]] = []
    for node in (first, *rest):
        if isinstance(node, list):
            firsts = sorted({first for first, _ in node})
            if NOTHING not in firsts and GAP not in firsts:
                either.append(firsts)
        elif _is_class(node):
            either.append([node])
        elif node != GAP:
            needs.add(node)
    return sorted(needs), either
