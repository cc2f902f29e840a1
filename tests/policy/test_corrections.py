"""A person's correction takes the place of a reading, and stays with the record."""

import json

import pytest

from escalation_core import evaluate
from escalation_core.bridge import handle
from escalation_core.errors import BadPreset
from escalation_core.policy.corrections import corrected
from escalation_core.policy.reader import read_policy
from escalation_core.records import record_of, verify

CRITERIA = """Escalate when any of these:
- Platinum customer
- at least two of
  - money lost over $500
  - contacted us 3 times
"""


def test_a_correction_changes_the_reading_and_says_that_it_is_one() -> None:
    first = corrected(read_policy(CRITERIA), {"c1": 'tier == "gold"'}).criteria[0]

    assert (first.expression, first.corrected) == ('tier == "gold"', True)


def test_what_nobody_corrected_stays_as_it_was_read() -> None:
    policy = read_policy(CRITERIA)

    assert corrected(policy, {"c1": "outage"}).criteria[1] == policy.criteria[1]


def test_parts_can_be_named_in_a_correction_by_their_ids() -> None:
    policy = read_policy(CRITERIA)

    assert (
        corrected(policy, {"c2": policy.criteria[1].expression}).criteria[1].condition == policy.criteria[1].condition
    )


def test_a_part_can_be_corrected() -> None:
    part = corrected(read_policy(CRITERIA), {"c2.1": 'amount > "900 USD"'}).criteria[1].parts[0]

    assert part.corrected


@pytest.mark.parametrize("readings", [{"c1": "tier = gold"}, {"c9": "outage"}, {"c1": "os.system('x')"}], ids=str)
def test_what_is_no_correction_is_refused(readings: dict[str, str]) -> None:
    with pytest.raises(BadPreset):
        corrected(read_policy(CRITERIA), readings)


def test_a_correction_decides() -> None:
    told = evaluate(CRITERIA, "We are on the Gold plan.", readings={"c1": 'tier == "gold"'})

    assert told.decision.outcome == "escalate"


def test_a_record_with_a_correction_comes_out_the_same_again() -> None:
    situation = "We are on the Gold plan."
    record = record_of(evaluate(CRITERIA, situation, readings={"c1": 'tier == "gold"'}))

    assert verify(record, CRITERIA, situation).same


def test_the_customer_is_asked_what_the_person_chose() -> None:
    request = {"op": "evaluate", "criteria": CRITERIA, "situation": "We lost $900.", "ask_customer": ["q-c1"]}

    letter = json.loads(handle(json.dumps(request)))["evaluation"]["acknowledgment"]["text"]

    assert "- Which plan or tier is the customer on?" in letter
