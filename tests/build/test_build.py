"""The build is reproducible and complete."""

import hashlib
import importlib.util
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if not (HOME / "node_modules" / "pyodide").is_dir():
        pytest.skip("Pyodide is not there: run `make setup` first")
    spec = importlib.util.spec_from_file_location("build", HOME / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folders = (tmp_path_factory.mktemp("one") / "dist", tmp_path_factory.mktemp("other") / "dist")
    for folder in folders:
        module.build(folder)
    return folders


def test_two_builds_give_the_same_bytes(built: tuple[Path, Path]) -> None:
    one, other = ((folder / "SHA256SUMS").read_bytes() for folder in built)

    assert one == other


def test_the_list_of_hashes_holds_every_file(built: tuple[Path, Path]) -> None:
    folder = built[0]
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.name != "SHA256SUMS"
    }

    assert listed == found


def test_the_page_names_no_other_host(built: tuple[Path, Path]) -> None:
    page = (built[0] / "index.html").read_text("utf-8")

    assert "://" not in page.replace("http://www.w3.org", "")
