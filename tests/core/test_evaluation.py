"""Two texts in, one evaluation out: the same for the same, and decent for any input."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core import evaluate
from escalation_core.errors import BadAnswer

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- more than 25 users cannot work: Engineering on-call, within 15 minutes
"""


def told(situation: str, criteria: str = CRITERIA) -> str:
    return evaluate(criteria, situation).decision.outcome.value


def test_a_threat_with_an_if_is_a_threat() -> None:
    assert told("If it fails again our lawyers will call you. Two users are hit.") == "escalate"


def test_a_figure_that_is_not_given_is_asked_for() -> None:
    assert told("Nobody in the Leeds office can log in.") == "needs_information"


def test_without_criteria_nothing_is_decided_and_the_reasoning_says_why() -> None:
    assert "no criteria" in evaluate("", "Our lawyers will call.").decision.reasoning


def test_without_a_situation_nothing_is_decided() -> None:
    assert told("  \n ") == "needs_information"


def test_a_situation_that_touches_nothing_is_routine() -> None:
    found = evaluate("- the customer mentions lawyers: Legal", "Where do I change my password?")

    assert (found.decision.outcome.value, found.decision.routine) == ("do_not_escalate", True)


@pytest.mark.parametrize(
    "situation",
    [
        "Our lawyers will call.\r\nAll 40 users cannot work.\r\n",
        "😡😡 Our lawyers will call. 🏥",
        "\u202eOur lawyers will call.\u202c שלום",
        "Our lawyers will call. \x00\x01\x02\ufffd",
    ],
    ids=["windows newlines", "emoji", "right to left", "binary-looking"],
)
def test_odd_input_is_read_all_the_same(situation: str) -> None:
    finding = evaluate(CRITERIA, situation).findings[0]

    assert finding.evidence[0].span.of(situation) == finding.evidence[0].quote


def test_what_looks_like_a_binary_file_is_said_to() -> None:
    assert evaluate(CRITERIA, "\x00\x01\x02 lawyers").notices != ()


def test_a_text_of_a_megabyte_is_read() -> None:
    assert told("The shelf is dusty. " * 52_000 + "Our lawyers will call.") == "escalate"


def test_the_same_texts_give_the_same_bytes() -> None:
    once, again = (json.dumps(evaluate(CRITERIA, "Our lawyers called.").to_dict()) for _ in range(2))

    assert once == again


def test_an_answer_beats_what_was_read() -> None:
    answered = evaluate(CRITERIA, "Nobody in Leeds can log in.", answers={"q-c2": "yes"})

    assert answered.findings[1].status.value == "met"


def test_a_figure_answers_a_question_about_a_figure() -> None:
    answered = evaluate(CRITERIA, "Nobody in Leeds can log in.", answers={"c2": "40 users"})

    assert answered.findings[1].status.value == "met"


def test_a_figure_below_the_threshold_answers_no() -> None:
    answered = evaluate(CRITERIA, "Nobody in Leeds can log in.", answers={"c2": "12"})

    assert answered.findings[1].status.value == "not_met"


def test_an_answer_to_nothing_is_refused() -> None:
    with pytest.raises(BadAnswer):
        evaluate(CRITERIA, "Nobody can log in.", answers={"c99": "yes"})


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_give_an_evaluation(criteria: str, situation: str) -> None:
    assert evaluate(criteria, situation).schema == "escalation-evaluation/1"
