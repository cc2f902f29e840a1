"""Kleene's logic, with counts."""

import pytest

from escalation_core import evaluate
from escalation_core.judging.verdict import at_least, opposite
from escalation_core.model.evaluation import Status

M, N, U = Status.MET, Status.NOT_MET, Status.UNKNOWN


@pytest.mark.parametrize(
    ("count", "statuses", "expected"),
    [
        (2, [M, M], M),
        (2, [M, N], N),
        (2, [M, U], U),
        (2, [N, U], N),
        (2, [U, U], U),
        (1, [M, N], M),
        (1, [M, U], M),
        (1, [N, U], U),
        (1, [N, N], N),
        (2, [M, U, N], U),
        (2, [M, M, U], M),
        (2, [N, N, U], N),
    ],
)
def test_at_least_so_many_hold(count: int, statuses: list[Status], expected: Status) -> None:
    assert at_least(count, statuses) is expected


@pytest.mark.parametrize(("status", "expected"), [(M, N), (N, M), (U, U)])
def test_the_opposite_of_unknown_is_unknown(status: Status, expected: Status) -> None:
    assert opposite(status) is expected


def test_what_stands_between_the_pieces_of_an_event_may_deny_it() -> None:
    told = (
        "It was gone ten when we got to Farrow, but your man had a taxi ready for me, so I was in my bed by midnight."
    )

    finding = evaluate("- A passenger was stranded → Welfare Officer", told).findings[0]

    assert finding.status == "not_met"
