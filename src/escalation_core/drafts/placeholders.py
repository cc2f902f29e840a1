"""The `{placeholders}` of texts from presets: a fixed list, filled with values and never read as a template."""

from collections.abc import Iterator, Mapping

from escalation_core.model.preset import PLACEHOLDERS


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its placeholders filled; one without a value becomes a blank that the checker finds."""
    return "".join(str(values.get(said) or blank(said)) if named else said for said, named in parts(text))


def blank(name: str) -> str:
    """What stands where there is no value."""
    return f"[{name.replace('_', ' ')}]"


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is the name of a placeholder."""
    first, *others = text.split("{")
    yield first, False
    for said in others:
        name, closed, rest = said.partition("}")
        if closed and name in PLACEHOLDERS:
            yield name, True
            yield rest, False
        else:
            yield "{" + said, False


def unknown(text: str) -> Iterator[str]:
    """What stands in braces like a placeholder and is none."""
    for said in text.split("{")[1:]:
        name, closed, _ = said.partition("}")
        if closed and name.isidentifier() and name not in PLACEHOLDERS:
            yield name
