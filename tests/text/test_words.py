"""Words are read as they are meant, each with its place in the text as pasted."""

from hypothesis import given
from hypothesis import strategies as st

from escalation_core.text.words import words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def test_a_contraction_gives_the_words_it_stands_for() -> None:
    assert forms("can't") == ["can", "not"]


def test_a_curly_apostrophe_reads_like_a_straight_one() -> None:
    assert forms("won’t") == forms("won't") == ["will", "not"]


def test_shorthand_is_written_out() -> None:
    assert forms("cust cant login since yday") == ["customer", "can", "not", "login", "since", "yesterday"]


def test_irregular_forms_share_the_stem_of_their_base() -> None:
    assert {word.stem for word in words("send sends sent sending")} == {"send"}


def test_a_hyphen_parts_words() -> None:
    assert forms("log-in") == ["log", "in"]


@given(st.text())
def test_every_word_lies_within_the_text(text: str) -> None:
    assert all(0 <= word.span.start < word.span.end <= len(text) for word in words(text))


@given(st.text())
def test_words_stand_in_reading_order(text: str) -> None:
    starts = [word.span.start for word in words(text)]

    assert starts == sorted(starts)
