"""How well concepts are seen in sentences written by people who had not seen the phrases; a fall is a failure."""

import json
from pathlib import Path
from typing import Any

import pytest

from escalation_core.facts.situation import read_situation
from escalation_core.judging.events import happened
from escalation_core.language.lexicon import lexicon
from escalation_core.model.evaluation import Status

FILES = sorted((Path(__file__).parent / "sentences").glob("*.json"))
FAMILIES: dict[str, dict[str, dict[str, Any]]] = {file.stem: json.loads(file.read_text("utf-8")) for file in FILES}
THIRD = 3
"""Every third sentence was kept from those who wrote the phrases: it tells how far they carry."""


def share(family: str, kind: str) -> float:
    """The share of the kept-back sentences in which the concept is said to be met."""
    known = lexicon().concepts
    seen = [
        happened(known[name], read_situation(sentence)).status is Status.MET
        for name, told in FAMILIES[family].items()
        if name in known
        for sentence in told[kind][THIRD - 1 :: THIRD]
    ]
    return sum(seen) / len(seen)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_sentences_of_a_concept_are_seen_no_less_than_they_were(family: str) -> None:
    assert share(family, "yes") >= 0.24


@pytest.mark.parametrize("family", FAMILIES)
def test_near_misses_are_taken_no_more_than_they_were(family: str) -> None:
    assert share(family, "no") <= 0.26


def test_the_concepts_of_the_sentences_are_in_the_lexicon() -> None:
    missing = {name for told in FAMILIES.values() for name in told} - set(lexicon().concepts)

    assert len(missing) <= 30
