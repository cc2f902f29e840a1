"""A matter that is named as routine leaves alone what the same case tells elsewhere."""

from escalation_core import evaluate

POLICY = """
Escalate to the Duty Manager at once if
- a guest was hurt

What stays with us
- lost property
"""


def test_a_routine_matter_told_elsewhere_switches_off_nothing() -> None:
    told = evaluate(
        POLICY,
        "A guest slipped on the wet stairs and broke her arm, the ambulance took her. Room 12 was cleaned at ten. "
        "The paper was late today. Another guest reports a lost umbrella, it is lost property.",
    )

    assert told.decision.outcome == "escalate"
