"""The facts of a case in mails, chats, logs, forms and notes."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core.facts.case import case_facts
from escalation_core.facts.pieces import pieces
from escalation_core.facts.runs import runs
from escalation_core.facts.situation import read_situation
from escalation_core.model.facts import FactKind
from tests.work import calls

MAIL = """From: Helena Voss
To: support@tool.example
Subject: Re: [QX-20114] invoices doubled

Hello,

every invoice has gone out twice since Monday 3 March. 240 of our tenants have paid twice. I restarted the run and \
cleared the queue, no change. Please stop the second batch before Friday noon.

Regards
Helena Voss
Head of Billing, Castor Housing Ltd

> On 3 March Ben wrote:
> I will send you an update by Wednesday.
"""
LOG = """Mon 5 May, desk log, QX-3310
08:02 Orla Finch, Bayside Dental Group: booking page shows an error
08:10 restarted the web server, same error
08:25 12 surgeries cannot book anybody
08:40 told her next update at 09:15
08:55 still down, she wants it back by noon
"""
FORM = """Ticket: QX-881
Customer: Redfern Bakery
Contact: Sam Oduya
Plan: Gold, 40 seats
Started: 06:30
Issue: tills print no receipts
Impact: 3 shops sell by hand
Tried: new paper, restart, no change
Ask: an engineer on site
Deadline: before 11:00
Promised: call back at 08:00
"""


def held(said: str, kind: FactKind) -> str:
    return " | ".join(fact.quote for fact in case_facts(read_situation(said)) if fact.kind is kind)


def told(said: str) -> str:
    return " | ".join(fact.quote for fact in case_facts(read_situation(said)))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (MAIL, "every invoice has gone out twice since Monday 3 March"),
        (MAIL, "240 of our tenants have paid twice"),
        (MAIL, "Please stop the second batch before Friday noon"),
        (MAIL, "I will send you an update by Wednesday"),
        (LOG, "restarted the web server, same error"),
        (LOG, "12 surgeries cannot book anybody"),
        (LOG, "told her next update at 09:15"),
        (FORM, "tills print no receipts"),
    ],
)
def test_what_must_be_told_is_quoted(said: str, words: str) -> None:
    assert words in told(said)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FactKind.CUSTOMER, "Redfern Bakery"),
        (FactKind.CONTACT, "Sam Oduya"),
        (FactKind.ACCOUNT, "Gold, 40 seats"),
        (FactKind.STARTED, "06:30"),
        (FactKind.DEADLINE, "before 11:00"),
        (FactKind.ASK, "an engineer on site"),
        (FactKind.COMMITMENT, "call back at 08:00"),
        (FactKind.REFERENCE, "QX-881"),
    ],
)
def test_a_field_fills_its_own_place(kind: FactKind, value: str) -> None:
    assert value in held(FORM, kind)


def test_an_attempt_stands_with_its_result() -> None:
    said = (
        "Hello, this is Bela from the Odell Road shop, we have been with you for six years and never had such a week. "
        "Our tills print nothing since Monday noon. The queue reaches the door and people leave without buying. "
        "I restarted the print server twice. No difference. Could you send someone before Friday, please?"
    )

    assert "I restarted the print server twice. No difference." in held(said, FactKind.TRIED)


def test_what_was_done_is_quoted_in_whatever_words_it_is_told() -> None:
    said = "09:10 Mr Oke rang, water through the ceiling of flat 6\n09:25 stopcock closed by the caretaker\n"

    assert "stopcock closed by the caretaker" in told(said)


@pytest.mark.parametrize("kind", [FactKind.STARTED, FactKind.TRIED, FactKind.DEADLINE])
def test_the_time_of_a_call_is_not_when_it_began_nor_what_was_done(kind: FactKind) -> None:
    said = "Caller: Abel Roth\nCall 16:10, Friday\n\nThe lift stopped on Tuesday night and has not moved since."

    assert "16:10" not in held(said, kind)


def test_courtesies_are_not_quoted() -> None:
    assert "Regards" not in told(MAIL)


def test_a_long_situation_is_quoted_in_a_few_hundred_words() -> None:
    facts = case_facts(read_situation("The pump at site nine stopped again, we rang and nobody came. " * 400))

    assert sum(len(fact.quote.split()) for fact in facts) < 500


def test_an_empty_situation_has_no_facts() -> None:
    assert case_facts(read_situation("")) == ()


@given(st.text(alphabet="aB1 .,:;\n-()\"'&>é😀@", max_size=200))
@settings(max_examples=60, deadline=None)
def test_every_quote_stands_at_its_place(said: str) -> None:
    assert all(fact.quote == said[fact.span.start : fact.span.end] for fact in case_facts(read_situation(said)))


@given(st.text(alphabet="aB1 .,:;\n-()\"'&>", max_size=200))
@settings(max_examples=60, deadline=None)
def test_pieces_stand_in_order_and_never_share_words(said: str) -> None:
    spans = [piece.span for piece in pieces(read_situation(said)) if "stamp" not in piece.readings]

    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "part",
    ["Since Monday the export fails, we rang twice. ", "a, ", "Ab Cd, ", "word "],
    ids=["prose", "commas", "names", "words"],
)
def test_the_cost_grows_with_the_text_and_no_faster(part: str) -> None:
    def cost(size: int) -> int:
        situation = read_situation(part * (size // len(part)))
        return calls(lambda: case_facts(situation))

    cost(2_000)

    assert cost(32_000) < 5 * cost(8_000)


def test_a_sentence_gives_no_more_runs_than_four_for_each_piece() -> None:
    found = pieces(read_situation("one, two, three, four, five, six, seven, eight. " * 5))

    assert len(runs(found)) <= 5 * len(found)


@pytest.mark.parametrize(
    "note",
    [
        'Call from Mr Obi about the lift. It stopped twice today. "If it stops again I\'ll write to the mayor."',
        'Call from Mr Obi about the lift. It stopped twice today. "I will be looking for another flat."',
    ],
)
def test_what_a_customer_is_quoted_with_or_would_do_is_no_promise_of_ours(note: str) -> None:
    assert not [fact for fact in case_facts(read_situation(note)) if fact.kind is FactKind.COMMITMENT]


def test_what_happened_is_told_wherever_anything_quoted_speaks_of_it() -> None:
    note = "Phone note 10.05: Mr Haddad, father of Lena. The lunch queue was so long again that she had no time to eat."

    assert [fact.kind for fact in case_facts(read_situation(note))].count(FactKind.ISSUE) == 1
