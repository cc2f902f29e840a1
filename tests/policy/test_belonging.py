"""Figures in a criterion that bound nothing."""

import pytest

from escalation_core.policy.reader import read_policy


def _read(criterion: str) -> str:
    return read_policy(f"Escalate if:\n- {criterion}").criteria[0].expression


@pytest.mark.parametrize(
    "criterion",
    ["the requester is a shift leader or director", "the customer has no second path that carries the traffic"],
)
def test_a_figure_that_only_says_what_a_thing_is_sets_no_bound(criterion: str) -> None:
    """ "A shift leader" is no eight hours, "no second path" is nothing that happens twice."""
    assert ">=" not in _read(criterion)


def test_a_length_that_something_lasts_is_still_a_bound() -> None:
    """The same article and unit, and no thing behind it."""
    assert '>= "8 hours"' in _read("the line has been down for a shift or longer")


def test_one_word_of_several_ties_a_criterion_to_no_concept() -> None:
    """Only "double" is shared with a double booking."""
    assert "double_booking" not in _read("it comes to more than double the one before it")


def test_announced_alone_is_no_maintenance() -> None:
    """What a merchant announces is not our work."""
    assert "maintenance" not in _read("the merchant announces that a lawyer will be brought in")


def test_leaving_for_another_house_of_the_same_kind_is_a_churn_threat() -> None:
    """Whatever the kind of house is called."""
    assert "churn_threat" in _read("the client says they will change to another practice")
