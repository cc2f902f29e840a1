"""One archive of compiled Python for the page: library, dependencies and core."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

_LEFT_OUT = (
    "__phello__", "__hello__.py", "_aix_support.py", "_pyrepl", "antigravity.py", "cProfile.py", "ctypes", "curses",
    "dbm", "doctest.py", "ensurepip", "ftplib.py", "idlelib", "imaplib.py", "lib2to3", "mailbox.py", "multiprocessing",
    "pdb.py", "poplib.py", "profile.py", "pstats.py", "pydoc.py", "pydoc_data", "smtplib.py", "sqlite3", "this.py",
    "tkinter", "turtle.py", "turtledemo", "unittest", "venv", "webbrowser.py", "wsgiref", "xml", "xmlrpc", "zipapp.py",
)  # fmt: skip
"""Modules of the library that nothing in the page imports."""
_STEMMERS = {"__init__.py", "basestemmer.py", "among.py", "english_stemmer.py", "porter_stemmer.py"}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def bundle(out: Path, stage: Path, *, home: Path, pyodide: Path, wheels: Path) -> None:
    """Write bundle.zip, and pydantic_core.zip with the part that cannot be imported from an archive."""
    _library(stage, pyodide / "python_stdlib.zip")
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(stage)
    _markupsafe(stage)
    _core(stage, home / "src")
    _trim(stage)
    native = stage.parent / f"{stage.name}-native"
    shutil.move(stage / "pydantic_core", native / "pydantic_core")
    try:
        for folder in (stage, native):
            subprocess.run(["node", str(home / "tools" / "compile.mjs"), str(folder)], check=True, cwd=home)
        _zip(stage, out / "bundle.zip")
        _zip(native, out / "native.zip")
    finally:
        shutil.rmtree(native)


def _library(stage: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive) as library:
        names = [name for name in library.namelist() if name.split("/")[0] not in _LEFT_OUT]
        library.extractall(stage, names)


def _core(stage: Path, source: Path) -> None:
    """Copy the core with what is made of its data ahead, which stands for the data."""
    command = [sys.executable, "-m", "escalation_core.ahead"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(source)})
    shutil.copytree(source / "escalation_core", stage / "escalation_core", ignore=_ignored)
    for file in (stage / "escalation_core").rglob("*.toml"):
        file.unlink()


def _markupsafe(stage: Path) -> None:
    found = importlib.util.find_spec("markupsafe")
    if found is None or found.origin is None:
        sys.exit("build: markupsafe is not installed: run `make setup` first.")
    home = Path(found.origin).parent
    (stage / "markupsafe").mkdir()
    for name in ("__init__.py", "_native.py"):
        shutil.copy(home / name, stage / "markupsafe" / name)


def _trim(stage: Path) -> None:
    for folder in stage.glob("*.dist-info"):
        shutil.rmtree(folder)
    for file in (stage / "snowballstemmer").glob("*.py"):
        if file.name not in _STEMMERS:
            file.unlink()
    init = stage / "snowballstemmer" / "__init__.py"
    init.write_text(_STEMMER_INIT, "utf-8")
    for pattern in ("*.pyi", "*.c", "*.exe", "py.typed", "*.typed"):
        for file in stage.rglob(pattern):
            file.unlink()


_STEMMER_INIT = '''"""The one stemmer that the page needs."""

from .english_stemmer import EnglishStemmer


def stemmer(lang):
    """The English stemmer, whatever is asked for."""
    return EnglishStemmer()
'''


def _zip(folder: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _FIXED_DATE)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes())


def _ignored(_folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name == "__pycache__" or name.endswith(".pyc")}
