"""The brief's four views: their order, what each must hold, and what each must never hold."""

import pytest

from escalation_core import evaluate
from escalation_core.errors import BadAnswer
from escalation_core.model.brief import Audience, Brief, Source
from escalation_core.model.preset import Clock, Wording

POLICY = """Escalate to the duty manager within 30 minutes if
- more than 10 customers are affected
- the customer mentions a lawyer
"""
SITUATION = """Ticket: QX-2207
Customer: Redfern Bakery
Contact: Sam Oduya
Plan: Gold, 40 seats
Started: 06:30
Issue: tills print no receipts
Impact: 3 shops sell by hand
Tried: new paper, restart, no change
Status: still down
Ask: an engineer on site
Deadline: before 11:00
Promised: call back at 08:00

Sam: my lawyer is looking at the contract.
"""
APOLOGETIC = """From: Ada Lindgren
Subject: heating

The flat has had no heating since Sunday. I think it is the pump. The plumber said sorry, the cause was a loose wire. \
Please send somebody today.
"""


def brief(audience: Audience, situation: str = SITUATION) -> Brief:
    return evaluate(POLICY, situation, audience=audience).brief


def lines(audience: Audience, situation: str = SITUATION) -> list[str]:
    return brief(audience, situation).markdown.splitlines()


def keys(audience: Audience) -> list[str]:
    return [section.key for section in brief(audience).sections]


def test_the_first_five_lines_for_on_call_say_who_what_since_when_how_bad_and_what_is_asked() -> None:
    assert lines(Audience.ON_CALL)[:5] == [
        "- Who: Redfern Bakery · Sam Oduya",
        "- What: tills print no receipts",
        "- Since: 06:30",
        "- How bad: 3 shops sell by hand",
        "- Asked: an engineer on site · before 11:00",
    ]


def test_what_is_not_known_is_said_to_be_unknown_in_the_first_lines() -> None:
    assert "- How bad: unknown" in lines(Audience.ON_CALL, "Ticket: QX-1\nCustomer: Redfern Bakery")[:5]


def test_an_unknown_element_is_printed_with_its_question() -> None:
    told = brief(Audience.ON_CALL, "Ticket: QX-1\nCustomer: Redfern Bakery").markdown

    assert "Since when?" in told


@pytest.mark.parametrize("audience", list(Audience))
def test_missing_and_present_make_up_the_meter(audience: Audience) -> None:
    told = brief(audience, "Ticket: QX-1\nCustomer: Redfern Bakery")

    assert "Customer" in told.present
    assert "Since when?" in {gap.question for gap in told.missing} or audience is Audience.ACCOUNT
    assert not set(told.present) & {gap.title for gap in told.missing}


def test_nothing_is_missing_where_every_element_is_stated() -> None:
    assert brief(Audience.GENERAL).missing == ()


@pytest.mark.parametrize("audience", [Audience.GENERAL, Audience.ACCOUNT, Audience.ON_CALL])
def test_the_order_is_severity_summary_actions_contingency_read_back(audience: Audience) -> None:
    found = keys(audience)

    assert found[:2] == ["headline", "decision"]
    assert found[-1] == "read_back"
    assert [key for key in found if key in {"decision", "unknown", "watch", "read_back"}] == [
        key for key in ("decision", "unknown", "watch", "read_back") if key in found
    ]


def test_a_fact_of_the_headline_is_not_quoted_again() -> None:
    assert brief(Audience.GENERAL).markdown.count("tills print no receipts") == 1


def test_the_legal_view_has_facts_and_quotes_without_reasoning() -> None:
    told = brief(Audience.LEGAL)

    assert "headline" not in keys(Audience.LEGAL)
    assert evaluate(POLICY, SITUATION).decision.reasoning not in told.markdown
    assert "do not delete" in told.markdown


@pytest.mark.parametrize("words", ["sorry", "the cause", "I think"])
def test_the_legal_view_gives_no_cause_opinion_or_apology(words: str) -> None:
    assert words not in brief(Audience.LEGAL, APOLOGETIC).markdown


def test_the_legal_view_numbers_its_facts_in_the_order_of_the_text() -> None:
    facts = next(section for section in brief(Audience.LEGAL).sections if section.key == "facts")
    starts = [item.evidence[0].span.start for item in facts.items]

    assert starts == sorted(starts)
    assert [item.text.split(".")[0] for item in facts.items] == [str(at + 1) for at in range(len(starts))]


@pytest.mark.parametrize("audience", list(Audience))
def test_every_stated_item_quotes_what_stands_at_its_place(audience: Audience) -> None:
    quotes = [
        quote
        for section in brief(audience).sections
        for item in section.items
        if item.source is Source.STATED
        for quote in item.evidence
    ]

    assert quotes
    assert all(quote.span.of(SITUATION) == quote.quote for quote in quotes)


def test_an_answer_is_marked_as_one() -> None:
    policy = "Escalate to the duty manager if the account is on the Gold plan and more than 10 customers are affected."
    situation = "Customer: Redfern Bakery\nPlan: Gold\nIssue: tills print no receipts, several customers are affected"
    question = evaluate(policy, situation).questions[0]
    told = evaluate(policy, situation, answers={question.criterion: "yes"}).brief

    assert Source.ANSWERED in {item.source for section in told.sections for item in section.items}


@pytest.mark.parametrize("situation", ["", "?", "x " * 5000, SITUATION * 40, "Ask: " + "please help, " * 300])
def test_the_view_for_on_call_stays_on_one_screen(situation: str) -> None:
    assert len(lines(Audience.ON_CALL, situation)) <= 40


BARE = "Ticket: QX-1\nCustomer: Redfern Bakery"


@pytest.mark.parametrize("audience", list(Audience))
def test_what_a_person_fills_in_is_missing_no_more_and_said_to_be_theirs(audience: Audience) -> None:
    told = evaluate(POLICY, BARE, audience=audience, filled={"impact": "tills print nothing"}).brief
    items = [item for section in told.sections for item in section.items if "tills print nothing" in item.text]

    assert "impact" not in {gap.key for gap in told.missing}
    assert {item.source for item in items} == {Source.ANSWERED}


def test_only_an_element_of_the_brief_can_be_filled_in() -> None:
    with pytest.raises(BadAnswer):
        evaluate(POLICY, BARE, filled={"weather": "fine"})


CLOCKS = Wording(
    clocks=(
        Clock("Rule 9", "answer within 8 weeks", source="Rulebook 9.1", valid_until="2027-01-01"),
        Clock("Rule 33", "tell the authority within 72 hours", route="security"),
    )
)


@pytest.mark.parametrize("audience", [Audience.GENERAL, Audience.ACCOUNT, Audience.LEGAL])
def test_the_times_that_a_law_sets_stand_there_with_their_source(audience: Audience) -> None:
    told = evaluate(POLICY, SITUATION, audience=audience, wording=CLOCKS).brief.markdown

    assert "Rule 9: answer within 8 weeks (Source: Rulebook 9.1; as known until 2027-01-01)" in told
    assert "Rule 33" not in told


def test_who_is_on_call_is_spared_the_times_that_a_law_sets() -> None:
    assert "Rule 9" not in evaluate(POLICY, SITUATION, audience=Audience.ON_CALL, wording=CLOCKS).brief.markdown
