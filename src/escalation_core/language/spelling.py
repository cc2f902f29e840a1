"""How words are written: contractions, abbreviations, shorthand and irregular forms."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class Spelling:
    """`written_out` gives the words that stand for a token; `endings` those behind an apostrophe; `irregular` the base
    form of a word that no stemmer finds.
    """

    written_out: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    irregular: dict[str, str]
    function_words: frozenset[str]
    number_words: frozenset[str]
    abbreviated: frozenset[str]
    skippable: frozenset[str]
    negators: frozenset[str]
    troubles: frozenset[str]
    links: frozenset[str]


@cache
def spelling() -> Spelling:
    """The English table, read once."""
    data = table("en/spelling")
    return Spelling(
        written_out={token: tuple(said.split()) for token, said in data["written_out"].items()},
        endings={token: tuple(said.split()) for token, said in data["endings"].items()},
        irregular={form: base for base, forms in data["irregular"].items() for form in forms.split()},
        function_words=frozenset(data["function_words"]["words"].split()),
        number_words=frozenset(data["number_words"]["words"].split()),
        troubles=frozenset(data["troubles"]["words"].split()),
        links=frozenset(data["links"]["words"].split()),
        negators=frozenset(data["negators"]["words"].split()),
        skippable=frozenset(data["skippable"]["words"].split()),
        abbreviated=frozenset(data["abbreviated"]["words"].split()),
    )
