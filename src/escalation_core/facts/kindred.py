"""How much a text tells of the fields of life of which a criterion speaks: whether it may be of the same matter."""

from collections.abc import Iterator, Sequence

from escalation_core.facts.nouns import nouns
from escalation_core.facts.situation import Sentence, Situation
from escalation_core.model.context import Place
from escalation_core.model.span import Span
from escalation_core.text.fields import common

_BREATH = 100
"""So many words are told in one breath, of one matter."""


def kindred(words: frozenset[str], situation: Situation, places: Sequence[Span] = ()) -> int:
    """How much is told near these places of the fields of life of these words, or anywhere in what is told at a breath."""
    own = words - nouns("light_verbs") - nouns("empty")
    told = _told(situation)
    if places and not brief(situation):
        numbers = {number for span in places if (number := situation.number(span)) is not None}
        near = {at + step for at in numbers for step in (-1, 0, 1)}
        told = [situation.sentences[at] for at in sorted(near) if 0 <= at < len(situation.sentences)]
    return max((common(own, said) for said in _near_by(told)), default=0)


def _told(situation: Situation) -> list[Sentence]:
    """The sentences that tell of the case, signatures and footers aside."""
    aside = (Place.SIGNATURE, Place.BOILERPLATE)
    return [one for one in situation.sentences if situation.passages[one.passage].place not in aside]


def brief(situation: Situation) -> bool:
    """Whether the text is told in one breath, so that all of it is of one matter."""
    return sum(len(sentence.words) for sentence in _told(situation)) <= _BREATH


def _near_by(told: Sequence[Sentence]) -> Iterator[frozenset[str]]:
    """The words of neighbouring sentences, so many that a short text is one of them."""
    row: list[Sentence] = []
    for sentence in told:
        row.append(sentence)
        while len(row) > 1 and sum(len(one.words) for one in row) > _BREATH:
            row = row[1:]
        yield frozenset(word.stem for one in row for word in one.words)
