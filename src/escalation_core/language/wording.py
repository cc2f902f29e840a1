"""The sentences that the house writes, by key; every one of them stands in data."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def wording(language: str = "en") -> dict[str, dict[str, str]]:
    """Tables of sentences with `{placeholders}`, read once for each language."""
    told = tomllib.loads((files("escalation_core.language") / language / "wording.toml").read_text("utf-8"))
    return {table: {key: str(said) for key, said in sentences.items()} for table, sentences in told.items()}


def say(table: str, key: str, /, **values: object) -> str:
    """The sentence of that key with its placeholders filled."""
    return wording()[table][key].format(**values)
