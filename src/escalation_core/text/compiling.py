"""Phrases made ready to be looked for: each way to begin one, filed under the rarest word that it needs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple, Union

from escalation_core.errors import BrokenLanguageData
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
    """How many levels there are, and every way under the mark that makes it worth trying."""

    levels: int
    ways: Mapping[str, Sequence[Way]]


_Told = list[tuple[str, str, Nodes]]
"""Owner, phrase as written, and what it comes to in marks."""


def compiled(classes: Mapping[str, Sequence[str]], phrases: Iterable[tuple[str, str]]) -> Compiled:
    """The (owner, phrase) pairs, and the classes that they name, made ready.

    Raises `BrokenLanguageData` where a phrase is none or names a class that is not there, and where a class holds
    itself.
    """
    told = [(owner, phrase, _marked(parse(phrase))) for owner, phrase in phrases]
    members = _reached(classes, told)
    levels = _levels(members)
    top = max(levels.values(), default=-1) + 1
    every = [*(one for name in members for one in members[name]), *told]
    ways = [
        (owner, number, levels.get(owner, top), first, rest)
        for number, (owner, phrase, nodes) in enumerate(every)
        for first, rest in _ways(nodes, f"{owner}: phrase {phrase!r}")
    ]
    return Compiled(top + 1, _filed(ways))


def _marked(phrase: Phrase) -> Nodes:
    """The phrase with marks for its words."""
    marked: Nodes = []
    for element in phrase:
        if isinstance(element, list):
            marked.append([begun for option in element for begun in _begun(_marked(option))])
        elif element == NUMBER:
            marked.append(A_NUMBER)
        elif element[0] == EXACT:
            marked.append(element.casefold())
        elif element[0] in {CLASS, GAP}:
            marked.append(element)
        else:
            marked.extend(_stems(element))
    return marked


@cache
def _stems(word: str) -> tuple[str, ...]:
    return tuple(said.stem for said in words(word))


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


def _reached(classes: Mapping[str, Sequence[str]], told: _Told) -> dict[str, _Told]:
    """The classes that the phrases name, and those that these name in turn."""
    members: dict[str, _Told] = {}
    waiting = [name for *_, nodes in told for name in _named(nodes)]
    while waiting:
        name = waiting.pop()
        if name not in members:
            if name[1:] not in classes:
                raise BrokenLanguageData(f"there is no class {name}")
            members[name] = [(name, phrase, _marked(parse(phrase))) for phrase in classes[name[1:]]]
            waiting.extend(used for *_, nodes in members[name] for used in _named(nodes))
    return members


def _named(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, list):
            for first, rest in node:
                yield from _named((first, *rest))
        elif _is_class(node):
            yield node


def _is_class(mark: str) -> bool:
    return mark.startswith(CLASS) and mark != CLASS


def _levels(members: Mapping[str, _Told]) -> dict[str, int]:
    """How deep each class reaches: one of plain words is at 0, one that names such a class at 1."""
    levels: dict[str, int] = {}
    order = TopologicalSorter(
        {name: {used for *_, nodes in told for used in _named(nodes)} for name, told in members.items()}
    )
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


def _ways(nodes: Nodes, where: str) -> Iterator[tuple[str, Nodes]]:
    for first, rest in _begun(nodes):
        if first == NOTHING:
            raise BrokenLanguageData(f"{where} can be empty")
        if first == GAP:
            raise BrokenLanguageData(f"{where} begins with a gap")
        yield first, rest


def _filed(ways: Sequence[tuple[str, int, int, str, Nodes]]) -> dict[str, list[Way]]:
    """The ways under their rarest words, as the phrases use them; one without any word under its first class."""
    words_of = [_words((first, *rest)) for *_, first, rest in ways]
    uses = Counter(mark for marks in words_of for mark in marks)
    filed: dict[str, list[Way]] = {}
    for way, marks in zip(ways, words_of, strict=True):
        *_, first, rest = way
        rarest = min(marks, key=lambda mark: (uses[mark], mark), default=first)
        either = [one for node in rest if (one := _either(node))]
        filed.setdefault(rarest, []).append(Way(*way, sorted(marks - {rarest}), either))
    return filed


def _words(nodes: Iterable[Node]) -> set[str]:
    """The marks of the words that must be there."""
    return {node for node in nodes if isinstance(node, str) and node != GAP and not _is_class(node)}


def _either(node: Node) -> list[str]:
    """The marks of which one must be there: those a choice can begin with, or a class."""
    if isinstance(node, str):
        return [node] if _is_class(node) else []
    firsts = [first for first, _ in node]
    return [] if NOTHING in firsts or GAP in firsts else firsts
