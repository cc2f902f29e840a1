"""Which words stand for which sort of fact, and which stand for none."""

import pytest

from escalation_core.facts.case import case_facts
from escalation_core.facts.choice import likely
from escalation_core.facts.situation import read_situation
from escalation_core.model.facts import FactKind

TICKET = """Ticket 70113  opened Tue 4 Mar 2025 08:15  priority: normal  channel: phone
Customer: Fennel Row Bakery

08:15 Mr Abara: the proving oven stays cold, nothing rises
08:20 fuse changed. No difference
"""
CHAT = """10:02 Nell: the kiln trips every morning
10:03 Bram (Glazeworks): Hello Nell, since when?
10:04 Nell: since the service on Monday. could you send somebody
10:06 Bram: Could you read me the plate on the left side?
10:08 Nell: KX-220. we have forty bowls waiting
10:09 Bram: I'll ask the workshop, you will hear from me by noon.
"""
LETTER = """From: Odo Marsh
Subject: the pond pump

Hello,

we have been a customer since 2011 and never had cause to complain. The new pump stopped on Sunday and the fish are \
gasping. I rang on Monday and was promised a call. She did not.

My account number is BY-30418. Please swap it before the frost on Thursday.
"""
PLAIN = """From: Odo Marsh
Subject: the gate

The garden gate is broken. It fell off its hinge and lies on the path.
"""


def held(said: str, kind: FactKind) -> str:
    return " | ".join(fact.quote for fact in case_facts(read_situation(said)) if fact.kind is kind)


@pytest.mark.parametrize("kind", [FactKind.DEADLINE, FactKind.COMMITMENT, FactKind.ASK, FactKind.ACCOUNT])
def test_what_nobody_told_is_not_made_up_from_other_words(kind: FactKind) -> None:
    assert held(PLAIN, kind) == ""


def test_the_likelihoods_of_all_places_leave_room_for_nowhere() -> None:
    assert sum(likely([frozenset({"in body"})] * 3, FactKind.DEADLINE)) < 1


def test_praise_is_not_what_happened() -> None:
    assert "cause to complain" not in held(LETTER, FactKind.ISSUE)


def test_a_number_is_no_date_by_which_something_is_needed() -> None:
    assert "30418" not in held(LETTER, FactKind.DEADLINE)


def test_the_number_of_an_account_says_which_account_it_is() -> None:
    assert "BY-30418" in held(LETTER, FactKind.ACCOUNT)


def test_words_that_only_point_are_not_quoted() -> None:
    assert "She did not." not in [fact.quote for fact in case_facts(read_situation(LETTER))]


@pytest.mark.parametrize("kind", [FactKind.STARTED, FactKind.ASK])
def test_what_we_ask_is_no_fact(kind: FactKind) -> None:
    assert "?" not in held(CHAT, kind)


def test_one_of_ours_is_no_contact_of_the_customer_s() -> None:
    assert "Bram" not in held(CHAT, FactKind.CUSTOMER) + held(CHAT, FactKind.CONTACT)


@pytest.mark.parametrize("kind", [FactKind.STARTED, FactKind.ISSUE])
def test_the_columns_of_a_ticket_s_first_line_are_told_apart(kind: FactKind) -> None:
    assert "Ticket" not in held(TICKET, kind)


def test_what_a_speaker_does_is_no_part_of_their_name() -> None:
    assert "Mrs Tarn" in held("07:10 Mrs Tarn rings: hens off their feed", FactKind.CONTACT).split(" | ")


def test_a_kind_of_place_in_front_of_a_name_is_no_customer() -> None:
    assert (
        held("Log of Saturday. Farm: Hollow Beck Eggs\n\nHens off their feed.", FactKind.CUSTOMER) == "Hollow Beck Eggs"
    )


def test_a_result_stands_with_its_attempt_in_a_log() -> None:
    assert "fuse changed. No difference" in held(TICKET, FactKind.TRIED)


def test_a_time_alone_tells_since_when_or_nothing() -> None:
    alone = [fact.kind for fact in case_facts(read_situation(TICKET)) if fact.quote in {"08:15", "08:20"}]

    assert set(alone) <= {FactKind.STARTED}


def test_a_short_form_of_a_name_is_the_same_person() -> None:
    said = "Surgery: Dr Ines Barbosa\n\n09:05 Dr Barbosa: the bridge is loose\n09:20 told Dr B we make it again\n"

    assert held(said, FactKind.CONTACT) in {"", "Dr Ines Barbosa"}


def test_the_date_of_a_mail_is_not_what_happened() -> None:
    mail = (
        "From: Tom Ardley\nDate: Mon 16 Nov 2026, 08:05\n\n"
        "Hello, I cancelled at the end of August and you have gone on taking 38 pounds every month since.\n"
        "My daughter left her goggles by the small pool on Saturday. Please give me back the money by Friday.\n"
    )

    told = [fact.quote for fact in case_facts(read_situation(mail)) if fact.kind in (FactKind.ISSUE, FactKind.STATUS)]

    assert told
    assert not any("16 Nov" in quote for quote in told)
