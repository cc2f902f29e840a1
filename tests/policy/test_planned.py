"""Lengths of time in criteria that run from or to a day that is planned."""

import pytest

from escalation_core.policy.reader import read_policy


@pytest.mark.parametrize(
    ("criterion", "reading"),
    [
        ("A shift was cancelled with less than 24 hours' notice", 'notice_notic < "1 day"'),
        ("The works ended more than two weeks after the agreed date", "duration_late"),
        ("A passenger is less than four weeks from her due date", 'time_until_passeng_due_date < "28 days"'),
        ("The lodger gave less than one month's notice", "notice_"),
        ("The concert begins in less than 72 hours", 'time_until_concert_begin < "3 days"'),
        ("The invoice was not answered within 14 days", 'duration_invoic > "14 days"'),
        ("The same tram failed to appear twice or more within a week", "occurrences >= 2"),
        ("The engineer has called more than twice", "> 2"),
        ("A puppy was handed over before it was eight weeks old", "age < 0.15"),
    ],
)
def test_what_a_length_runs_from_is_read(criterion: str, reading: str) -> None:
    policy = read_policy(f"Escalate to the Duty Manager if:\n- {criterion}\n")
    assert reading in (policy.criteria[0].expression or "")
