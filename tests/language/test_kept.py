"""What is made of the data is kept, and never outlives the data."""

from pathlib import Path

import pytest

from escalation_core.language import kept as module
from escalation_core.language.kept import kept


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_MADE", tmp_path)
    return tmp_path


def refuse() -> None:
    raise AssertionError("made again")


def test_what_was_made_once_is_not_made_again(place: Path) -> None:
    kept("it", lambda: (1, 2))

    assert kept("it", refuse) == [1, 2]


@pytest.mark.parametrize("text", ['{"of":"other data","made":1}', '{"made":1}', '{"of":', ""])
def test_what_was_made_of_other_data_or_only_in_part_is_made_anew(place: Path, text: str) -> None:
    (place / "it.json").write_text(text)

    assert kept("it", lambda: 2) == 2


def test_where_nothing_can_be_kept_it_is_made_all_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MADE", place / "no" / "such")

    assert kept("it", lambda: 3) == 3
