"""Where the phrases of the data occur in a row of words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from escalation_core.errors import BrokenLanguageData
from escalation_core.language.phrases import GAP, Choice, ClassOf, Element, Gap, Literal, Number, parse
from escalation_core.language.spelling import spelling
from escalation_core.text.words import Word, words


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of `owner` in the words `row[first:after]`."""

    owner: str
    phrase: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class _Stem:
    stem: str


@dataclass(frozen=True, slots=True)
class _Form:
    form: str


@dataclass(frozen=True, slots=True)
class _Either:
    options: tuple[tuple["_Node", ...], ...]


_Node = _Stem | _Form | _Either | ClassOf | Gap | Number
_Nodes = tuple[_Node, ...]
_SKIP = 3
"""How many words may be passed over between two words of a phrase."""
_Table = list[dict[str, set[int]]]


@dataclass(frozen=True, slots=True)
class _Entry:
    owner: str
    phrase: str
    nodes: _Nodes
    needs: tuple[frozenset[str], ...]
    """What must stand behind the phrase's first word, one of each: checked before the words are tried one by one."""


class Matcher:
    """Phrases with their owners, and the word classes they use, made ready once and run over many texts."""

    def __init__(self, classes: Mapping[str, Sequence[str]], phrases: Iterable[tuple[str, str]]) -> None:
        """Take word classes by name, and (owner, phrase) pairs.

        Raises `BrokenLanguageData` where a phrase is none, or names a class that is not there.
        """
        self._classes: dict[str, list[_Nodes]] = {name: [] for name in classes}
        self._by_stem: dict[str, list[_Entry]] = {}
        self._by_form: dict[str, list[_Entry]] = {}
        self._by_class: dict[str, list[_Entry]] = {}
        self._by_number: list[_Entry] = []
        for name, members in classes.items():
            for member in members:
                nodes = self._compiled(member)
                self._classes[name].append(nodes)
                self._file(_Entry("@" + name, member, nodes, _needs(nodes)), nodes)
        for owner, phrase in phrases:
            nodes = self._compiled(phrase)
            self._file(_Entry(owner, phrase, nodes, _needs(nodes)), nodes)

    def hits(self, row: Sequence[Word]) -> Iterator[Hit]:
        """Every phrase that occurs in the row, its longest reading at each place, from the last place to the first.

        Word classes are reported as owners too, as "@name".
        """
        table: _Table = [{} for _ in row]
        behind: set[str] = set()
        for first in reversed(range(len(row))):
            behind.update(_marks(row[first]))
            waiting = list(self._candidates(row[first]))
            while waiting:
                entry = waiting.pop()
                if any(behind.isdisjoint(need) for need in entry.needs):
                    continue
                ends = set(_ends(entry.nodes, 0, row, first, table, first)) - {first}
                if not ends:
                    continue
                if entry.owner.startswith("@"):
                    known = table[first].setdefault(entry.owner[1:], set())
                    if not ends <= known:
                        known |= ends
                        behind.add(entry.owner)
                        waiting.extend(self._by_class.get(entry.owner[1:], ()))
                yield Hit(entry.owner, entry.phrase, first, max(ends))

    def _candidates(self, word: Word) -> Iterator[_Entry]:
        yield from self._by_stem.get(word.stem, ())
        yield from self._by_form.get(word.form, ())
        if is_number(word):
            yield from self._by_number

    def _compiled(self, phrase: str) -> _Nodes:
        return tuple(node for element in parse(phrase) for node in self._nodes(element))

    def _nodes(self, element: Element) -> Iterator[_Node]:
        match element:
            case Literal(word=word, exact=True):
                yield _Form(word.casefold())
            case Literal(word=word):
                yield from (_Stem(said.stem) for said in words(word))
            case Choice(options=options, optional=optional):
                compiled = tuple(tuple(n for e in option for n in self._nodes(e)) for option in options)
                yield _Either((*compiled, ()) if optional else compiled)
            case ClassOf(name=name):
                if name not in self._classes:
                    raise BrokenLanguageData(f"there is no class @{name}")
                yield element
            case Gap() | Number():
                yield element

    def _file(self, entry: _Entry, nodes: _Nodes) -> None:
        if not nodes:
            raise BrokenLanguageData(f"{entry.owner}: phrase {entry.phrase!r} can be empty")
        match nodes[0]:
            case _Stem(stem=said):
                _once(self._by_stem.setdefault(said, []), entry)
            case _Form(form=said):
                _once(self._by_form.setdefault(said, []), entry)
            case ClassOf(name=name):
                _once(self._by_class.setdefault(name, []), entry)
            case Number():
                _once(self._by_number, entry)
            case _Either(options=options):
                for option in options:
                    self._file(entry, (*option, *nodes[1:]))
            case Gap():
                raise BrokenLanguageData(f"{entry.owner}: phrase {entry.phrase!r} begins with a gap")


