"""Every rule catches what its examples say, in every language, and touches nothing that may pass."""

import tomllib
from importlib.resources import files

import pytest

from escalation_core.drafts.checker import check
from escalation_core.language.outgoing import languages

HOME = files("escalation_core.language")
TOLD = {
    language: tomllib.loads((HOME / language / "outgoing" / "examples.toml").read_text("utf-8"))
    for language in languages()
}
CAUGHT = [(lang, rule, text) for lang, told in TOLD.items() for rule, texts in told["caught"].items() for text in texts]


@pytest.mark.parametrize(("language", "rule", "text"), CAUGHT)
def test_what_breaks_a_rule_is_caught(language: str, rule: str, text: str) -> None:
    assert rule in {warning.rule for warning in check(text, language=language)}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, told in TOLD.items() for text in told["pass"]])
def test_what_may_stand_passes(language: str, text: str) -> None:
    assert not check(text, language=language)


@pytest.mark.parametrize("language", languages())
def test_every_rule_has_examples(language: str) -> None:
    assert set(TOLD[language]["caught"]) == {f"N{number}" for number in range(1, 13)}
