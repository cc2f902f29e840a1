"""Layouts of every kind carry who acts, how urgently and by when to the criteria that they hold."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from escalation_core.model.policy import Item
from escalation_core.policy.outline import outline
from escalation_core.policy.reader import read_policy

LAYOUTS = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text("utf-8"))["layout"]


def told(items: Sequence[Item], text: str, lead: str = "") -> Iterator[str]:
    """Each criterion and part on a line of its own, with what it asks for and what it carries."""
    for item in items:
        asks = " … ".join(" ".join(ask.of(text).split()) for ask in item.asks)
        count = f"{item.at_least} of: " if item.at_least else ""
        carried = (item.severity, item.route, item.deadline) if not lead else ()
        kind = "" if item.kind in ("trigger", "part") else f"{item.kind}: "
        yield " | ".join([f"{lead}{kind}{count}{asks}", *(value for value in carried if value)])
        yield from told(item.parts, text, "- ")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["why"])
def test_a_layout_is_read_as_it_stands(layout: dict[str, Any]) -> None:
    text = layout["text"]

    assert list(told(outline(text).items, text)) == layout["reads"]


def test_a_level_with_a_colon_is_no_field_and_its_team_no_severity() -> None:
    policy = read_policy(
        "Level 3: Duty Manager, by phone at once\n- somebody was hurt\n\n"
        "Level 2: Fraud desk, within 1 hour\n- a ticket was sold twice\n\nLevel 0: stays here\n- lost passwords\n"
    )

    assert [(one.route, one.deadline, one.severity, one.escalates) for one in policy.criteria] == [
        ("Duty Manager", "at once", "Level 3", True),
        ("Fraud desk", "within 1 hour", "Level 2", True),
        (None, None, "Level 0", False),
    ]


def test_a_level_above_its_team_holds_for_the_list_below_both() -> None:
    policy = read_policy(
        "LEVEL 3\nDuty Manager, by phone, at once\n  3.1 somebody was hurt\n  3.2 the gate was closed\n"
        "LEVEL 2\nFraud desk, within 1 hour\n  2.1 a ticket was sold twice\n"
    )

    assert [(one.route, one.severity) for one in policy.criteria] == [
        ("Duty Manager", "LEVEL 3"),
        ("Duty Manager", "LEVEL 3"),
        ("Fraud desk", "LEVEL 2"),
    ]