def is_number(word: Word) -> bool:
    """Whether the word is a number, in digits or in letters."""
    return word.form[0].isdigit() or word.form in spelling().number_words


def _marks(word: Word) -> Iterator[str]:
    """By what a word can be what a phrase needs: its stem, its form, or that it is a number."""
    yield word.stem
    yield "=" + word.form
    if is_number(word):
        yield "#"


def _needs(nodes: _Nodes) -> tuple[frozenset[str], ...]:
    """The marks of which one must be there, for each element of a phrase that cannot be missing."""
    return tuple(marks for node in nodes if (marks := _mark(node)))


def _mark(node: _Node) -> frozenset[str]:
    match node:
        case _Stem(stem=said):
            return frozenset({said})
        case _Form(form=said):
            return frozenset({"=" + said})
        case ClassOf(name=name):
            return frozenset({"@" + name})
        case Number():
            return frozenset({"#"})
        case Gap():
            return frozenset()
        case _Either(options=options):
            first = [next((marks for node in option if (marks := _mark(node))), frozenset[str]()) for option in options]
            return frozenset().union(*first) if all(first) else frozenset()


def _once(entries: list[_Entry], entry: _Entry) -> None:
    if not entries or entries[-1] is not entry:
        entries.append(entry)


def _ends(  # noqa: PLR0917  the inner loop: keywords would cost
    nodes: _Nodes, at: int, row: Sequence[Word], place: int, table: _Table, first: int
) -> Iterator[int]:
    if at == len(nodes):
        yield place
        return
    match nodes[at]:
        case Gap():
            for skipped in range(min(GAP, len(row) - place) + 1):
                if skipped and (row[place + skipped - 1].parted or _turns(row[place + skipped - 1])):
                    break
                yield from _ends(nodes, at + 1, row, place + skipped, table, first)
        case _Either(options=options):
            for option in options:
                yield from _ends((*option, *nodes[at + 1 :]), 0, row, place, table, first)
        case node:
            for here in _places(row, place, first):
                for end in _after(node, row, here, table):
                    yield from _ends(nodes, at + 1, row, end, table, first)


def _turns(word: Word) -> bool:
    return word.form in spelling().negators


def _places(row: Sequence[Word], place: int, first: int) -> Iterator[int]:
    """The place itself, and those behind it that only words like "the" or "already" keep away."""
    skippable = spelling().skippable
    for here in range(place, min(place + _SKIP + 1, len(row))):
        yield here
        if here == first or row[here].form not in skippable:
            return


def _after(node: _Stem | _Form | Number | ClassOf, row: Sequence[Word], place: int, table: _Table) -> tuple[int, ...]:
    if isinstance(node, ClassOf):
        return tuple(table[place].get(node.name, ()))
    return (place + 1,) if _is(node, row[place]) else ()


def _is(node: _Stem | _Form | Number, word: Word) -> bool:
    match node:
        case _Stem(stem=said):
            return word.stem == said
        case _Form(form=said):
            return word.form == said
        case Number():
            return is_number(word)
