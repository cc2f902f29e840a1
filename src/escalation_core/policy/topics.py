"""Criteria that a rule names by what they are about: "the lines on feeds and circuits do not count"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from escalation_core.language.cancelling import cancelling_words
from escalation_core.language.conditions import condition_words
from escalation_core.language.outlining import outline_words
from escalation_core.model.policy import Item
from escalation_core.policy.clauses import content
from escalation_core.policy.phrasing import cue, sparing
from escalation_core.text.words import words

_PARTS = re.compile(r",|\band\b|\bor\b|&")
_SEAM = re.compile(r"[,:;.]\s")
_HEAD = 8
"""So many words at the head of a criterion say what it is about, where they say it."""
_SURE = 2
"""So many words must be shared where a rule names the matter in one breath with its condition."""


def topical(rule: str, triggers: Sequence[Item], text: str) -> list[Item]:
    """The criteria that the rule says do not count, by their subject; none where it names none."""
    for subject, least in _subjects(rule):
        parts = _PARTS.split(subject)
        level = [item for item in triggers if item.severity and any(names_level(item.severity, part) for part in parts)]
        meant = level or [item for part in parts for item in _nearest(part, triggers, text, least)]
        if meant:
            return [item for item in triggers if item in meant]
    return []


def only_names(rule: str) -> bool:
    """Whether a rule that spares something only names a matter ("lost keys", "gifts that a player gave away") and no state of the case."""
    head = _relative().split(rule)[0]
    forms = [word.form for word in words(head)]
    if cue("cues", "condition", "phrases").search(head) or sparing(rule, 0, len(rule)):
        return False
    return not (set(forms[:1]) & cancelling_words().states or set(forms) & condition_words().verbs)


def names_level(level: str, said: str) -> bool:
    """Whether words name a level: "P3" anywhere, and where it has no number, nothing but the level."""
    name, told = level.casefold(), said.casefold()
    numbered = any(sign.isdigit() for sign in name)
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told)) if numbered else told.strip() == name


def _subjects(rule: str) -> Iterator[tuple[str, int]]:
    """What is said not to count, with how many of its words a criterion must share (0: half of them)."""
    for found in cue("cues", "references", "nothing").finditer(rule):
        yield _SEAM.split(rule[found.end() :])[0], _SURE
    for found in sparing(rule, 0, len(rule), numbered=False):
        before = rule[: found.start()]
        behind = list(_about().finditer(before))
        if behind:
            yield before[behind[-1].end() :], 1
            continue
        subject = _SEAM.split(before)[-1]
        if _noun().search(subject):
            yield _noun().sub(" ", subject), 1
        elif len(subject) < len(before):
            yield subject, 0
        else:
            yield _relative().split(subject)[0], _SURE


def _nearest(part: str, triggers: Sequence[Item], text: str, least: int) -> list[Item]:
    """The criteria that share most words with a part of what is named, at their heads or else anywhere."""
    stems = set(content(words(part)))
    needed = least or max(1, (len(stems) + 1) // 2)
    for length in (_HEAD, None):
        shared = [len(stems & set(content(words(" ".join(item.span.of(text).split()[:length]))))) for item in triggers]
        most = max(shared, default=0)
        if most >= needed:
            return [item for item, share in zip(triggers, shared, strict=True) if share == most]
    return []


@cache
def _noun() -> re.Pattern[str]:
    """A word for a criterion: "row", "lines"."""
    return re.compile(rf"\b(?:{'|'.join(outline_words('cues')['references']['words'])})\b", re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    """A word for a criterion before what it is about: "the lines on …"."""
    behind = "|".join(cancelling_words().about)
    return re.compile(rf"{_noun().pattern}\s+(?:{behind})\s+", re.IGNORECASE)


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(condition_words().relatives))})\s")
