"""An acknowledgment greets only whom it may, under the case's own reference."""

import pytest

from escalation_core.facts.addressee import Addressee, addressee
from escalation_core.facts.case import case_facts
from escalation_core.facts.situation import read_situation


def read(text: str) -> Addressee:
    situation = read_situation(text)
    return addressee(situation, case_facts(situation))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: Ada Lindgren\n\nThe lift is stuck.", "Ada Lindgren"),
        ("Contact: Mrs Okoye (ward manager)\nIssue: the lift is stuck", "Mrs Okoye"),
        ("Contact: Ada Lindgren Plan: Gold\nIssue: the lift is stuck", "Ada Lindgren"),
        ("Reference 5510, Elm Road. The lift is stuck since six.", None),
        ("Contact: Redfern Bakery\nIssue: the oven is cold", None),
        ("Contact: Sam\nIssue: the oven is cold", None),
        ("10:02 Nell: the kiln trips\n10:03 Bram (Glazeworks): Hello Nell, since when?\n", "Nell"),
        (
            "10:02 Nell: hi, off again\n10:03 Bram (Glazeworks): Hi Nell\n10:04 Nell: since six, five of us wait\n",
            "Nell",
        ),
        ("10:02 Nell: the kiln trips\n10:03 Bram (Glazeworks): since when?\n", None),
        ("Customer: Fennel Outdoor, reporter: Ruth Amadi, buyer\n\nRuth Amadi rang, the tills are off.", None),
        ("", None),
    ],
)
def test_a_name_is_greeted_where_the_text_leaves_no_doubt(text: str, name: str | None) -> None:
    assert read(text).name == name


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Re: heating in flat 4", "heating in flat 4"),
        ("AW: Re: the lift.", "the lift"),
        ("URGENT help", None),
        ("help!", None),
        ("MB-C-20931 gym", None),
        ("lift", None),
    ],
)
def test_the_heading_of_a_message_is_given_back_where_it_says_something(subject: str, told: str | None) -> None:
    assert read(f"From: Ada Lindgren\nSubject: {subject}\n\nIt is cold here.").subject == told


def test_the_reference_that_is_the_cases_own_comes_first() -> None:
    assert read("Booking QH7TRE2, flight AM-4182. Ticket: CR-118911\nThe lift is stuck.").reference == "CR-118911"


def test_a_number_that_is_said_to_be_an_account_s_is_not_told_as_the_case_s() -> None:
    assert read("The lift is stuck. My account number is BY-20417.").reference is None


def test_an_account_number_is_no_reference_of_the_case() -> None:
    assert read("No heating since Sunday. My account 4471 2093.").reference is None
