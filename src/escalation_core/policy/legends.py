"""What a text says of its levels apart from its criteria: who acts for each and by when ("P1 = within 2 min")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.policy import Kind, Use
from escalation_core.model.span import Span
from escalation_core.policy.drafts import Draft, hand_down
from escalation_core.policy.frames import stays
from escalation_core.policy.labels import Routing, labelled
from escalation_core.policy.phrasing import cue
from escalation_core.policy.routes import routing
from escalation_core.policy.sentences import sentences
from escalation_core.policy.strands import without
from escalation_core.policy.timing import deadlines, labelled_deadline

_SPOKEN = (Use.NOTE, Use.PROCESS, Use.INTRODUCTION)
_LEAD = 4
"""So many words may stand before the name of a level that a clause is about ("Matters of Category I are …")."""
_EQUALS = r"\s*(?:=|:=|≙|\bmeans\b|\bis\b(?=\s+for\b))\s*"
_OWN = re.compile(rf"(?:^|(?<=[.;,|])\s*|\s{{2,}})(?P<name>[^\s=.,;|]{{1,12}}){_EQUALS}")
_NAME = 4
"""A heading of no more words than this can be the name of a level."""
_SEVERAL = 2
"""So many signs must be explained side by side."""
_REST = ""
"""Stands for every level that a sentence does not name."""
_EDGE = " \t.,;:|·–—-=()"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says of one level, and whether it names it so itself and nowhere else ("A", "!!!")."""

    level: str
    told: Routing
    own: bool = False


def meanings(said: str, uses: Sequence[tuple[Span, Use]], drafts: Sequence[Draft]) -> Iterator[Meaning]:
    """What the sentences beside the criteria say of the levels that these carry, in reading order."""
    names = _named(drafts)
    begins = sorted(draft.span.start for draft in drafts)
    for span, use in uses:
        if bisect_left(begins, span.start) < bisect_left(begins, span.end):
            continue
        for sentence in sentences(said, span):
            yield from _own(said, sentence) or (_levels(said, sentence, names) if use in _SPOKEN else ())


def inform(said: str, drafts: Sequence[Draft], known: Sequence[Meaning]) -> None:
    """Hands to each criterion what is said of its level, where it does not say so itself."""
    own = {meaning.level: meaning for meaning in known if meaning.own}
    merged: dict[str, Routing] = {}
    for meaning in known:
        before = merged.get(meaning.level, Routing())
        told = Routing(before.route or meaning.told.route, before.deadline or meaning.told.deadline)
        merged[meaning.level] = told
    for draft in drafts:
        if draft.kind is not Kind.TRIGGER:
            continue
        if not draft.severity and own:
            _tagged(said, draft, sorted(own, key=len, reverse=True))
        mine = [level for level in merged if level != _REST and _carries(draft, level)]
        for level in mine or [level for level in merged if level == _REST]:
            told = merged[level]
            hand_down(said, draft, told)
            draft.stays = draft.stays or bool(told.route and stays(told.route.of(said)))
            if not draft.severity and draft.heading and (not level or level.lower() == draft.heading.lower()):
                draft.severity = draft.heading


def _alike(level: str, other: str) -> bool:
    """Whether two names are of the same level."""
    one, two = (re.sub(r"[\s_.:#-]+", " ", name.lower()).strip() for name in (level, other))
    return bool(one and two) and (one == two or f" {two} " in f" {one} " or f" {one} " in f" {two} ")


def _named(drafts: Sequence[Draft]) -> re.Pattern[str] | None:
    """The levels that the criteria carry, as their headings and sentences name them."""
    said = {draft.severity for draft in drafts if draft.severity}
    heads = {draft.heading for draft in drafts if draft.heading and len(draft.heading.split()) <= _NAME}
    names = sorted(said | heads, key=len, reverse=True)
    signs = outline_words("levels")["names"]["emoji"].replace("\ufe0f", "")
    told = "|".join(re.escape(name).replace(r"\ ", r"[\s.:#-]+") for name in names)
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)|[{signs}]", re.IGNORECASE) if names else None


