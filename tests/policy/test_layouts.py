"""Layouts of every kind carry who acts, how urgently and by when to the criteria that they hold."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from escalation_core.model.policy import Item
from escalation_core.policy.outline import outline

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
