"""A matter that is named as routine leaves alone what the same case tells elsewhere."""

import pytest

from escalation_core import evaluate

POLICY = """
Escalate to the Duty Manager at once if
- a guest was hurt

What stays with us
- {matter}
"""
HURT = "A guest slipped on the wet stairs and broke her arm, the ambulance took her."
BETWEEN = " Room 12 was cleaned at ten. The paper was late today. "


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("refund requests", "Mr Lund wants his money back."),
        ("noise complaints", "Another guest complains about the noise of the bar."),
    ],
)
def test_a_routine_matter_told_elsewhere_switches_off_nothing(matter: str, told: str) -> None:
    evaluation = evaluate(POLICY.format(matter=matter), f"{HURT}{BETWEEN}{told}")

    assert (evaluation.decision.outcome, evaluation.decision.cancelled) == ("escalate", ())
