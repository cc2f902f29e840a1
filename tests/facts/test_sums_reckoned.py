"""Sums that are reckoned: paid again and again, for so many, by the seat; and the most that a list can come to."""

import pytest

from escalation_core import evaluate
from escalation_core.policy.reader import read_policy

BACK = "- The member asks for £600 or more back → Refunds"
LOSS = "- The trader's loss is £5,000 or more → Claims"
YEARLY = "- The contract is worth more than $40,000 a year → Key accounts"
VALUE = "- The insured value is above 2 million → Underwriting"


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (BACK, "You took £30 a month for two years after I left. I want all of it back.", "met"),
        (BACK, "You took £30 a month for 8 months after I left. I want all of it back.", "not_met"),
        (BACK, "We were six at £110 each for the tasting that never was. I want that refunded.", "met"),
        (LOSS, "Stall flooded. Cheese 800, bread 140, flour 90, and the fridge £420.", "not_met"),
        (LOSS, "Stall flooded. Cheese 800, and what I lost with the ovens I dread to think.", "unknown"),
        (YEARLY, "Contract: Team plan, $45 per seat per month\nSeats: 120", "met"),
        (YEARLY, "Contract: Team plan, $45 per seat per month\nSeats: 12", "not_met"),
    ],
)
def test_a_sum_is_reckoned_from_what_is_told(criteria: str, situation: str, status: str) -> None:
    assert evaluate(criteria, situation).findings[0].status == status


def test_a_bound_without_currency_on_a_value_is_a_sum() -> None:
    assert read_policy(VALUE).criteria[0].expression == 'amount_insur_valu > "2,000,000"'


def test_the_length_that_only_says_of_which_day_bounds_nothing() -> None:
    criteria = "- One in four or more tests of a day failed → Lab lead"

    assert read_policy(criteria).criteria[0].expression == 'share_test_day_fail >= "25 %"'
