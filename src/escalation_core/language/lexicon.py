"""What we know of events: word classes and concepts, read from data and checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from escalation_core.errors import BrokenLanguageData
from escalation_core.language.tables import tables

_CONCEPT_FIELDS = {
    "means", "named_as", "shown_as", "hints", "joined", "unless", "ruled_out_by", "world", "counts_when", "includes",
    "who", "question", "counts", "does_not_count", "asks", "not_yet", "title", "too_small",
}  # fmt: skip
_CONTEXTS = {"conditional", "hypothetical", "asked", "planned", "past", "long_ago", "resolved", "quoted_reply", "boilerplate"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concept:
    """One event or state: how criteria name it, how situations show it, and what else must be so for it to count.

    `shown_as` phrases prove it, `joined` sets prove it when all their phrases stand in one sentence or two
    neighbouring ones, `hints` only raise the question, `ruled_out_by` phrases say that it is not so. A phrase inside a
    stretch that `unless` matches proves nothing. `counts_when` lists the contexts that still count. `includes` names
    narrower concepts, each of which is a case of this one. A closed-world concept of which nothing is said did not
    happen; of an open-world one it is asked. `who` says that its names say of whom something is told, and not what.
    What befalls one of the things that are `too_small` does not befall others that a criterion speaks of.
    """

    name: str
    means: str
    question: str
    title: str
    named_as: tuple[str, ...] = ()
    shown_as: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    joined: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    ruled_out_by: tuple[str, ...] = ()
    world: Literal["closed", "open"] = "closed"
    who: bool = False
    counts_when: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    does_not_count: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    too_small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All classes (name to phrases) and concepts (name to concept) of a language.

    `mixed` names the classes marked `alike = false`: parts of events, whose words are not near to each other in meaning.
    """

    classes: dict[str, tuple[str, ...]]
    concepts: dict[str, Concept] = field(default_factory=dict)
    mixed: frozenset[str] = frozenset()


@cache
def lexicon() -> Lexicon:
    """The English lexicon, read once."""
    classes: dict[str, tuple[str, ...]] = {}
    mixed: set[str] = set()
    for file, name, entry in _entries("en/classes/"):
        _check_class(file, name, entry)
        if name in classes:
            raise BrokenLanguageData(f"{file}: there is another class {name}")
        if entry.get("alike") is False:
            mixed.add(name)
        classes[name] = tuple(dict.fromkeys(entry["words"]))
    concepts: dict[str, Concept] = {}
    for file, name, entry in _entries("en/concepts/"):
        told = _concept(file, name, entry)
        concepts[name] = _merged(concepts[name], told) if name in concepts else told
    for concept in concepts.values():
        for narrower in concept.includes:
            if narrower not in concepts:
                raise BrokenLanguageData(f"concept {concept.name} includes {narrower}, which is not there")
    return Lexicon(classes, concepts, frozenset(mixed))


def _check_class(file: str, name: str, entry: dict[str, Any]) -> None:
    if not entry.get("words"):
        raise BrokenLanguageData(f"{file}: class {name} has no words")


def _merged(one: Concept, other: Concept) -> Concept:
    """A concept that two files tell of: the phrases of both, the meaning and question of the first."""
    both: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
        for name in (
            "named_as",
            "shown_as",
            "hints",
            "joined",
            "unless",
            "ruled_out_by",
            "includes",
            "counts",
            "does_not_count",
            "asks",
            "not_yet",
            "too_small",
        )
    }
    return replace(one, **both, counts_when=one.counts_when | other.counts_when)


@cache
def included(name: str) -> frozenset[str]:
    """The concept itself and every narrower one, at any depth."""
    names, waiting = {name}, [name]
    while waiting:
        for below in lexicon().concepts[waiting.pop()].includes:
            if below not in names:
                names.add(below)
                waiting.append(below)
    return frozenset(names)


def _entries(folder: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file, told in tables(folder).items():
        for name, entry in told.items():
            yield file, name, entry


def _concept(file: str, name: str, entry: dict[str, Any]) -> Concept:
    unknown = set(entry) - _CONCEPT_FIELDS
    if unknown:
        raise BrokenLanguageData(f"{file}: concept {name} has unknown fields {sorted(unknown)}")
    if "means" not in entry or "question" not in entry:
        raise BrokenLanguageData(f"{file}: concept {name} needs `means` and `question`")
    odd = set(entry.get("counts_when", ())) - _CONTEXTS
    if odd:
        raise BrokenLanguageData(f"{file}: concept {name} counts when {sorted(odd)}, which is no context")
    told: dict[str, object] = {
        key: tuple(tuple(part) if isinstance(part, list) else part for part in value)
        if isinstance(value, list)
        else value
        for key, value in entry.items()
    }
    told["counts_when"] = frozenset(entry.get("counts_when", ()))
    told.setdefault("title", name.replace("_", " "))
    return Concept(name=name, **told)  # type: ignore[arg-type]