def _levels(said: str, sentence: Span, names: re.Pattern[str] | None) -> Iterator[Meaning]:
    """What a sentence says of each level it names; a clause reaches from one level to the next."""
    found = list(names.finditer(said, sentence.start, sentence.end)) if names else []
    if not found or len(said[sentence.start : found[0].start()].split()) > _LEAD:
        return
    if cue("levels", "legend", "conditional").search(said, sentence.start, sentence.end):
        return
    last = cue("levels", "legend", "rest").search(said, found[-1].end(), sentence.end)
    ends = [*(one.start() for one in found[1:]), last.start() if last else sentence.end]
    for one, end in zip(found, ends, strict=True):
        clause = Span(sentence.start if one is found[0] else one.start(), end)
        told = _told(said, clause, Span(one.end(), end))
        if told.route or told.deadline:
            yield Meaning(one[0], told)
    if last:
        behind = Span(last.end(), sentence.end)
        yield Meaning(_REST, _told(said, behind, behind))


def _told(said: str, clause: Span, behind: Span) -> Routing:
    """Who acts and by when, as a whole clause says, or as what stands behind the level says without a verb."""
    rest = behind.trimmed(said, _EDGE)
    bare = labelled(said, rest, sure=True)
    whole = routing(said, clause)
    due = bare.deadline or whole.deadline or next(iter(deadlines(said, clause)), None)
    return Routing(whole.route or bare.route, due)


def _own(said: str, sentence: Span) -> list[Meaning]:
    """What the text's own signs mean, two of them or more side by side, one with a time: "!! = today, ! = on Monday"."""
    found = list(_OWN.finditer(sentence.of(said)))
    if len(found) < _SEVERAL:
        return []
    edges = [(sentence.start + one.end(), sentence.start + one.start("name")) for one in found]
    ends = [*(start for _, start in edges[1:]), sentence.end]
    rests = [Span(end, last).trimmed(said, _EDGE) for (end, _), last in zip(edges, ends, strict=True)]
    told = [(one["name"], rest) for one, rest in zip(found, rests, strict=True)]
    if not any(labelled_deadline(said, rest) or deadlines(said, rest) for _, rest in told):
        return []
    return [
        Meaning(name, replace(labelled(said, rest, sure=True), deadline=_time(said, rest)), own=True)
        for name, rest in told
    ]


def _time(said: str, rest: Span) -> Span:
    return labelled_deadline(said, rest) or rest


def _carries(draft: Draft, level: str) -> bool:
    """Whether a criterion is of a level, by its own word or by the heading it stands under."""
    if draft.severity and _alike(draft.severity, level):
        return True
    return bool(draft.heading and _whole(level).search(draft.heading))


def _tagged(said: str, draft: Draft, names: Sequence[str]) -> None:
    """Takes the sign of a level at an end of a criterion for what it is: "🟥 Player knocked out", "… on the road [B]"."""
    whole = draft.span.trimmed(said, " \t\n.;,*_")
    for name in names:
        tag = _tag(said, whole, name)
        if tag:
            draft.severity = name
            draft.asks = tuple(
                left for ask in draft.asks for left in without(said, ask, [tag] if ask.overlap(tag) else [])
            )
            return


def _tag(said: str, whole: Span, name: str) -> Span | None:
    """Where the sign stands: in front, alone or as the head of a code ("P1.2"), else in a bracket or alone at the end."""
    sign = re.escape(name)
    first = re.compile(rf"{sign}(?!\w)(?:\.\d+)?").match(said, whole.start, whole.end)
    if first:
        return Span(*first.span())
    bare = "" if name.isalnum() else rf"|(?<=\s){sign}"
    last = re.compile(rf"(?:[\[(]{sign}[\])]{bare})$").search(said, whole.start, whole.end)
    return Span(*last.span()) if last else None


@cache
def _whole(name: str) -> re.Pattern[str]:
    edge = r"(?<!\w)" if name[:1].isalnum() else ""
    return re.compile(rf"{edge}{re.escape(name)}(?!\w)", re.IGNORECASE)
