"""Groups of people, ages, products and shares of counts that no unit gives away."""

import pytest

from escalation_core.measures.reader import measure
from escalation_core.model.mention import Mention, MentionKind

_YEAR = 365 * 86400.0


def found(said: str, kind: MentionKind) -> list[Mention]:
    return [mention for mention in measure(said) if mention.kind is kind]


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("Five of us wait here.", 5, "us"),
        ("It is the 18 of us who print.", 18, "us"),
        ("We were four: my aunt, her boys and me.", 4, "us"),
        ("That makes 34 of them.", 34, "them"),
        ("Six of our drivers are ill.", 6, "drivers"),
        ("Our twins sleep there.", 2, "twins"),
    ],
)
def test_people_are_counted(said: str, number: float, unit: str) -> None:
    assert [(mention.low, mention.unit) for mention in found(said, MentionKind.COUNT)] == [(number, unit)]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("I am 33 and tired.", 33),
        ("im 58!!", 58),
        ("Papa is 81.", 81),
        ("My son Tom is 11.", 11),
        ("Mrs Holm will be 82 in May.", 81),
        ("She turns 75 next month.", 74),
        ("She turns 75 today.", 75),
        ("Ivo Brand, 77, rang.", 77),
        ("A man of 59 rang.", 59),
        ("I'm 44 going on 80.", 44),
        ("Our twins (14) wait.", 14),
        ("hes 14", 14),
    ],
)
def test_ages_are_read(said: str, years: float) -> None:
    assert [(mention.low or 0) / _YEAR for mention in found(said, MentionKind.DURATION)] == [years]


@pytest.mark.parametrize(
    "said",
    [
        "The weight is 45.",
        "I am 1 of many.",
        "He is 5 minutes away.",
        "It is 12, High Street.",
        "On Mon Nov 12, he rang.",
    ],
)
def test_what_is_no_age_is_left_alone(said: str) -> None:
    assert not [mention for mention in found(said, MentionKind.DURATION) if mention.value == "age"]


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("I ask for 4 x €250.", 1000),
        ("Four payments of £225 each left.", 900),
        ("4 transfers out, £1,075 apiece.", 4300),
        ("30 seats at $12 a seat.", 360),
        ("A deposit of £40.", 40),
        ("In 1990 at 12 francs a share.", 12),
    ],
)
def test_prices_are_multiplied(said: str, total: float) -> None:
    assert [mention.low for mention in found(said, MentionKind.MONEY)] == [total]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("It took an hour and twenty.", 80), ("It took two hours and ten.", 130), ("An hour and twenty people.", 60)],
)
def test_minutes_behind_hours(said: str, minutes: float) -> None:
    assert [mention.low for mention in found(said, MentionKind.DURATION)] == [minutes * 60]


@pytest.mark.parametrize(
    ("said", "percent"),
    [("Nine calls out of ten fail.", 90), ("7 of the 14 lifts stand.", 50), ("Two of the four ovens.", 50)],
)
def test_parts_of_a_counted_whole_are_shares(said: str, percent: float) -> None:
    assert [mention.low for mention in found(said, MentionKind.SHARE)] == [percent]


def test_a_flat_is_no_billion() -> None:
    assert not [mention for mention in measure("1b and 1c are clean.") if (mention.low or 0) > 1000]
