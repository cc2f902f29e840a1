"""Phrases of the data as patterns: words, (a|b), [may be missing], … for up to four words, # a number, § a criterion."""

import re
from collections.abc import Iterable
from functools import cache

from escalation_core.language.outlining import outline_words

_GAP = r"(?:\S+\s+){0,4}?"


@cache
def cue(file: str, table: str, key: str) -> re.Pattern[str]:
    """All phrases of one list of the data, anywhere in a text."""
    return compiled(tuple(outline_words(file)[table][key]))


@cache
def opening(file: str, table: str, key: str) -> re.Pattern[str]:
    """All phrases of one list of the data, for use at the head of a stretch."""
    said = outline_words(file)[table][key]
    words = said.split() if isinstance(said, str) else said
    return re.compile(
        rf"[\s\"'“‘(*_]*(?:\(?(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-z]|[A-Z]{{0,2}}\d{{0,2}})[.)]\s+)?{_either(words)}(?!\w)",
        re.IGNORECASE,
    )


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any one of the phrases, as whole words."""
    return re.compile(rf"(?<!\w)(?<!\w-){_either(phrases)}(?!\w)", re.IGNORECASE)


@cache
def number() -> str:
    """A number in figures or words."""
    words = "|".join(outline_words("deadlines")["units"]["numbers"].split())
    return rf"(?:\d+(?:[.,]\d+)?|(?:{words})\b(?:\s*\(\d+\))?)"


def sparing(said: str, start: int, end: int, *, numbered: bool = True) -> list[re.Match[str]]:
    """The words that say that something does not count or stays here, in their order; with those on `numbered` criteria."""
    lists = (("exception", "anywhere"), ("do_not_escalate", "anywhere"), ("references", "effects"))
    found = [
        one for name in lists[: len(lists) if numbered else -1] for one in cue("cues", *name).finditer(said, start, end)
    ]
    return sorted(found, key=lambda one: (one.start(), -one.end()))


@cache
def reference() -> str:
    """One criterion or several, named by number: "point 1.2", "clauses 7 and 9", "(3) and (9)"."""
    known = outline_words("cues")["references"]
    word, join = (rf"(?:{'|'.join(known[key])})" for key in ("words", "joins"))
    bare = r"(?-i:[A-Z]{0,2})\d{1,3}(?:\.\d{1,3})*(?-i:[a-z]?)(?!\w)(?:\((?:[a-z]|[ivx]{1,4})\))*"
    label = rf"(?:{bare}|\((?:{bare}|[a-z])\)|(?-i:[A-Z])(?!\w))"
    more = rf"(?:(?:\s*,\s*|\s*,?\s+{join}\s+)(?:{word}\s+)?{label})*"
    code = r"(?-i:[A-Z]{1,2})\d{1,2}(?:\.\d{1,2})*(?![\w%])|\d{1,2}(?:\.\d{1,2})+(?![\w%])"
    return rf"(?:{word}\s+{label}{more}|(?:{code})(?:\s*(?:,|{join})\s*(?:{code}))*|\({bare}\)(?:(?:,\s*|,?\s+{join}\s+)\({bare}\))*)"


def _either(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(_translated(phrase) for phrase in ordered) + ")"


def _translated(phrase: str) -> str:
    """A phrase as a regular expression; an optional word takes the space beside it along."""
    said, at = "", 0
    phrase = phrase.replace("{it}", _object())
    stack: list[bool] = []
    while at < len(phrase):
        sign = phrase[at]
        match sign:
            case "[":
                lone = at == 0 or phrase[at - 1] == " "
                stack.append(lone)
                said += "(?:"
            case "]":
                lone = stack.pop()
                said, at = _closed(said, phrase, at, lone)
            case "(":
                said += "(?:"
            case ")" | "|":
                said += sign
            case "…":
                said += _GAP
                at += 1 if phrase[at + 1 : at + 2] == " " else 0
            case "~":
                said += r"\S+(?:\s+\S+){0,2}?"
            case "#":
                said += number()
            case "§":
                said += reference()
            case " ":
                said += r"\s+"
            case _:
                said += re.escape(sign)
        at += 1
    return said


@cache
def _object() -> str:
    return str(outline_words("routes")["object"]["phrase"])


def _closed(said: str, phrase: str, at: int, lone: bool) -> tuple[str, int]:
    if not lone:
        return said + ")?", at
    if phrase[at + 1 : at + 2] == " ":
        start = _open_group(said)
        return said[:start] + "(?:" + said[start:] + r")\s+)?", at + 1
    start = _open_group(said)
    before = said[:start]
    if not before.endswith(r"\s+"):
        return said + ")?", at
    return before.removesuffix(r"\s+") + r"(?:\s+" + said[start:] + "))?", at


def _open_group(said: str) -> int:
    """Where the last group begins that is still open."""
    depth = 0
    for at in range(len(said) - 1, -1, -1):
        if said[at] == ")" and said[at - 1] != "\\":
            depth += 1
        elif said[at] == "(" and said[at - 1 : at] != "\\":
            if depth == 0:
                return at
            depth -= 1
    return 0
