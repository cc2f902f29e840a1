"""The concept that a criterion's words come nearest to, where they use no phrase by which it is named."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from escalation_core.language.kept import kept
from escalation_core.language.lexicon import Concept, lexicon
from escalation_core.language.spelling import spelling
from escalation_core.text.words import words

_NEAR = 0.21
"""Likeness at which four of five criteria that named no concept were tied to the right one."""
_SHARED = 2
"""So many words must be a concept's where more than one is known."""
_MEANS, _NAMED, _SHOWN = 6, 2, 1
"""How much a word counts in what a concept means, in how criteria name it, and in its examples."""
_MOST = 40
"""So many of a concept's words say what it is about."""
_MARKS = str.maketrans("()[]|@=…#", " " * 9)


def nearest(said: Iterable[str]) -> str | None:
    """The concept nearest to these stems, or None where none is near; one of several known words ties nothing."""
    stems = frozenset(said)
    known = [holders for stem in stems if (holders := _profiles()["held"].get(stem))]
    shared = Counter(name for holders in known for name in holders)
    scores = {name: score for name, score in likeness(stems).items() if shared[name] >= min(_SHARED, len(known))}
    best = max(scores, key=lambda name: (scores[name], name), default=None)
    return best if best and scores[best] >= _NEAR else None


def likeness(said: Iterable[str]) -> dict[str, float]:
    """How near these stems come to each concept that shares one with them, from 0 to 1.

    It is the cosine of term weights, tf-idf with a logarithm of the count (Salton & Buckley 1988).
    """
    rarity, held = _profiles()["rarity"], _profiles()["held"]
    weights = {stem: rarity.get(stem, _profiles()["unheard"]) for stem in sorted(frozenset(said))}
    length = math.hypot(*weights.values())
    scores: defaultdict[str, float] = defaultdict(float)
    for stem, weight in weights.items():
        for name, share in held.get(stem, {}).items():
            scores[name] += weight * share / length
    return scores


@cache
def _profiles() -> Any:
    return kept("nearest", _made)


def _made() -> dict[str, Any]:
    """How rare each stem is among the concepts, and how much it weighs in each that uses it."""
    counts = {name: _counted(concept) for name, concept in sorted(lexicon().concepts.items())}
    spread = Counter(stem for told in counts.values() for stem in told)
    rarity = {stem: round(math.log(len(counts) / number) + 0.1, 3) for stem, number in sorted(spread.items())}
    held: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, told in counts.items():
        weights = {stem: math.log1p(count) * rarity[stem] for stem, count in told.items()}
        length = math.hypot(*weights.values())
        for stem in sorted(weights, key=lambda stem: (-weights[stem], stem))[:_MOST]:
            held[stem][name] = round(weights[stem] / length, 3)
    return {"rarity": rarity, "held": held, "unheard": round(math.log(len(counts)), 3)}


def _counted(concept: Concept) -> Counter[str]:
    found: Counter[str] = Counter()
    told = [(concept.means, _MEANS), (concept.name.replace("_", " "), _MEANS), (concept.question, _MEANS // 2)]
    told += [(phrase, _NAMED) for phrase in concept.named_as] + [(phrase, _SHOWN) for phrase in concept.counts]
    for said, weight in told:
        for stem in frozenset(_stems(said)):
            found[stem] += weight
    return found


def _stems(said: str) -> Iterable[str]:
    empty = spelling().function_words
    return (word.stem for word in words(said.translate(_MARKS)) if word.form not in empty and word.form.isalpha())
