"""What the reader of measures finds, and that it takes any text."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core.measures.reader import measure
from escalation_core.model.mention import Mention, MentionKind

NOW = datetime(2024, 10, 9, 12, 0)  # a Wednesday
_PIECES = st.sampled_from(
    [
        "12",
        "40",
        "3.5",
        "£",
        "$",
        "€",
        "%",
        "k",
        "about",
        "more",
        "than",
        "or",
        "more",
        "between",
        "and",
        "two",
        "hundred",
        "half",
        "a",
        "dozen",
        "hours",
        "-",
        ":",
        "/",
        ",",
        ".",
        "+",
        "#",
        "@",
        "x",
        "each",
        "of",
        "Monday",
        "3",
        "Dec",
        "04/09/2024",
        "13:50",
        "am",
        "2024-02-30",
        "INC-7741",
        "a.b@c.com",
        "+44",
        "7700",
        "900873",
        "½",
        "\xa0",
        "99:99",
        "31/31",
        "0/0",
        "minus",
        "^",
        "e",
        "1e999",
        "next",
        "last",
        "ago",
    ]
)


def only(text: str, kind: MentionKind) -> Mention:
    (found,) = [mention for mention in measure(text, NOW) if mention.kind is kind]
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("down for 3h", 10800, 10800),
        ("an hour and a half", 5400, 5400),
        ("more than 45 minutes", 2700, None),
        ("at most two weeks", None, 1209600),
    ],
)
def test_a_duration_is_read_in_seconds(text: str, low: float | None, high: float | None) -> None:
    found = only(text, MentionKind.DURATION)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [("€600 refund", 600, "EUR"), ("$46k at risk", 46000, "USD"), ("£1.2m", 1200000, "GBP"), ("12k USD", 12000, "USD")],
)
def test_a_sum_carries_its_currency(text: str, low: float, unit: str) -> None:
    found = only(text, MentionKind.MONEY)
    assert (found.low, found.unit) == (low, unit)


def test_a_rate_says_per_what() -> None:
    assert only("worth $41k/mo", MentionKind.MONEY).per == "month"


def test_a_count_carries_the_noun_that_it_counts() -> None:
    found = only("31 different customers wrote", MentionKind.COUNT)
    assert (found.low, found.unit) == (31, "different customers")


def test_about_forty_is_an_interval() -> None:
    found = only("about 40 users", MentionKind.COUNT)
    assert (found.low, found.high) == (36, 44)


def test_a_decimal_fraction_is_no_phone_number() -> None:
    assert [found.kind for found in measure("9.2321312")] == [MentionKind.NUMBER]


@pytest.mark.parametrize("text", ["v2.3.1", "10.0.0.12", "https://example.com/a/123"])
def test_versions_and_addresses_of_machines_are_no_quantities(text: str) -> None:
    kinds = {found.kind for found in measure(text)}
    assert not kinds & {MentionKind.NUMBER, MentionKind.COUNT, MentionKind.MONEY, MentionKind.DURATION}


@settings(max_examples=120, deadline=None)
@given(
    st.text(max_size=200) | st.lists(_PIECES, max_size=14).map(" ".join) | st.lists(_PIECES, max_size=9).map("".join)
)
def test_any_text_is_read_and_every_quote_stands_where_it_says(text: str) -> None:
    found = measure(text, NOW)
    assert all(mention.quote == text[mention.span.start : mention.span.end] for mention in found)
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_a_text_is_read_without_knowing_the_day(text: str) -> None:
    assert all(mention.quote == text[mention.span.start : mention.span.end] for mention in measure(text))
