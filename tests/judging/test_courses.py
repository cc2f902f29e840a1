"""Lengths of time that a short text tells by its moments alone, in words other than the criterion's."""

import pytest

from escalation_core import evaluate

_CASES = [
    # Lasting, waiting: from a beginning to an end, or until the text is told.
    (
        "A guest waited more than 40 minutes for the room",
        "Reception log. The coach party checked in at 15:10, their key was in hand at 16:20. The lobby was full.",
        "met",
    ),
    (
        "The freezer was off for more than two hours",
        "Kitchen note: the breaker tripped at 09:15, cold store and freezer back on at 10:40. Ice cream firm.",
        "not_met",
    ),
    (
        "A parcel has been held by customs for more than ten days",
        "Tracking: 02/09 left Porto; 05/09 handed to customs; 09/09 released by customs; 18/09 courier out with the parcel.",
        "not_met",
    ),
    # The hour is open, the month alone is told, or it was only after a moment.
    (
        "The pool was closed for more than two hours",
        "The pool shut at some time after 10:00, swimmers were let back in at 12:30. Lifeguard Ana can't say more.",
        "unknown",
    ),
    (
        "The boiler has not been serviced for more than a year",
        "Repair query, 3 May 2026. The boiler was last serviced in January 2025, says the sticker. Radiators lukewarm.",
        "met",
    ),
    # Late: from when it was due until it came.
    (
        "A bus arrived more than 30 minutes late",
        "The school bus should have been at the stop by 07:40. It came at 08:05, driver new to the route.",
        "not_met",
    ),
    (
        "The kitchen was fitted more than a week after the agreed date",
        "The kitchen was to be installed on 3 June. The fitters finished on the 17th, the worktop is fine.",
        "met",
    ),
    # Still to come, and told ahead.
    (
        "The wedding begins in less than 72 hours",
        "Sent: Thursday, 09:00. The caterer has just dropped out. The ceremony is at two on Saturday, ninety guests.",
        "met",
    ),
    (
        "A shift was cancelled with less than 24 hours' notice",
        "Nurse here. You texted at 19:00 on Monday that the shift is off. It starts Wednesday at 07:00.",
        "not_met",
    ),
    # In words, of the case itself and not of what is promised or of somebody else.
    (
        "A prescription has been waiting for more than five days",
        "My insulin slip went to the chemist. They promised two days, I have been without tablets for nine days now.",
        "met",
    ),
    # Of another matter altogether, or of another order.
    (
        "The new cook has less than six months of service",
        "Staff note: the cook's shift began at 07:00, she left the job at 15:30. Payroll and her supervisor know.",
        "unknown",
    ),
    # As many days are named as are asked for, in other words: a question.
    (
        "The lorry has left out three or more rounds",
        "Brown bin at no. 9: not emptied on the 4th, not on the 11th, and on the 18th the lorry drove past. Rubbish everywhere.",
        "unknown",
    ),
    (
        "The lift has been out of order for more than three days",
        "My order left the warehouse on 2 March and today is 12 March. The courier shows nothing, the parcel is late.",
        "not_met",
    ),
]


@pytest.mark.parametrize(("criterion", "situation", "status"), _CASES)
def test_moments_tell_how_long(criterion: str, situation: str, status: str) -> None:
    policy = f"Escalate to the Duty Manager if:\n- {criterion}\n- the press asks\n"
    assert evaluate(policy, situation).findings[0].status == status
