"""What a person knows of a case stands in the place of what the text says, and says whose word it is."""

from escalation_core import evaluate
from escalation_core.model.brief import Source
from escalation_core.model.evaluation import Evaluation
from escalation_core.model.facts import FactKind

CRITERIA = "- The customer mentions lawyers or legal action: Legal, within 4 hours"
SITUATION = "From: Dana Whitlock <dana@example.com>\n\nYou will hear from our lawyers. Ref NF-88213.\n\nDana Whitlock"


def told(details: dict[str, str]) -> Evaluation:
    return evaluate(CRITERIA, SITUATION, filled=details)


def test_a_name_put_right_stands_in_brief_and_acknowledgment() -> None:
    evaluation = told({"contact": "Robin Mar"})

    assert "Robin Mar" in evaluation.acknowledgment.text
    assert "Dana Whitlock" not in evaluation.acknowledgment.text
    assert "Robin Mar" in evaluation.brief.markdown


def test_a_missing_element_that_is_filled_is_missing_no_more() -> None:
    before = {gap.key for gap in told({}).brief.missing}
    after = told({"deadline": "Tonight at eight"}).brief

    assert "deadline" in before
    assert "deadline" not in {gap.key for gap in after.missing}
    assert "Tonight at eight" in after.markdown


def test_it_is_said_that_it_was_given_and_not_read() -> None:
    brief = told({"deadline": "Tonight at eight"}).brief
    item = next(item for section in brief.sections for item in section.items if "Tonight" in item.text)

    assert (item.source, item.evidence) == (Source.ANSWERED, ())


def test_empty_words_take_away_what_was_read() -> None:
    assert [fact.quote for fact in told({"references": ""}).facts if fact.kind is FactKind.REFERENCE] == []
