"""Rules for texts that leave the house, read from data."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what breaks it, why it matters, and what may be said instead.

    Broken by its `phrases`, `marks` and `shapes`, by a second use of what may stand `once`, by a full name behind one of
    the roles `before_names`, and by a bracket that holds one of its `open_words`.
    """

    name: str
    title: str
    reason: str
    blocks: bool
    phrases: tuple[str, ...]
    marks: tuple[str, ...]
    suggestion: str | None
    shapes: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    before_names: tuple[str, ...] = ()
    open_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterWords:
    """How a letter says things in a language: a promised time, its units for one and for more than one, and titles."""

    within: str
    units: dict[str, tuple[str, str]]
    titles: dict[str, str]


@cache
def letter_words(language: str) -> LetterWords:
    """How letters in a language say things."""
    told = table(f"{language}/outgoing/letter")
    return LetterWords(
        told["within"], {name: (one, many) for name, (one, many) in told["units"].items()}, told["titles"]
    )


@cache
def rules(language: str = "en") -> tuple[Rule, ...]:
    """The rules of a language by name, read once; a language without rules of its own has none."""
    if language not in languages():
        return ()
    told = table(f"{language}/outgoing/rules")
    return tuple(
        Rule(
            name=name,
            title=rule["title"],
            reason=" ".join(filter(None, (rule["reason"], rule.get("advice")))),
            blocks=rule["blocks"],
            phrases=tuple(rule["phrases"]),
            marks=tuple(rule.get("marks", ())),
            suggestion=rule.get("suggestion"),
            **{key: tuple(rule.get(key, ())) for key in ("shapes", "once", "before_names")},
            open_words=open_words() if "open_words" in rule else (),
        )
        for name, rule in told.items()
    )


@cache
def open_words() -> tuple[str, ...]:
    """The words by which a bracket is a blank still to fill, of all languages together: a template may mix them."""
    told: list[str] = []
    for language in languages():
        for rule in table(f"{language}/outgoing/rules").values():
            told.extend(rule.get("open_words", ()))
    return tuple(told)


@cache
def secret_words() -> dict[str, tuple[str, ...]]:
    """The words that stand before a secret, of all languages together: a text may mix them."""
    told: dict[str, list[str]] = {}
    for language in languages():
        for name, words in table(f"{language}/outgoing/secrets").items():
            told.setdefault(name, []).extend(words)
    return {name: tuple(words) for name, words in told.items()}


@cache
def unfit_words() -> tuple[str, ...]:
    """The words of a cause, an opinion or an apology in the languages besides English, all together."""
    return tuple(phrase for language in languages()[1:] for phrase in unfit(language)["phrases"])


@cache
def unfit(language: str) -> dict[str, list[str]]:
    """The words of a cause, an opinion or an apology in a language besides English, and examples of what has them."""
    return {name: list(told) for name, told in table(f"{language}/outgoing/unfit").items()}


@cache
def iban_lengths() -> dict[str, int]:
    """How long an IBAN is, by country."""
    return table("ibans")


def languages() -> tuple[str, ...]:
    """The languages that an acknowledgment is written in."""
    return ("en", "de", "fr", "es")
