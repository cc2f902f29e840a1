"""Links of an outgoing text, and whether one goes where a preset allows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation_core.model.span import Span

_LINK = re.compile(
    r"(?<![\w-])(?:https?|javascript|vbscript|data|ftp|file):[^\s<>\"”]+"
    r"|(?<![\w@.-])www\.[^\s<>\"”]+"
    r"|(?<![\w@./-])(?:[\w-]{1,63}\.){1,6}(?:com|net|org|info|biz|io|app|dev|link|click|xyz|top)(?![\w-]|\.\w)(?:[/:?#][^\s<>\"”]*)?"
    r"|(?<![\w@./-])(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}/[^\s<>\"”]*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:(https?)://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?(?::(\d{1,5}))?((?:/[^?#\\]*)?)(?:[?#][^\\]*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    secure: bool
    host: str
    port: str
    path: str


def links(text: str) -> Iterator[Span]:
    """Every link, with or without its scheme, without the mark that ends the sentence."""
    for match in _LINK.finditer(text):
        yield Span(match.start(), match.start() + len(match.group().rstrip(".,;:!?)]}'’*_")))


def allowed(link: str, allow_list: Sequence[str]) -> bool:
    """Whether the link has the very host of one on the list, and its path begins with that one's, part by part."""
    asked = _taken_apart(link)
    return asked is not None and any(
        _within(asked, given) for given in map(_taken_apart, allow_list) if given is not None
    )


def _within(asked: _Place, given: _Place) -> bool:
    if (asked.host, asked.port) != (given.host, given.port) or (given.secure and not asked.secure):
        return False
    path = given.path.rstrip("/")
    return asked.path == path or asked.path.startswith(path + "/")


def _taken_apart(link: str) -> _Place | None:
    """Where a web address goes; none where anything in it could hide that."""
    parts = _PARTS.fullmatch(link)
    if parts is None or not link.isascii():
        return None
    scheme, host, port, path = parts.groups()
    if "/../" in path.casefold().replace("%2e", ".") + "/":
        return None
    return _Place((scheme or "https").casefold() == "https", host.casefold(), port or "", path)
