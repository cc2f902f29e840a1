"""The brief against labelled cases: how many facts it carries, in how many words and lines."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from escalation_core import evaluate
from escalation_core.model.brief import Audience, Brief, Source

ROOT = Path(__file__).parents[2]
YARDSTICK = ROOT.parent / "shared" / "yardstick" / "cases"
HELD_OUT = {"telecom-nested", "airline-prose"}
FOLDERS = {
    "own cases": ROOT / "tests" / "cases",
    "further cases": ROOT / "tests" / "cases" / "further",
    "later cases": ROOT / "tests" / "cases" / "later",
    "yardstick": YARDSTICK,
}


def squash(said: str) -> str:
    return re.sub(r"[\W_]+", " ", said.lower()).strip()


def words(said: str) -> int:
    return len(squash(said).split())


@cache
def told(folder: Path, audience: Audience) -> tuple[tuple[str, dict[str, list[str]], Brief], ...]:
    if not folder.is_dir():
        pytest.skip("the yardstick is not beside this repository")
    return tuple(_told(folder, audience))


def _told(folder: Path, audience: Audience) -> Iterator[tuple[str, dict[str, list[str]], Brief]]:
    for file in sorted(folder.glob("*.json")):
        if file.stem not in HELD_OUT:
            policy = json.loads(file.read_text("utf-8"))
            for case in policy["cases"]:
                facts = {
                    kind: [value] if isinstance(value, str) else value for kind, value in case.get("facts", {}).items()
                }
                brief = evaluate(policy["policy"], case["situation"], audience=audience).brief
                yield case["situation"], facts, brief


def quoted(situation: str, brief: Brief) -> int:
    """How many words of the situation the stated items of a brief quote, a word quoted twice counted once."""
    stated = [item for section in brief.sections for item in section.items if item.source is Source.STATED]
    covered: set[int] = set()
    for quote in (quote for item in stated for quote in item.evidence):
        covered.update(range(quote.span.start, quote.span.end))
    return sum(match.start() in covered for match in re.finditer(r"[^\W_]+", situation))


@pytest.mark.parametrize("audience", [Audience.GENERAL, Audience.ON_CALL])
def test_at_most_half_again_as_many_words_are_quoted_as_the_labelled_facts_hold(audience: Audience) -> None:
    cases = told(YARDSTICK, audience)
    held = sum(words(fact) for _, facts, _ in cases for values in facts.values() for fact in values)

    assert sum(quoted(situation, brief) for situation, _, brief in cases) <= 1.5 * held


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_a_brief_never_quotes_the_greater_part_of_the_situations(folder: Path) -> None:
    cases = told(folder, Audience.GENERAL)

    assert sum(quoted(situation, brief) for situation, _, brief in cases) <= 0.55 * sum(
        words(situation) for situation, _, _ in cases
    )


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_view_for_on_call_stays_within_forty_lines(folder: Path) -> None:
    assert max(len(brief.markdown.splitlines()) for _, _, brief in told(folder, Audience.ON_CALL)) <= 40


@pytest.mark.parametrize(
    ("folder", "least"),
    [(FOLDERS["own cases"], 0.84), (FOLDERS["further cases"], 0.86), (FOLDERS["later cases"], 0.75), (YARDSTICK, 0.83)],
    ids=list(FOLDERS),
)
def test_the_brief_carries_the_labelled_facts(folder: Path, least: float) -> None:
    found: Counter[bool] = Counter()
    for _, facts, brief in told(folder, Audience.GENERAL):
        said = squash(brief.markdown)
        found.update(squash(fact) in said for values in facts.values() for fact in values)

    assert found[True] >= least * found.total()
