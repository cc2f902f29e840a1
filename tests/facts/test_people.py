"""Who the customer and the contact are, however the situation names them."""

import pytest

from escalation_core.facts.case import case_facts
from escalation_core.facts.people import people
from escalation_core.facts.reaching import numbers, references
from escalation_core.facts.situation import read_situation
from escalation_core.model.facts import FactKind


def named(said: str) -> set[str]:
    return {fact.quote for fact in people(read_situation(said))}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ticket: AB-1204\nCustomer: Pellworth Foods Ltd\nIssue: labels print blank", "Pellworth Foods Ltd"),
        ("Acct: Sandmere Clinics. Caller says the booking page is blank.", "Sandmere Clinics"),
        ("Spoke to Mrs Ottilie Barnes, the boiler is out since Monday.", "Mrs Ottilie Barnes"),
        ("From: Jonas Weidmann\nTo: help@firm.example\nSubject: no invoice\n\nIt never came.", "Jonas Weidmann"),
        ("[09:12] Marisa: hi, the app is stuck\n[09:13] Leo (care): Hello Marisa", "Marisa"),
        ("The lift is stuck again.\n\nKind regards\nHelga Brandt\nFacility Manager", "Helga Brandt"),
        ("My name is Tobias Krull, I work for Ferndale Haulage. My pay is short.", "Tobias Krull"),
        ("My name is Tobias Krull, I work for Ferndale Haulage. My pay is short.", "Ferndale Haulage"),
        ("Call with Dr N. Quaid (Westhaven Surgery), no telephone since eight.", "Dr N. Quaid (Westhaven Surgery)"),
        ("Call with Ada Lindgren, pharmacist, the fridge alarm rings.", "Ada Lindgren, pharmacist"),
    ],
)
def test_a_name_is_found(said: str, name: str) -> None:
    assert name in named(said)


def test_our_own_address_is_not_the_customer() -> None:
    assert "Larch Care Desk" not in named("From: Ivo Brand\nTo: Larch Care Desk\nSubject: bill\n\nThe bill is wrong.")


def test_where_only_a_person_is_named_the_customer_is_that_person() -> None:
    found = list(people(read_situation("Name: Greta Holm\nIssue: the card was stopped")))

    assert {(fact.kind, fact.quote) for fact in found} == {
        (FactKind.CUSTOMER, "Greta Holm"),
        (FactKind.CONTACT, "Greta Holm"),
    }


def test_a_text_without_names_has_no_people() -> None:
    assert not named("no water since six")


def test_a_quote_is_what_stands_at_its_place() -> None:
    told = read_situation("Customer: Élan Vital GmbH (Zoë Ørsted)\nIssue: naïve café 😀 down")

    assert all(fact.quote == fact.span.of(told.text) for fact in people(told))


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("From: Dr. Joachim Keller\n\nThe lift is stuck.", FactKind.CONTACT, "Dr. Joachim Keller"),
        ("GL-90210 Bauer & Sons (haulage). No signal since six.", FactKind.CUSTOMER, "Bauer & Sons (haulage)"),
        ("Customer: Kirk's Upholstery\n\nThe saw is broken.", FactKind.CUSTOMER, "Kirk's Upholstery"),
        ("Mrs Edna Prowse has no water. Spoke with daughter Carol about it.", FactKind.CONTACT, "daughter Carol"),
        ("Customer: Ada Lund\n\nPlease ring me on 07700 900458.", FactKind.CONTACT, "07700 900458"),
        (
            "Ada Lund rang.\nIt's oh seven seven double oh, one two.",
            FactKind.CONTACT,
            "oh seven seven double oh, one two",
        ),
        ("TASK 40-2217 Ada Lund. The pump leaks.", FactKind.REFERENCE, "40-2217"),
        ("They gave me the number 1187/25.", FactKind.REFERENCE, "1187/25"),
    ],
)
def test_who_it_is_and_how_to_reach_them_is_quoted_whole(text: str, kind: FactKind, said: str) -> None:
    assert said in [fact.quote for fact in case_facts(read_situation(text)) if fact.kind is kind]


@pytest.mark.parametrize("text", ["Due on order 16/09/2025.", "Two of five or six came.", "Invoice of 25.50"])
def test_a_date_a_sum_or_a_count_is_no_reference_and_no_number_to_call(text: str) -> None:
    situation = read_situation(text)

    assert not [*numbers(situation), *references(situation)]


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("Ticket #3390  Priority: normal\nMr Abel Roth rang, his parcel was opened.", "Priority"),
        ("Queue 12  Category: billing\nMr Abel Roth rang, his bill is wrong.", "Category"),
        ("Call 16:10, agent Lotte\nMr Abel Roth rang, his bill is wrong.", "Lotte"),
    ],
)
def test_the_fields_of_a_ticket_and_our_own_people_are_not_the_customer(said: str, none: str) -> None:
    assert not any(none in name for name in named(said))


def test_a_name_before_a_colon_that_is_no_field_stays_a_name() -> None:
    assert "Ines Vidal" in named("10:20 on the phone, Ines Vidal: the tills of her shop are dead")


def test_a_number_in_groups_is_one_reference() -> None:
    assert [fact.quote for fact in references(read_situation("Ticket 5180 2264 is still open."))] == ["5180 2264"]


def test_a_number_in_groups_leaves_no_number_behind() -> None:
    mentions = read_situation("Booking number 5180 2264, paid in March.").mentions

    assert not any(found.quote == "2264" for found in mentions)
