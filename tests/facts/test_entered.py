"""Counts that a form holds in a field of their own."""

import pytest

from escalation_core import evaluate

CLAIMS = "- The customer has had two or more other claims in the 24 months before the loss → Special Investigations"


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("Earlier claims: front bumper (May last year), stolen bicycle (June last year), both paid", "met"),
        ("Earlier claims: front bumper, stolen bicycle", "met"),
        ("Other claims: none", "not_met"),
        ("Previous claims: 3", "met"),
        ("Previous claims: 1", "not_met"),
        ("Claim no: MG-2, MG-3", "not_met"),
    ],
)
def test_a_field_named_after_what_is_counted_gives_its_number(field: str, status: str) -> None:
    assert evaluate(CLAIMS, f"Name: Bo Lund\n{field}\nStatus: open").findings[0].status == status


def test_members_that_explain_themselves_in_brackets_are_counted_without_what_is_said_of_them_all() -> None:
    finding = evaluate(
        CLAIMS, "Name: Bo Lund\nEarlier claims: bumper (May 2024), bicycle (June 2024), both paid by another insurer"
    ).findings[0]

    assert [proof.quote for proof in finding.evidence] == ["bumper (May 2024)", "bicycle (June 2024)"]
