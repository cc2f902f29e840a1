"""Criteria of many fields and forms are taken apart as a careful reader would."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from escalation_core.model.policy import Item, Outline
from escalation_core.policy.outline import outline

FILES = sorted((Path(__file__).parent / "outlines").glob("*.toml"))
WANTED = [
    (file.stem, number) for file in FILES for number, _ in enumerate(tomllib.loads(file.read_text("utf-8"))["item"])
]


def policy(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "outlines" / f"{name}.toml").read_text("utf-8"))


def read(name: str) -> Outline:
    return outline(policy(name)["text"])


def words(item: Item, text: str) -> str:
    return item.span.of(text)


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_the_criteria_are_found_and_nothing_else(name: str) -> None:
    told = policy(name)

    found = [words(item, told["text"]) for item in read(name).items]

    assert found == [item["text"] for item in told["item"]]


@pytest.mark.parametrize(("name", "number"), WANTED)
def test_each_criterion_carries_what_its_policy_says(name: str, number: int) -> None:
    told = policy(name)
    wanted = told["item"][number]
    item = next(one for one in read(name).items if words(one, told["text"]) == wanted["text"])

    said = {key: getattr(item, key) for key in wanted if key not in ("text", "parts", "kind")}

    assert said == {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in wanted.items()
        if key in said
    }
    assert str(item.kind) == wanted.get("kind", "trigger")
    assert [words(part, told["text"]) for part in item.parts] == [part["text"] for part in wanted.get("parts", [])]
