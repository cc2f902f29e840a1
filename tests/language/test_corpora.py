"""Every concept means what its own examples say it means."""

import re

import pytest

from escalation_core.language.lexicon import Concept, lexicon
from escalation_core.model.span import Span
from escalation_core.text.signs import Sign, Strength, signs

CONCEPTS = list(lexicon().concepts.values())


def found(sentence: str, concept: Concept, strength: Strength) -> list[Sign]:
    parts = [Span(part.start(), part.end()) for part in re.finditer(r"[^.!?\n]+[.!?]*", sentence)]
    return [sign for sign in signs(sentence, parts) if sign.concept == concept.name and sign.strength is strength]


def pairs(field: str) -> list[object]:
    return [pytest.param(c, s, id=f"{c.name}: {s[:60]}") for c in CONCEPTS for s in getattr(c, field)]


@pytest.mark.parametrize(("concept", "sentence"), pairs("counts"))
def test_what_counts_is_shown(concept: Concept, sentence: str) -> None:
    assert found(sentence, concept, Strength.SHOWN)


@pytest.mark.parametrize(("concept", "sentence"), pairs("asks"))
def test_what_only_hints_raises_the_question(concept: Concept, sentence: str) -> None:
    assert found(sentence, concept, Strength.HINTED)


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.name)
def test_a_concept_has_three_examples_of_each_sort(concept: Concept) -> None:
    if not concept.counts:
        pytest.xfail("its examples are still to be written")

    assert min(len(concept.counts), len(concept.does_not_count)) >= 3


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.name)
def test_a_concept_asks_a_question(concept: Concept) -> None:
    assert concept.question.endswith("?")
