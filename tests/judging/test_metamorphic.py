"""What makes no difference to a careful reader makes none here, and what makes one does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core import evaluate
from escalation_core.judging.findings import flat
from escalation_core.presets import load_preset

PRESETS = [load_preset(path) for path in sorted((Path(__file__).parents[2] / "criteria").glob("*.toml"))]
CASES = [(preset.criteria, example.situation) for preset in PRESETS for example in preset.examples]
cases = st.sampled_from(CASES)
few = settings(max_examples=12, deadline=None)

WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def statuses(criteria: str, situation: str) -> dict[str, str]:
    found = evaluate(criteria, situation)
    return {" ".join(one.criterion.text.split()).lower(): one.status.value for one in flat(found.findings)}


def spelled(situation: str) -> str:
    """Small numbers before a noun in letters, as people write them."""
    return re.sub(
        r"(?<![\w.,:/£$€#-])([2-9]|1[0-2]) (?=(?:users|people|times|homes|days|hours|weeks|customers)\b)",
        lambda found: WORDS[int(found[1]) - 2] + " ",
        situation,
    )


def in_minutes(situation: str) -> str:
    return re.sub(r"(?<![\w.,:/-])(\d) hours\b(?! ago)", lambda found: f"{int(found[1]) * 60} minutes", situation)


def curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "“\\1”", text.replace("'", "’"))


SITUATIONS: dict[str, Callable[[str], str]] = {
    "letters are small": str.lower,
    "white space is wide": lambda text: re.sub(r" ", "  ", text) + "  \n\n",
    "lines end as on Windows": lambda text: text.replace("\n", "\r\n"),
    "quotes are curly": curly,
    "something beside the point is said": lambda text: text + "\nThe new logo looks nice, by the way.",
    "a signature is pasted": lambda text: text + "\n\nKind regards\nT. Almond\nOffice 3, Hazel Row",
    "numbers are spelled": spelled,
    "hours are minutes": in_minutes,
}
CRITERIA: dict[str, Callable[[str], str]] = {
    "bullets are dots": lambda text: re.sub(r"(?m)^- ", "• ", text),
    "bullets are stars": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "quotes are curly": curly,
    "lines end as on Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("change", SITUATIONS.values(), ids=SITUATIONS)
@few
@given(case=cases)
def test_a_situation_told_in_another_dress_meets_the_same(change: Callable[[str], str], case: tuple[str, str]) -> None:
    criteria, situation = case

    assert statuses(criteria, change(situation)) == statuses(criteria, situation)


@pytest.mark.parametrize("change", CRITERIA.values(), ids=CRITERIA)
@few
@given(case=cases)
def test_criteria_written_in_another_dress_are_met_alike(change: Callable[[str], str], case: tuple[str, str]) -> None:
    criteria, situation = case

    assert list(statuses(change(criteria), situation).values()) == list(statuses(criteria, situation).values())


@few
@given(bound=st.integers(3, 400), said=st.integers(3, 400))
def test_a_count_is_met_beyond_its_bound_and_nowhere_else(bound: int, said: int) -> None:
    told = statuses(f"- more than {bound} users cannot log in", f"Since nine {said} users cannot log in.")

    assert told[f"more than {bound} users cannot log in"] == ("met" if said > bound else "not_met")


@few
@given(bound=st.integers(2, 40), said=st.integers(2, 40))
def test_a_length_is_met_beyond_its_bound_in_any_unit(bound: int, said: int) -> None:
    told = statuses(
        f"- the website has been down for more than {bound} hours",
        f"The website has been down for {said * 60} minutes.",
    )

    assert told[f"the website has been down for more than {bound} hours"] == ("met" if said > bound else "not_met")


@pytest.mark.parametrize(
    ("criterion", "told", "denied"),
    [
        ("legal action is threatened", "We are suing you.", "We are not suing you."),
        ("somebody was injured", "A guest was injured on the stairs.", "Nobody was injured on the stairs."),
        ("data was lost", "Our records are lost.", "None of our records are lost."),
        ("a journalist is asking", "A journalist rang about it.", "No journalist rang about it."),
    ],
)
def test_a_proof_that_is_denied_proves_nothing(criterion: str, told: str, denied: str) -> None:
    found = [statuses(f"- {criterion}", situation)[criterion] for situation in (told, denied)]

    assert found == ["met", "not_met"]
