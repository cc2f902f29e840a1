"""Phrases of the data are found where they stand."""

import pytest

from escalation_core.errors import BrokenLanguageData
from escalation_core.text.matching import Matcher
from escalation_core.text.words import words

CLASSES = {"animal": ["cat", "guinea pig", "@bird"], "bird": ["parrot", "canary"]}


def found(phrase: str, text: str) -> list[str]:
    row = words(text)
    hits = [hit for hit in Matcher(CLASSES, [("it", phrase)]).hits(row) if hit.owner == "it"]
    return [text[row[hit.first].span.start : row[hit.after - 1].span.end] for hit in hits]


def test_a_plain_word_matches_by_its_stem() -> None:
    assert found("cancel", "they cancelled it") == ["cancelled"]


def test_an_exact_word_matches_only_in_that_form() -> None:
    assert found("=court", "courting the court") == ["court"]


def test_an_alternative_matches_any_of_its_options() -> None:
    assert found("our (lawyer|legal team)", "ask our legal team or our lawyers") == ["our lawyers", "our legal team"]


def test_an_option_may_be_left_out() -> None:
    assert found("no [hot] water", "no water, no hot water") == ["no hot water", "no water"]


def test_a_gap_skips_a_few_words() -> None:
    assert found("see … data", "they saw all of our data") == ["saw all of our data"]


def test_a_gap_skips_no_more_than_five_words() -> None:
    assert found("see … data", "they saw one two three four five six data") == []


def test_a_class_matches_any_of_its_phrases_and_those_of_a_class_within() -> None:
    assert found("my @animal", "my guinea pig and my canary") == ["my canary", "my guinea pig"]


def test_a_phrase_may_begin_with_a_class() -> None:
    assert found("@bird die", "the parrot died") == ["parrot died"]


def test_a_class_that_holds_itself_is_refused() -> None:
    with pytest.raises(BrokenLanguageData, match="hold themselves"):
        Matcher({"a": ["x", "y @b"], "b": ["@a"]}, [("it", "@a")])


def test_a_long_row_is_read_to_its_end() -> None:
    assert len(found("see … data", "they saw all of our data " * 200)) == 200


def test_a_number_matches_digits_and_number_words() -> None:
    assert found("# times", "3 times, then three times") == ["three times", "3 times"]


@pytest.mark.parametrize("phrase", ["", "(a|b", "a)", "@unheard", "… a", "[a]", "(a )?b", "a (b)?"])
def test_a_phrase_that_is_none_is_refused(phrase: str) -> None:
    with pytest.raises(BrokenLanguageData):
        found(phrase, "a")
