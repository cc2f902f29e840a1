"""What silence does not rule out: an event among whose words the figure stands, and the one criterion that a text comes nearest to."""

import pytest

from escalation_core import evaluate

MISSING = "- Tools worth £500 or more have gone missing from a tenant's shed or the lock-up → Claims"
MILK = "- More than 200 litres of milk were poured away on a farm → Dairy manager"


@pytest.mark.parametrize(
    ("criteria", "situation", "status"),
    [
        (MISSING, "My tools, £900 worth, were in the shed on Friday and on Monday the lock hung open.", "unknown"),
        (MISSING, "The kitchen tap drips. The last repair was £900.", "not_met"),
        (MISSING, "My tools are fine. When is the bin day?", "not_met"),
    ],
)
def test_an_event_is_asked_about_where_its_figure_stands_among_the_words_of_the_criterion(
    criteria: str, situation: str, status: str
) -> None:
    assert evaluate(criteria, situation).findings[0].status == status


OVERDUE = "- More than 30 invoices of one supplier have not been paid → Finance lead"


@pytest.mark.parametrize(
    ("situation", "status"),
    [
        ("Our accounts team chased payment again. Bills went out in March, four reminders since.", "unknown"),
        ("Two of the lamps in the lobby flicker.", "not_met"),
        ("The lobby is dark.", "not_met"),
    ],
)
def test_the_likeliest_criterion_is_asked_about_where_nothing_is_met(situation: str, status: str) -> None:
    assert evaluate(OVERDUE, situation).findings[0].status == status
