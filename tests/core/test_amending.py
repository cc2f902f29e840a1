"""A figure that was misread is put right by a person, counts from then on, and stands in the record."""

import pytest

from escalation_core import evaluate
from escalation_core.errors import BadAnswer
from escalation_core.model.evaluation import Amendment, Evaluation, Status
from escalation_core.model.span import Span
from escalation_core.records import record_of, verify

CRITERIA = "- More than 50 users are affected: On-call, within 15 minutes"
SITUATION = "The outage affects 62 users."


def amended(criteria: str, situation: str, quote: str, value: str) -> Evaluation:
    start = situation.index(quote)
    return evaluate(criteria, situation, amended=(Amendment(Span(start, start + len(quote)), value),))


@pytest.mark.parametrize(
    ("criteria", "situation", "quote", "value"),
    [
        (CRITERIA, SITUATION, "62", "12"),
        (CRITERIA, SITUATION, "62 users", "twelve users"),
        ("- The service is down for more than 30 minutes: Ops", "The service is down for 45 minutes.", "45 minutes", "10 min"),
        ("- The service is down for more than 30 minutes: Ops", "2026-02-03 Down since 08:50. It is now 09:42. The service is down.", "08:50", "09:30"),
        ("- The customer contacted us 3 or more times: Care", "This is the third time I write to you.", "third", "2"),
    ],
)  # fmt: skip
def test_what_a_person_says_counts(criteria: str, situation: str, quote: str, value: str) -> None:
    assert evaluate(criteria, situation).findings[0].status is Status.MET

    assert amended(criteria, situation, quote, value).findings[0].status is Status.NOT_MET


def test_the_quote_stays_the_text_s_own() -> None:
    told = amended(CRITERIA, SITUATION, "62", "12").findings[0].evidence[0]

    assert (told.quote, told.understood_as, told.value) == ("62", "12 users", True)


def test_it_stands_in_the_record_and_comes_out_the_same() -> None:
    record = record_of(amended(CRITERIA, SITUATION, "62", "12"))

    assert record.amended[0].value == "12"
    assert verify(record, CRITERIA, SITUATION).same


def test_words_without_a_figure_are_refused() -> None:
    with pytest.raises(BadAnswer, match="no figure"):
        amended(CRITERIA, SITUATION, "62", "many of them")


def test_a_question_says_which_answer_it_asks_for() -> None:
    told = evaluate(CRITERIA, "Users are affected by the outage, but nobody has counted them.")

    assert [question.kind for question in told.questions] == ["number"]
