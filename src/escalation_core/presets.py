"""Presets: read, checked by pydantic, and tried on their own examples."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from escalation_core.drafts.placeholders import unknown
from escalation_core.errors import BadPreset
from escalation_core.evaluation import evaluate
from escalation_core.judging.findings import flat
from escalation_core.model.evaluation import Evaluation, Outcome, Status
from escalation_core.model.preset import PLACEHOLDERS, Example, Preset

_MOST_CRITERIA_CHARACTERS = 256 * 1024


@dataclass(frozen=True, slots=True)
class Tried:
    """One example of a preset, the outcome it must have, the one it has, and the criteria that should be met and are not."""

    title: str
    expected: Outcome
    outcome: Outcome
    unmet: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether the example comes out as its owner wants."""
        return self.outcome is self.expected and not self.unmet


def preset_from(told: Mapping[str, object]) -> Preset:
    """The preset that plain values state. Raises `BadPreset` with the first field that is wrong, and why."""
    try:
        preset = _adapter().validate_python(_renamed(told))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise BadPreset(f"{place or 'preset'}: {first['msg']}") from error
    if len(preset.criteria) > _MOST_CRITERIA_CHARACTERS:
        raise BadPreset(f"criteria: longer than {_MOST_CRITERIA_CHARACTERS} characters")
    for name in (name for block in preset.acknowledgment.blocks for name in unknown(block.text)):
        raise BadPreset(f"acknowledgment.blocks: {{{name}}} is not filled; known are {', '.join(PLACEHOLDERS)}")
    return preset


def read_preset(text: str) -> Preset:
    """The preset in a TOML text. Raises `BadPreset` where it is no TOML or no preset."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadPreset(f"not TOML: {error}") from error
    return preset_from(told)


def load_preset(path: Path) -> Preset:
    """The preset in a file."""
    return read_preset(path.read_text("utf-8"))


def try_examples(preset: Preset) -> tuple[Tried, ...]:
    """Every example of the preset, evaluated."""
    return tuple(_tried(example, evaluate(preset.criteria, example.situation)) for example in preset.examples)


def preset_schema() -> dict[str, object]:
    """The JSON Schema of a preset."""
    return _adapter().json_schema()


def evaluation_schema() -> dict[str, object]:
    """The JSON Schema of `Evaluation.to_dict()`."""
    return TypeAdapter(Evaluation).json_schema(mode="serialization")


def _tried(example: Example, evaluation: Evaluation) -> Tried:
    met = [found.criterion.text for found in flat(evaluation.findings) if found.status is Status.MET]
    unmet = tuple(wanted for wanted in example.met if not any(wanted.casefold() in text.casefold() for text in met))
    return Tried(example.title, example.outcome, evaluation.decision.outcome, unmet)


def _renamed(told: Mapping[str, object]) -> dict[str, object]:
    """A team's "for", which is a word of Python's own, under the name that the model gives it."""
    teams = told.get("teams")
    if not isinstance(teams, list):
        return dict(told)
    named = [
        {"purpose" if key == "for" else key: value for key, value in team.items()} if isinstance(team, dict) else team
        for team in teams
    ]
    return {**told, "teams": named}


def _adapter() -> TypeAdapter[Preset]:
    return TypeAdapter(Preset)
