"""The sentences that the house writes, by key; every one of them stands in data."""

from functools import cache

from escalation_core.language.tables import table


@cache
def wording(language: str = "en") -> dict[str, dict[str, str]]:
    """Tables of sentences with `{placeholders}`, read once for each language."""
    told = table(f"{language}/wording")
    return {name: {key: str(said) for key, said in sentences.items()} for name, sentences in told.items()}


def say(name: str, key: str, /, **values: object) -> str:
    """The sentence of that key with its placeholders filled."""
    return wording()[name][key].format(**values)
