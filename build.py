"""Builds the page into dist/: `python build.py [--out FOLDER]`. Same input, same bytes; no network."""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.bundle import bundle
from tools.catalogue import catalogues
from tools.document import document
from tools.presets import read_presets

HOME = Path(__file__).resolve().parent
SITE = HOME / "site"
PYODIDE = HOME / "node_modules" / "pyodide"
WHEELS = HOME / ".cache" / "wheels"


class BuildError(Exception):
    """Something that the person who builds can mend, in their words."""


def assets(out: Path) -> None:
    """Copy modules, styles and icons of the page."""
    for name in ("js", "icons"):
        if (SITE / name).is_dir():
            shutil.copytree(SITE / name, out / name)
    for name in ("style.css", "manifest.webmanifest"):
        if (SITE / name).is_file():
            shutil.copy(SITE / name, out / name)


def pyodide(out: Path) -> None:
    """Copy the pinned Pyodide, and a lock of it that names no packages."""
    if not PYODIDE.is_dir():
        raise BuildError("Pyodide is not there: run `make setup` first.")
    folder = out / "pyodide"
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        shutil.copy(PYODIDE / name, folder / name)
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    write_json(folder / "pyodide-lock.json", {"info": info, "packages": {}})


def core(out: Path) -> None:
    """Bundle the library, the dependencies and the core, compiled."""
    with tempfile.TemporaryDirectory() as stage:
        bundle(out / "pyodide", Path(stage), home=HOME, pyodide=PYODIDE, wheels=WHEELS)


def presets(out: Path) -> None:
    """Turn criteria/*.toml into one presets.json."""
    found = read_presets(HOME / "criteria")
    if not found:
        raise BuildError("criteria/ holds no preset; the page needs at least one.")
    write_json(out / "presets.json", found)


def schemas(out: Path) -> None:
    """Write the JSON Schemas of the evaluation, the preset and the exchange with the core."""
    from escalation_core.bridge import schemas as exchange
    from escalation_core.presets import evaluation_schema, preset_schema

    folder = out / "schema"
    folder.mkdir()
    write_json(folder / "evaluation.schema.json", evaluation_schema())
    write_json(folder / "preset.schema.json", preset_schema())
    write_json(folder / "exchange.schema.json", exchange())


def page(out: Path) -> None:
    """Render the page with its texts, presets and the hashes of what it loads."""
    words = catalogues(SITE / "i18n")
    (out / "js" / "catalogue.js").write_text(module("catalogue", words), "utf-8")
    presets_ = json.loads((out / "presets.json").read_text("utf-8"))
    (out / "index.html").write_text(document(SITE, out, words, presets_), "utf-8")


def docs(out: Path) -> None:
    """Build the documentation."""
    config = SITE / "mkdocs.yml"
    if not config.is_file():
        return
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "-f",
        str(config),
        "-d",
        str(out / "docs"),
    ]
    environment = {"SOURCE_DATE_EPOCH": "315532800", "PATH": "", "NO_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise BuildError(f"The docs do not build:\n{done.stdout}{done.stderr}")
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (out / "docs" / name).unlink(missing_ok=True)


def worker(out: Path) -> None:
    """Write the service worker with the list of what it serves, named by the hash of all of it."""
    names = sorted(str(file.relative_to(out)) for file in out.rglob("*") if file.is_file())
    served = [name for name in names if not name.startswith(("docs/", "schema/"))]
    build = hashlib.sha256("".join(digest(out / name) for name in served).encode()).hexdigest()[:16]
    source = (SITE / "sw.js").read_text("utf-8")
    listed = json.dumps(["./", *served], indent=0)
    (out / "sw.js").write_text(source.replace('"@BUILD@"', json.dumps(build)).replace('["@FILES@"]', listed), "utf-8")


def manifest(out: Path) -> None:
    """List every file with its SHA-256."""
    files = sorted(file for file in out.rglob("*") if file.is_file())
    lines = [f"{digest(file)}  {file.relative_to(out).as_posix()}\n" for file in files]
    (out / "SHA256SUMS").write_text("".join(lines), "utf-8")


STEPS: tuple[Callable[[Path], None], ...] = (assets, pyodide, core, presets, schemas, page, docs, worker, manifest)


def digest(file: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def write_json(file: Path, value: object) -> None:
    """Write a value as compact JSON, keys in the order they have."""
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def module(name: str, value: object) -> str:
    """A JavaScript module that exports a value."""
    return f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def build(out: Path) -> None:
    """Run every step into an empty folder."""
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    for step in STEPS:
        print(f"· {step.__doc__}", flush=True)
        step(out)


def main() -> int:
    """Build, and say in one line what is wrong where something is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HOME / "dist")
    asked = parser.parse_args()
    try:
        build(asked.out)
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
