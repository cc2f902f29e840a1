"""The command line: a decision with exit code 0, bad input with 2 and one clear line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from escalation_core.cli import main

CRITERIA = "- The customer mentions lawyers or legal action: Legal, within 4 hours\n"
SITUATION = "If this is not fixed by Friday, you will hear from our lawyers."


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    made = {"criteria": tmp_path / "criteria.txt", "situation": tmp_path / "situation.txt"}
    made["criteria"].write_text(CRITERIA, "utf-8")
    made["situation"].write_text(SITUATION, "utf-8")
    return {name: str(path) for name, path in made.items()}


def test_a_decision_is_told_in_plain_text(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["evaluate", "--criteria", files["criteria"], "--situation", files["situation"]])

    assert (code, capsys.readouterr().out.splitlines()[0]) == (0, "ESCALATE")


def test_json_holds_the_contract(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", "--criteria", files["criteria"], "--situation", files["situation"], "--format", "json"])

    assert json.loads(capsys.readouterr().out)["schema"] == "escalation-evaluation/1"


def test_the_situation_may_come_from_standard_input(files: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "escalation_core", "evaluate", "--criteria", files["criteria"], "--situation", "-"],
        input=SITUATION.encode(), capture_output=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0


def test_criteria_are_shown_as_they_are_read(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "--criteria", files["criteria"]])

    assert "legal_threat" in capsys.readouterr().out


def test_a_situation_is_shown_as_it_is_read(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "--situation", files["situation"]])

    assert "lawyer_involved: shown" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate", "--criteria", "nowhere.txt", "--situation", "nowhere.txt"],
        ["read", "--criteria", "nowhere.txt"],
        ["test", "nowhere.toml"],
    ],
)
def test_a_file_that_is_not_there_is_one_clear_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = main(arguments)

    assert (code, capsys.readouterr().err.count("\n")) == (2, 1)


def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")

    code = main(["evaluate", "--criteria", files["criteria"], "--situation", str(picture)])

    assert (code, "UTF-8" in capsys.readouterr().err) == (2, True)


def test_criteria_without_a_criterion_are_refused(tmp_path: Path, files: dict[str, str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n\n", "utf-8")

    assert main(["evaluate", "--criteria", str(empty), "--situation", files["situation"]]) == 2


@pytest.mark.parametrize("arguments", [[], ["evaluate"], ["evaluate", "--criteria"], ["read"], ["frobnicate"]])
def test_a_command_that_is_none_is_one_clear_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert (left.value.code, capsys.readouterr().err.count("\n")) == (2, 1)
