"""The tables that the data files hold."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from escalation_core.errors import BrokenLanguageData
from escalation_core.language.kept import kept

Table = dict[str, Any]


def table(name: str) -> Table:
    """The table of one file, by its path below this folder without the ending: "en/case"."""
    found: Table = _tables()[name]
    return found


def tables(start: str) -> dict[str, Table]:
    """The tables of all files whose path begins so, by path."""
    return {name: _tables()[name] for name in sorted(_tables()) if name.startswith(start)}


@cache
def _tables() -> dict[str, Table]:
    found: dict[str, Table] = kept("tables", lambda: _read(files("escalation_core.language"), ""))
    return found


def _read(folder: Traversable, below: str) -> dict[str, Table]:
    found: dict[str, Table] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        name = below + file.name
        if file.is_dir():
            found |= _read(file, f"{name}/")
        elif name.endswith(".toml"):
            try:
                found[name.removesuffix(".toml")] = tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise BrokenLanguageData(f"{name}: {error}") from error
    return found
