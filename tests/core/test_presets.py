"""Every preset is worth using as it is: its own examples come out as its owner wants."""

from pathlib import Path

import pytest

from escalation_core.errors import BadPreset
from escalation_core.model.preset import Example, Preset
from escalation_core.presets import load_preset, read_preset, try_examples

FILES = sorted((Path(__file__).resolve().parents[2] / "criteria").glob("*.toml"))
PRESETS = [load_preset(file) for file in FILES]
TRIED = [pytest.param(tried, id=f"{preset.id}: {tried.title}") for preset in PRESETS for tried in try_examples(preset)]


@pytest.mark.parametrize("tried", TRIED)
def test_an_example_comes_out_as_its_owner_wants(tried: object) -> None:
    assert (tried.outcome, tried.unmet) == (tried.expected, ())  # type: ignore[attr-defined]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_has_eight_examples_of_all_three_outcomes(preset: Preset) -> None:
    outcomes: list[Example] = list(preset.examples)

    assert (len(outcomes) >= 8, len({example.outcome for example in outcomes})) == (True, 3)


@pytest.mark.parametrize("text", ["", "id = 3", "not toml [", 'id = "x"\nunheard_of = 1'])
def test_what_is_no_preset_is_refused(text: str) -> None:
    with pytest.raises(BadPreset):
        read_preset(text)
