"""Criteria in words of their own are read as what they come nearest to."""

import pytest

from escalation_core.policy.reader import read_policy
from escalation_core.text.nearest import nearest


def test_a_criterion_that_names_nothing_asks_for_what_it_comes_nearest_to_and_for_its_own_words() -> None:
    policy = read_policy("- somebody sleeps in the stairwell → Community team")

    assert policy.criteria[0].expression == 'homeless or says("somebody sleeps in the stairwell")'


@pytest.mark.parametrize("said", [(), ("zyx",), ("grave", "disturb")])
def test_words_that_come_near_nothing_are_left_as_they_are(said: tuple[str, ...]) -> None:
    assert nearest(said) is None
