"""Counts of one thing, none of them enough: together they may be."""

import pytest

from escalation_core import evaluate

BEDS = "- More than 20 beds have no call bell → Estates"


@pytest.mark.parametrize(
    ("situation", "status"),
    [
        ("No call bell at 12 beds in bay A. Bay C: no bell at 11 beds either.", "unknown"),
        ("No call bell at 12 beds in bay A.", "not_met"),
        ("No call bell at 24 beds in all.", "met"),
    ],
)
def test_counts_that_may_be_of_different_ones_are_asked_about(situation: str, status: str) -> None:
    assert evaluate(BEDS, situation).findings[0].status == status
