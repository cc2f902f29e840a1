"""Where a text states the value of an attribute such as tier or priority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from escalation_core.language.attributes import attributes
from escalation_core.model.span import Span
from escalation_core.text.matching import Hit, Matcher
from escalation_core.text.words import Word, words_in

_NEAR = 3
_ON = frozenset({"on", "is", "are", "a", "an", "or", "as", "of", "than", "to"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of an attribute, and where it is stated."""

    attribute: str
    value: str
    span: Span


def stated(text: str, stretch: Span, label: str | None = None) -> Iterator[Stated]:
    """Every attribute value stated in a stretch; `label` is the name of the field that it fills, if any."""
    row = words_in(text, stretch)
    for hit in matcher().hits(row):
        name, _, value = hit.owner.partition(" ")
        if _says(text, row, hit, name, label):
            yield Stated(name, value, Span(row[hit.first].span.start, row[hit.after - 1].span.end))


@cache
def matcher() -> Matcher:
    """How values of attributes are said, made ready once."""
    return Matcher(
        {},
        (
            (f"{name} {value}", phrase)
            for name, attribute in attributes().items()
            for value, phrases in attribute.values.items()
            for phrase in phrases
        ),
        "attributes",
    )


def _says(text: str, row: Sequence[Word], hit: Hit, name: str, label: str | None) -> bool:
    attribute = attributes()[name]
    said = text[row[hit.first].span.start : row[hit.after - 1].span.end]
    if any(letter.isdigit() for letter in said):
        return True
    if label and label.casefold() in attribute.labels:
        return True
    after = [word.stem for word in row[hit.after : hit.after + _NEAR]]
    before = row[hit.first - 1].form if hit.first else ""
    if any(_noun(stem, attribute.nouns) for stem in after[:1]):
        return True
    if not said[:1].isupper():
        return False
    return (
        before in _ON
        or any(_noun(stem, attribute.nouns) for stem in after)
        or hit.first == 0
        or _list_item(text, row, hit)
    )


def _noun(stem: str, nouns: frozenset[str]) -> bool:
    return stem in nouns or stem + "e" in nouns


def _list_item(text: str, row: Sequence[Word], hit: Hit) -> bool:
    between = text[row[hit.first - 1].span.end : row[hit.first].span.start]
    return any(mark in between for mark in ",;:/(|")
