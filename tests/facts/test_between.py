"""How long passed between two things that a criterion names."""

import pytest

from escalation_core import evaluate

TAKEN_OUT = "- The cover was taken out or raised less than 60 days before the loss → Special Investigations"
RETURNED = "- The customer asks for a return more than 30 days after delivery → Returns desk"
CANCELLED = "- The guest cancels less than 48 hours before arrival → Duty manager"


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (TAKEN_OUT, "Cover taken out: 11 Feb\nLoss date: 2 Mar\nThe windscreen cracked.", "met"),
        (TAKEN_OUT, "The cover was taken out on 4 May 2019; the loss was on 1 September 2025.", "not_met"),
        (TAKEN_OUT, "The cover was raised on 29 July. The flat was broken into on the night of 1 September.", "met"),
        (TAKEN_OUT, "He took out the cover three weeks before the theft.", "met"),
        (TAKEN_OUT, "The window was smashed.", "unknown"),
        (RETURNED, "The parcel was delivered on 3 May. She wants to return it on 9 May.", "not_met"),
        (RETURNED, "He wants to return it 45 days after delivery.", "met"),
        (CANCELLED, "She is due to arrive on Friday 6 June at 15:00 and cancels on Thursday 5 June at 18:00.", "met"),
        (CANCELLED, "He cancelled three days before arrival.", "not_met"),
    ],
)
def test_the_time_between_two_things_is_reckoned_from_what_is_told_of_each(
    criteria: str, situation: str, status: str
) -> None:
    assert evaluate(criteria, situation).findings[0].status == status
