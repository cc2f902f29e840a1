"""The presets of the project, checked, as plain values for the page."""

from pathlib import Path

from escalation_core.model.plain import plain
from escalation_core.presets import load_preset


def read_presets(folder: Path) -> list[object]:
    """Every preset of a folder, in the order of the file names. Raises `BadPreset` where one is none."""
    return [plain(load_preset(file)) for file in sorted(folder.glob("*.toml"))]
