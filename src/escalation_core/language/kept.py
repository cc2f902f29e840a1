"""What is made of the data: made once, and kept beside it as long as data and code stay the same."""

import hashlib
import json
import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

_PACKAGE = files("escalation_core")
_MADE = _PACKAGE / "language" / "made"


def kept(name: str, make: Callable[[], Any]) -> Any:
    """What `make` makes of the data, in the types of JSON; made anew only where that kept is not of this data and code.

    A package in an archive, as the page has it, is of one piece: what is kept in it is taken as it is.
    """
    of = _state(_PACKAGE) if isinstance(_PACKAGE, Path) else None
    try:
        told = json.loads((_MADE / f"{name}.json").read_text("utf-8"))
        if of is None or told["of"] == of:
            return told["made"]
    except (OSError, ValueError, KeyError):
        pass
    made = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
    if isinstance(_MADE, Path):
        _keep(_MADE / f"{name}.json", f'{{"of":{json.dumps(of)},"made":{made}}}\n')
    return json.loads(made)


@cache
def _state(package: Path) -> str:
    """A hash of all that makes the data and of what makes something of it."""
    told = hashlib.sha256(version("snowballstemmer").encode())
    for file in sorted([*package.glob("language/**/*"), *package.glob("text/*.py")]):
        if file.suffix in {".toml", ".py"}:
            told.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return told.hexdigest()


def _keep(file: Path, text: str) -> None:
    """Write it whole or not at all; where nothing may be written, nothing is kept."""
    mine = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        mine.write_text(text, "utf-8")
        mine.replace(file)
    except OSError:
        mine.unlink(missing_ok=True)
