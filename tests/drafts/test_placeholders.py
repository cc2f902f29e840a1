"""Texts from presets are values with a fixed list of placeholders; nothing else in braces is filled, and none is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation_core.drafts.checker import check
from escalation_core.drafts.placeholders import filled, unknown
from escalation_core.errors import BadPreset
from escalation_core.model.preset import PLACEHOLDERS
from escalation_core.presets import read_preset

PRESET = """
id = "x"
title = "x"
means = "x"
owner = "x"
version = "1"
criteria = "- Escalate if the customer mentions a lawyer."

[[acknowledgment.blocks]]
regime = "x"
text = "{} answers you."
"""


def test_a_placeholder_is_filled_with_its_value() -> None:
    assert (
        filled("Dear {name}, {contact_person} has it.", {"name": "Ann", "contact_person": "Bo"})
        == "Dear Ann, Bo has it."
    )


def test_one_without_a_value_is_a_blank_that_the_checker_finds() -> None:
    text = filled("{contact_person} answers you.", {})

    assert text == "[contact person] answers you."
    assert [warning.rule for warning in check(text, authorised=("{contact_person} answers you.",))] == ["N12"]


def test_what_a_preset_requires_is_authorised_around_its_placeholders() -> None:
    block = "We will send {name} a refund. {contact_person} has it."

    assert check(filled(block, {"name": "Ann", "contact_person": "Bo"}), authorised=(block,)) == ()


@given(st.text(max_size=40), st.text(max_size=20))
def test_a_value_is_never_read_as_a_template(before: str, value: str) -> None:
    known = any(f"{{{name}}}" in before for name in PLACEHOLDERS)

    assert known or filled(before + "{name}", {"name": "x" + value}) == before + "x" + value


@pytest.mark.parametrize("text", ["{agent}", "{self}", "{name} {config}"])
def test_another_placeholder_is_named_and_refused(text: str) -> None:
    assert list(unknown(text))
    with pytest.raises(BadPreset):
        read_preset(PRESET.replace("{}", text))


def test_a_known_one_is_accepted() -> None:
    assert (
        read_preset(PRESET.replace("{}", "{contact_person}")).acknowledgment.blocks[0].text
        == "{contact_person} answers you."
    )
