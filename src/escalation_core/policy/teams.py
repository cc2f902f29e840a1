"""Names of teams and of people on duty, as they stand in running words."""

import re
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span

_TOKEN = re.compile(r"[\s\"“”]*(#[\w-]+|@?[\w][\w@.&'’/+-]*|&|\+|/)")
_NAMES = re.compile(r"[A-Z#@]")
_WIDEST = 8
_SHORT = 3
"""A name of so many words at the most is known by nothing but its place."""


@cache
def _words(key: str, table: str = "teams") -> frozenset[str]:
    said = outline_words("routes")[table][key]
    return frozenset(said.split() if isinstance(said, str) else said)


def name_after(said: str, start: int, end: int) -> Span | None:
    """The name that begins here, without its article; None where no team or person is named."""
    tokens = _tokens(said, start, min(end, start + 200))
    while tokens and (tokens[0].of(said).lower() in _words("leading") or tokens[0].of(said).endswith("'s")):
        tokens.pop(0)
    kept: list[Span] = []
    for number, token in enumerate(tokens[: _WIDEST + 4]):
        if not _goes_on(said, tokens, number, kept):
            break
        kept.append(token)
    while kept and kept[-1].of(said).lower() in _words("joins") | _words("inside") | _words("leading"):
        kept.pop()
    return _proven(said, kept)


def plain_name(said: str, start: int, end: int) -> Span | None:
    """What fills the stretch behind its article, in small letters or not, where it could be somebody of ours."""
    tokens = _tokens(said, start, end)
    if not tokens or tokens[0].of(said).lower() not in _words("leading"):
        return None
    kept = tokens[1:]
    words = [token.of(said).lower() for token in kept]
    barred = _words("stops") | _words("people") | _words("never") | _words("outside")
    if not 1 <= len(kept) <= _SHORT or barred.intersection(words) or said[kept[-1].end : end].strip(" ,"):
        return None
    return Span(kept[0].start, kept[-1].end)


def known_name(said: str, span: Span) -> bool:
    """Whether a name is one of a team by its words, and not only by its capitals."""
    words = span.of(said).split()
    headed = len(words) > 1 and _singular(words[0].lower()) and words[1].lower() in _words("inside")
    return _singular(words[-1].lower()) or headed or words[0][0] in "#@" or "@" in words[-1]


def whole_name(said: str, span: Span) -> Span | None:
    """The name that fills a stretch from end to end."""
    name = name_after(said, span.start, span.end)
    return name if name and not said[name.end : span.end].strip(" .:;)") else None


def name_before(said: str, begin: int, end: int) -> Span | None:
    """The name that ends here as the subject of what follows."""
    aside = _aside().search(said, begin, end)
    if aside and not said[aside.end() : end].strip():
        end = aside.start()
    low = max(begin, end - 80)
    cut = max((said.rfind(mark, low, end) for mark in ",;:()—–\n."), default=-1)
    tokens = _tokens(said, max(low, cut + 1), end)
    kept: list[Span] = []
    while tokens:
        word = tokens[-1].of(said)
        if word.lower() in _words("stops"):
            break
        known = _NAMES.match(word) or _singular(word.lower()) or word.lower() in _words("words", "duty")
        if not (known or (kept and word.lower() in _words("inside") | _words("joins"))):
            break
        kept.insert(0, tokens.pop())
    kept = [*_from_article(said, tokens), *kept] if kept and kept[0].of(said)[0].islower() else kept
    while kept and kept[0].of(said).lower() in _words("leading") | _words("inside") | _words("joins") | _words("stops"):
        kept.pop(0)
    return _proven(said, kept)


def _from_article(said: str, tokens: list[Span]) -> list[Span]:
    """The few words between an article and a role in small letters: "the attendance officer"."""
    for back in range(1, _SHORT + 1):
        if len(tokens) > back and tokens[-back - 1].of(said).lower() in _words("articles"):
            words = {token.of(said).lower() for token in tokens[-back:]}
            return [] if words & (_words("stops") | _words("joins") | _words("people")) else tokens[-back:]
    return []


@cache
def _aside() -> re.Pattern[str]:
    words = "|".join(outline_words("routes")["asides"]["words"])
    return re.compile(rf",\s*(?:{words}),\s*$", re.IGNORECASE)


def _tokens(said: str, start: int, end: int) -> list[Span]:
    """The words from here to the first mark that parts clauses."""
    found: list[Span] = []
    at = start
    while match := _TOKEN.match(said, at, end):
        word = match[1].rstrip(".'’/")
        found.append(Span(match.start(1), match.start(1) + len(word)))
        at = match.end()
        if match[1].endswith(".") or len(found) > 30:
            break
    return found


def _goes_on(said: str, tokens: list[Span], number: int, kept: list[Span]) -> bool:
    word = tokens[number].of(said).lower()
    follower = tokens[number + 1].of(said) if number + 1 < len(tokens) else ""
    if not kept:
        if word in _words("people"):
            named = tokens[number].of(said)[0].isupper() and follower[:1].isupper()
            return named or any(_singular(token.of(said).lower()) for token in tokens[number + 1 : number + 4])
        return word not in _words("stops") and not _never(tokens[number].of(said))
    if word in _words("joins"):
        return (
            bool(follower)
            and follower.lower() not in _verbs()
            and (_named(follower) or follower.lower() in _words("leading"))
        )
    if word in _words("leading"):
        return kept[-1].of(said).lower() in _words("joins")
    if word in _words("inside"):
        return _named(follower) and (word in _words("owning", "duty") or follower.lower() in _words("words", "duty"))
    if word in _words("words", "duty") and kept[-1].of(said).lower() in _words("standing", "duty"):
        return True
    return word not in _words("stops") and len(kept) < _WIDEST


def _named(word: str) -> bool:
    return bool(_NAMES.match(word)) or _singular(word.lower()) or word.lower() in _words("words", "duty")


def _singular(word: str) -> bool:
    nouns = _words("nouns")
    return word in nouns or any(part in nouns for part in re.split(r"[/&+-]", word) if part)


def _never(word: str) -> bool:
    """Whether a word names nobody; in capitals it does: IT, and not it."""
    return word.lower() in _words("never") and not (len(word) > 1 and word.isupper())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(outline_words("cues")["process"]["starts"].split())


def _proven(said: str, kept: list[Span]) -> Span | None:
    if not kept:
        return None
    words = [token.of(said) for token in kept]
    if _never(words[0]) or _never(words[-1]) or words[-1].lower() in _words("people"):
        return None
    if words[-1] in _words("outside"):
        return None
    if len(words) == 1 and re.fullmatch(r"\d{3,}", words[0]):
        return Span(kept[0].start, kept[-1].end)
    if not any(_NAMES.match(word) for word in words) and not any(_singular(word.lower()) for word in words):
        return None
    return Span(kept[0].start, kept[-1].end)
