"""By how much a sum lies above what was agreed."""

import pytest

from escalation_core import evaluate
from escalation_core.policy.reader import read_policy

SUM = "- a bill is more than £150 above the estimate → Practice manager"
LESS = "- The amount taken differs from the price shown by more than £100 → Payments"
RISEN = "- The monthly payment has gone up by more than £40 → Billing"
SHORT = "- The refund is £50 or more short → Refunds"
DOUBLE = "- The customer was charged at least twice the agreed amount → Complaints"
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
        (LESS, "I ordered the oven at £480 on your site and £610 left my card.", "met"),
        (LESS, "The price was £480 and you took 495.", "not_met"),
        (LESS, "You were £130 short in the refund for the oven.", "met"),
        (LESS, "My parcel is wet.", "not_met"),
        (RISEN, "It was £80 a month until May and now it is 131.", "met"),
        (RISEN, "It was £80 a month until May and now it is 95.", "not_met"),
        (SHORT, "You owed me for the lamp (£70) and the rug (£90). £60 came back on my card.", "met"),
        (SHORT, "You owed me for the lamp (£70) and the rug (£90). £150 came back on my card.", "not_met"),
        (DOUBLE, "We agreed £90 for the call-out and he charged £240.", "met"),
        (DOUBLE, "We agreed £90 for the call-out and he charged £120.", "not_met"),
        (SHARE, "We were quoted £500 and billed £550. I would come again ten times out of ten.", "not_met"),
    ],
)
def test_the_sum_above_what_was_agreed_is_reckoned(criteria: str, situation: str, status: str) -> None:
    assert evaluate(criteria, situation).findings[0].status == status


def test_a_bound_above_what_was_agreed_is_no_bound_on_the_bill() -> None:
    assert read_policy(SUM).criteria[0].expression == 'excess_bill_abov_estim > "150 GBP"'
