"""The words of a text, each with its place, its plain form and its stem."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

from escalation_core.language.spelling import spelling
from escalation_core.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%&@#$£€]", re.UNICODE)
_PARTING = re.compile(r"[,;:()\[\]–—|/\"“”]|\s-\s")
_JOINING = frozenset(("", " "))
_STEMMER = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """One word: where it stands, its plain lower-case form, and its stem.

    A contraction or an abbreviation gives several words with the same span ("can't" is "can", "not").
    """

    span: Span
    form: str
    stem: str
    parted: bool = False
    """Whether a comma, colon, bracket, dash or the like stands between it and the word before."""


def words(text: str) -> tuple[Word, ...]:
    """Every word of the text, in order; abbreviations and contractions are written out."""
    return tuple(_words(text, 0))


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """Every word of a stretch of the text, with spans into the whole text."""
    return _row(span.of(text), span.start)


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The stem of a plain form; irregular forms are first led back to their base ("sent" to "send")."""
    base = spelling().irregular.get(form, form)
    return _STEMMER.stemWord(base) if base.isascii() else base


@lru_cache(maxsize=2048)
def _row(said: str, offset: int) -> tuple[Word, ...]:
    """The words of a stretch that begins at `offset`; each sentence of a text is asked for many times."""
    return tuple(_words(said, offset))


def _words(text: str, offset: int) -> Iterator[Word]:
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        span = Span(start + offset, end + offset)
        parted = text[at:start] not in _JOINING and _PARTING.search(text, at, start) is not None
        at = end
        for form in _forms(match.group()):
            yield Word(span, form, stem(form), parted)
            parted = False


@lru_cache(maxsize=65536)
def _forms(token: str) -> tuple[str, ...]:
    form = token.casefold().replace("’", "'")
    table = spelling()
    if form in table.written_out:
        return table.written_out[form]
    if form.endswith("n't") and len(form) > len("n't"):
        return (form[: -len("n't")], "not")
    head, _, tail = form.partition("'")
    if tail in table.endings:
        return (head, *table.endings[tail])
    return (form.replace("'", ""),)
