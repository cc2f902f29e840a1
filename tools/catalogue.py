"""The interface's texts in every language, with a made-up one that shows what stands outside the catalogue."""

import json
from pathlib import Path

_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "àéîõüýÀÉÎÕÜÝçñšž")


def catalogues(folder: Path) -> dict[str, dict[str, str]]:
    """The texts by language and key. A language that lacks a key, or has one too many, is refused."""
    told = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))}
    english = told["en"]
    for language, words in told.items():
        odd = set(words) ^ set(english)
        if odd:
            raise SystemExit(f"build: i18n/{language}.json and en.json differ in {sorted(odd)[:5]}")
    return {**told, "x-pseudo": {key: _pseudo(said) for key, said in english.items()}}


def _pseudo(said: str) -> str:
    """The text with accents and brackets, its placeholders as they are."""
    parts = said.split("{")
    rest = [inner.partition("}") for inner in parts[1:]]
    return "⟦" + parts[0].translate(_ACCENTS) + "".join(f"{{{k}{b}{t.translate(_ACCENTS)}" for k, b, t in rest) + "⟧"
