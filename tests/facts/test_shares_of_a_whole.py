"""Shares of a whole of which only words beside the figures say that it is one."""

import pytest

from escalation_core import evaluate

FULL = "- The tank is filled to more than 80% → Site manager"
SILENT = "- More than a tenth of the sensors of a site are silent → Field desk"


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (FULL, "Tank 3: capacity 900 litres, used 810 litres.", "met"),
        (FULL, "Tank 3: capacity 900 litres, used 450 litres.", "not_met"),
        (FULL, "Tank 3: capacity 2 m3, 300 litres left.", "met"),
        (SILENT, "Brook Park: 420 installed, silent since noon 61.", "met"),
        (SILENT, "Brook Park: 420 installed, silent since noon 12.", "not_met"),
    ],
)
def test_a_share_is_reckoned_from_the_whole_and_its_part(criteria: str, situation: str, status: str) -> None:
    assert evaluate(criteria, situation).findings[0].status == status
