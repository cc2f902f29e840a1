"""The page itself: the template with its texts, its presets and the hashes of what the boot loads."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

LOADED = (
    "pyodide/pyodide.asm.wasm",
    "pyodide/bundle.zip",
    "pyodide/native.zip",
    "pyodide/pyodide-lock.json",
    "js/worker.js",
    "presets.json",
)
"""What the page fetches before it shuts the network, in the order of the progress that it shows."""


def document(site: Path, out: Path, words: dict[str, dict[str, str]], presets: list[object]) -> str:
    """The HTML of the page."""
    environment = Environment(
        loader=FileSystemLoader(site),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    files = [
        {"name": name, "bytes": (out / name).stat().st_size, "integrity": _integrity(out / name)} for name in LOADED
    ]
    template = environment.get_template("index.html.j2")
    return template.render(t=words["en"], presets=presets, files=files, megabytes=_megabytes(files))


def _integrity(file: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()


def _megabytes(files: list[dict[str, object]]) -> str:
    total = sum(int(str(file["bytes"])) for file in files)
    return f"{total / 1e6:.1f}"
