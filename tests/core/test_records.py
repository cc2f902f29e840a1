"""A decision is written in one line, and verified by evaluating again."""

import json
from pathlib import Path

import pytest

from escalation_core import evaluate
from escalation_core.cli import main
from escalation_core.errors import BadRecord
from escalation_core.model.evaluation import Outcome
from escalation_core.model.plain import plain
from escalation_core.model.preset import Wording
from escalation_core.records import line, read_record, record_of, verify

CRITERIA = "- The customer mentions lawyers or legal action: Legal, within 4 hours"
SITUATION = "You will hear from our lawyers."


def test_a_confirmed_decision_is_one_line() -> None:
    record = record_of(evaluate(CRITERIA, SITUATION), decided=Outcome.ESCALATE, by="Ana", at="2026-03-02T14:30:00")

    assert line(record).startswith("Decided: escalate (as suggested), by Ana · 2026-03-02T14:30:00 · c1 met")


def test_an_override_says_why() -> None:
    record = record_of(evaluate(CRITERIA, SITUATION), decided=Outcome.DO_NOT_ESCALATE, by="Ana", reason="manager")

    assert "Decided: do not escalate (suggested: escalate), by Ana, because: manager" in line(record)


def test_a_record_holds_hashes_and_not_the_texts() -> None:
    assert SITUATION not in json.dumps(plain(record_of(evaluate(CRITERIA, SITUATION))))


def test_the_same_texts_come_out_the_same() -> None:
    record = read_record(json.dumps(plain(record_of(evaluate(CRITERIA, SITUATION)))))

    assert verify(record, CRITERIA, SITUATION).differences == ()


def test_other_texts_come_out_differently() -> None:
    told = verify(record_of(evaluate(CRITERIA, SITUATION)), CRITERIA, "The printer is broken.")

    assert told.differences == (
        "The situation is not the one the decision was made on.",
        "The outcome was “escalate” and is “do not escalate” now.",
        "c1 was met and is not met now.",
    )


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(BadRecord):
        read_record("{}")


def test_the_command_line_verifies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("criteria", CRITERIA), ("situation", SITUATION)):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "record").write_text(json.dumps(plain(record_of(evaluate(CRITERIA, SITUATION)))), "utf-8")

    code = main(
        [
            "verify",
            str(tmp_path / "record"),
            "--criteria",
            str(tmp_path / "criteria"),
            "--situation",
            str(tmp_path / "situation"),
        ]
    )

    assert (code, capsys.readouterr().out) == (0, "The same texts give the same outcome.\n")


def test_a_record_names_the_preset_by_its_hash_and_holds_what_was_filled_in() -> None:
    told = evaluate(CRITERIA, SITUATION, preset="bank", preset_version="1.0", filled={"contact": "Ann Lee"})
    other = evaluate(CRITERIA, SITUATION, preset="bank", preset_version="1.0", wording=Wording(apology="none"))
    record = record_of(told)

    assert record.filled == {"contact": "Ann Lee"}
    assert record.preset_sha256
    assert record.preset_sha256 != record_of(other).preset_sha256
    assert f"preset bank 1.0 ({record.preset_sha256[:12]})" in line(record)
    assert verify(read_record(json.dumps(plain(record))), CRITERIA, SITUATION).same
