"""Every cue by which a fact of the case is known means what its own examples say it means."""

from collections.abc import Iterator

import pytest

from escalation_core.facts.pieces import pieces
from escalation_core.facts.situation import read_situation
from escalation_core.language.case import case_cues, case_readings


def readings(said: str) -> set[str]:
    return {name for piece in pieces(read_situation(f"Customer note\n\n{said}")) for name in piece.readings}


def pairs(which: str) -> Iterator[object]:
    for name, cues in case_cues().items():
        yield from (pytest.param(name, said, id=f"{name}: {said}") for said in getattr(cues, which))
    for name, examples in getattr(case_readings(), which).items():
        yield from (pytest.param(name, said, id=f"{name}: {said}") for said in examples)


@pytest.mark.parametrize(("name", "said"), list(pairs("counts")))
def test_what_counts_is_read(name: str, said: str) -> None:
    assert name in readings(said)


@pytest.mark.parametrize(("name", "said"), list(pairs("does_not_count")))
def test_what_does_not_count_is_not_read(name: str, said: str) -> None:
    assert name not in readings(said)


@pytest.mark.parametrize("name", [name for name, cues in case_cues().items() if cues.cues])
def test_a_sort_of_fact_has_three_examples_each_way(name: str) -> None:
    cues = case_cues()[name]

    assert min(len(cues.counts), len(cues.does_not_count)) >= 3
