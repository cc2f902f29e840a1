"""Conditions joined into a tree, without what says nothing more, and the members of a list beside one another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from escalation_core.language.conditions import condition_words
from escalation_core.language.lexicon import included
from escalation_core.model.policy import AllOf, AnyOf, Condition, Happens, Has, Resembles
from escalation_core.model.span import Span
from escalation_core.policy.whom import shares, whom
from escalation_core.text.words import words_in

_WORDS = 2
"""Fewer words of its own than this, and a stretch is a scrap."""


def all_of(parts: Iterator[Condition] | Sequence[Condition]) -> Condition:
    """All of the parts, flat; the part itself where there is one."""
    flat = _values_together(
        _telling(_once(held for part in parts for held in (part.parts if isinstance(part, AllOf) else (part,)))),
        anywhere=False,
    )
    return flat[0] if len(flat) == 1 else AllOf(flat)


def any_of(parts: Iterator[Condition] | Sequence[Condition]) -> Condition:
    """Any of the parts, flat; the part itself where there is one."""
    flat = _values_together(
        _once(held for part in parts for held in (part.parts if isinstance(part, AnyOf) else (part,))),
        anywhere=True,
    )
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def _telling(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Without scraps of a sentence that say too little to be checked, where there is more."""
    whole = tuple(part for part in parts if not (isinstance(part, Resembles) and _scrap(part)))
    return whole or parts


def _scrap(part: Resembles) -> bool:
    """Whether it says next to nothing by itself, or little of what it only points back to ("… has confirmed it")."""
    back = any(word.form in condition_words().back for word in words_in(part.quote, Span(0, len(part.quote)))[-1:])
    return len(part.words) < _WORDS + back


def _once(parts: Iterable[Condition]) -> tuple[Condition, ...]:
    """The parts without those that ask for the same concept again, or for a narrower or wider one beside it."""
    kept: list[Condition] = []
    for part in parts:
        if part in kept or (isinstance(part, Happens) and any(_covers(held, part) for held in kept)):
            continue
        kept = [held for held in kept if not (isinstance(held, Happens) and _covers(part, held))]
        kept.append(part)
    return tuple(kept)


def _covers(wider: Condition, narrower: Happens) -> bool:
    """Whether one concept, or a choice among concepts, holds whenever the other does."""
    if isinstance(wider, AnyOf):
        return any(_covers(part, narrower) for part in wider.parts)
    return isinstance(wider, Happens) and not wider.about and narrower.concept in included(wider.concept)


def _values_together(parts: tuple[Condition, ...], *, anywhere: bool) -> tuple[Condition, ...]:
    """Values of one attribute are alternatives, whichever word joins them: nobody is on two plans at once."""
    kept: list[Condition] = []
    for part in parts:
        last = next((held for held in kept if _same_attribute(held, part)), None)
        if isinstance(last, Has) and isinstance(part, Has) and (anywhere or last is kept[-1]):
            values = tuple(dict.fromkeys((*last.values, *part.values)))
            kept[kept.index(last)] = Has(last.attribute, values, last.quote)
        else:
            kept.append(part)
    return tuple(kept)


def _same_attribute(held: Condition, part: Condition) -> bool:
    return isinstance(held, Has) and isinstance(part, Has) and held.attribute == part.attribute


def paired(join: str, before: Condition, after: Condition) -> Condition:
    """Two members of a list; where a whole clause precedes, the new member stands beside its last part."""
    if join == "and":
        return all_of([before, after])
    if isinstance(before, AllOf) and type(before.parts[-1]) is type(after) and not all(map(whom, before.parts)):
        return all_of([*before.parts[:-1], any_of([before.parts[-1], after])])
    if isinstance(after, AllOf) and shares(before, after):
        either = any_of([before, *filter(whom, after.parts)])
        return all_of([either, *(part for part in after.parts if not whom(part))])
    if isinstance(before, Happens) and isinstance(after, AllOf) and isinstance(after.parts[0], Happens):
        return all_of([any_of([before, after.parts[0]]), *after.parts[1:]])
    head = None if whom(before) else _head(before)
    if head and not isinstance(after, Happens):
        return any_of([before, all_of([head, after])])
    return any_of([before, after])


def _head(condition: Condition) -> Happens | None:
    """What a list is about: "X reported by A, or by B" means X in both."""
    if isinstance(condition, Happens):
        return condition
    return _head(condition.parts[0]) if isinstance(condition, AllOf) else None


def grouped(groups: Sequence[tuple[str, bool, Condition]]) -> Condition:
    """Groups, each with the word that joins it and whether a comma stands before it, as a tree; "and" binds closer."""
    if len(groups) == 1:
        return groups[0][2]
    joins = {join for join, _, _ in groups[1:]}
    if joins == {"or"}:
        return any_of([said for _, _, said in groups])
    if joins == {"and"} or "or" not in joins:
        return all_of([said for _, _, said in groups])
    loose = [number for number, (_, comma, _) in enumerate(groups) if number and comma]
    if loose and len({groups[number][0] for number in loose}) == 1 and len(loose) < len(groups) - 1:
        return _parted(groups, loose, groups[loose[0]][0])
    return _parted(groups, [number for number, (join, _, _) in enumerate(groups) if number and join == "or"], "or")


def _parted(groups: Sequence[tuple[str, bool, Condition]], cuts: Sequence[int], join: str) -> Condition:
    edges = [0, *cuts, len(groups)]
    parts = [grouped(groups[start:end]) for start, end in pairwise(edges)]
    return any_of(parts) if join == "or" else all_of(parts)
