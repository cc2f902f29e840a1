"""By how much a sum lies above what was agreed."""

import pytest

from escalation_core import evaluate
from escalation_core.policy.reader import read_policy

SUM = "- a bill is more than £150 above the estimate → Practice manager"
SHARE = "- the invoice is more than 20 % above our written quote → Practice manager"


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (SUM, "The dental came to £412 and the estimate was £240.", "met"),
        (SUM, "The dental came to £312 and the estimate was £240.", "not_met"),
        (SUM, "You are £180 over your own estimate.", "met"),
        (SUM, "Estimate: £900\nInvoice: £940\nPaid by card.", "not_met"),
        (SUM, "The bill has nothing on it about the estimate we were sent.", "unknown"),
        (SUM, "The dog limps.", "not_met"),
        (SHARE, "We were quoted £500 and billed £650.", "met"),
        (SHARE, "We were quoted £500 and billed £550. I would come again ten times out of ten.", "not_met"),
    ],
)
def test_the_sum_above_what_was_agreed_is_reckoned(criteria: str, situation: str, status: str) -> None:
    assert evaluate(criteria, situation).findings[0].status == status


def test_a_bound_above_what_was_agreed_is_no_bound_on_the_bill() -> None:
    assert read_policy(SUM).criteria[0].expression == 'excess_bill_abov_estim > "150 GBP"'
