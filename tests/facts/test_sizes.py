"""How far, how heavy, how warm: sizes in any unit, and those that the text only speaks of."""

import pytest

from escalation_core import evaluate
from escalation_core.measures.reader import measure
from escalation_core.measures.sizes import converted
from escalation_core.model.mention import MentionKind
from escalation_core.policy.expressions import parse_expression
from escalation_core.policy.reader import read_policy

HEAVY = "- The crate weighs more than 40 kg → Depot lead"
COLD = "- A bedroom is colder than 15 °C → Housing officer"
FAR = "- The nearest pharmacy is more than 8 km away → Area manager"
WARM = "- The vaccine fridge is at 9 degrees or more → Pharmacist"


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("It weighs 30 kg.", 30, "kg"),
        ("It weighs 30kg.", 30, "kg"),
        ("We walked half a mile.", 0.5, "miles"),
        ("She is 9 stone 7.", 9.5, "stone"),
        ("He is 6 ft 6.", 6.5, "feet"),
        ("The tank holds 1,200 litres.", 1200, "l"),
        ("The disk has 48 TB.", 48, "TB"),
    ],
)
def test_a_size_has_its_unit(said: str, value: float, unit: str) -> None:
    found = [mention for mention in measure(said) if mention.kind is MentionKind.SIZE]

    assert [(mention.low, mention.unit) for mention in found] == [(value, unit)]


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "same"),
    [(3.0, "miles", "km", 4.828), (104.0, "°F", "°C", 40.0), (20.0, "°C", "°F", 68.0), (2.0, "kg", "km", None)],
)
def test_units_convert_within_their_kind(value: float, unit: str, wanted: str, same: float | None) -> None:
    assert converted(value, unit, wanted) == pytest.approx(same, abs=0.001)


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (HEAVY, "Two men to lift the crate, the label says 52 kg.", "met"),
        (HEAVY, "The crate is 6 stone 2.", "not_met"),
        (HEAVY, "My invoice is wrong.", "not_met"),
        (HEAVY, "The crate stands in the yard and nobody has put it on the scales.", "unknown"),
        (COLD, "It is 57F in the back bedroom and I have two jumpers on.", "met"),
        (COLD, "The bedroom has 17 degrees.", "not_met"),
        (FAR, "The chemist has shut. The nearest pharmacy is six miles off.", "met"),
        (FAR, "The nearest pharmacy is 900 m from her door.", "not_met"),
        (WARM, "Vaccine fridge, temperature at noon 11.2, door seal torn.", "met"),
        (WARM, "Vaccine fridge: probe 4.8, all fine.", "not_met"),
        (WARM, "I live at flat 12C.", "not_met"),
    ],
)
def test_a_size_is_compared_in_the_unit_of_the_bound(criteria: str, situation: str, status: str) -> None:
    assert evaluate(criteria, situation).findings[0].status == status


def test_a_bound_on_a_size_can_be_written_again() -> None:
    criterion = read_policy(HEAVY).criteria[0]

    assert criterion.expression == 'size_crate > "40 kg"'
    assert parse_expression(criterion.expression).low == 40  # type: ignore[union-attr]
