"""Every rule catches what its examples say, in every language, and touches nothing that may stand."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from escalation_core.drafts.checker import check
from escalation_core.language.outgoing import languages, rules

HOME = files("escalation_core.language")
LEAST = 20
COMMON = tomllib.loads((HOME / "outgoing_examples.toml").read_text("utf-8"))
TOLD = {
    language: tomllib.loads((HOME / language / "outgoing" / "examples.toml").read_text("utf-8"))
    for language in languages()
}


def examples(column: str) -> Iterator[tuple[str, str, str]]:
    for language, told in TOLD.items():
        for rule, columns in (*told.items(), *COMMON.items()):
            yield from ((language, rule, text) for text in columns[column])


def broken(text: str, language: str) -> set[str]:
    return {warning.rule for warning in check(text, language=language)}


@pytest.mark.parametrize(("language", "rule", "text"), list(examples("caught")))
def test_what_breaks_a_rule_is_caught(language: str, rule: str, text: str) -> None:
    assert rule in broken(text, language)


@pytest.mark.parametrize(("language", "rule", "text"), list(examples("pass")))
def test_what_may_stand_passes(language: str, rule: str, text: str) -> None:
    assert not broken(text, language) & ({rule} if rule in COMMON else {one.name for one in rules(language)})


@pytest.mark.parametrize("column", ["caught", "pass"])
@pytest.mark.parametrize("language", languages())
def test_every_rule_has_twenty_examples_of_either(language: str, column: str) -> None:
    told = TOLD[language] | COMMON

    assert {name for name, columns in told.items() if len(set(columns[column])) >= LEAST} == {
        f"N{number}" for number in range(1, 13)
    }
