"""Labels, headings and brackets: teams, times and levels set side by side."""

import re
from dataclasses import dataclass
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.levels import leads_with_level, level_named
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.teams import known_name, name_after
from escalation_core.policy.timing import labelled_deadline

_TIME = 8
"""A time in words of its own has no more of them than this."""
LABEL = re.compile(r"[\s*_]*([^:\n.]{1,48}?)[\s*_]*:(?=\s)[\s*_]*")
"""The words before a colon at the head of a line."""
_EDGE = " \n\"'“”:."
_SEGMENT = re.compile(r"(?:(?! {3})[^,;·|()\[\]–—\n/]|/(?!\s)|(?<!\s)/)+")


@dataclass(frozen=True, slots=True)
class Routing:
    """The words that say who acts and by when; `taken` are the stretches that state no condition."""

    route: Span | None = None
    deadline: Span | None = None
    severity: Span | None = None
    taken: tuple[Span, ...] = ()


def labelled(said: str, span: Span, sure: bool = False) -> Routing:
    """What a label, heading tail or bracket says: teams, times and levels set side by side.

    A name that only its capitals show is taken beside a time or level, or where it is sure that one stands there.
    """
    route = due = None
    level = level_named(said, span) if leads_with_level(said, span) else None
    for piece in _SEGMENT.finditer(said, level.end if level else span.start, span.end):
        part = _without_aside(said, Span(*piece.span()).trimmed(said, _EDGE))
        if part.start >= part.end:
            continue
        channel = cue("routes", "channels", "phrases").match(said, part.start, part.end)
        told = (
            _part(said, part)
            or (_timed(said, part) if (route or level) and not channel else None)
            or (_part(said, Span(channel.end(), part.end).trimmed(said, _EDGE)) if channel else None)
        )
        if told is None and cue("routes", "channels", "phrases").fullmatch(said, part.start, part.end):
            continue
        if told is None and not (route and (due or level)) and not (sure and (route or due or level)):
            return Routing()
        if told is None:
            break
        route, due, level = route or told.route, due or told.deadline, level or told.severity
    if route and not (sure or due or known_name(said, route)):
        return Routing()
    return Routing(route, due, level, (span,) if route or due or level else ())


def _timed(said: str, part: Span) -> Routing | None:
    """A time in words of its own beside a team or level: "before you cash up"."""
    opens = opening("deadlines", "opens", "words").match(said, part.start, part.end)
    return Routing(deadline=part) if opens and 1 < len(part.of(said).split()) <= _TIME else None


def scattered(said: str, span: Span) -> Routing:
    """A team by its words and a time among pieces that say other things beside them: "drop everything, @foreman, by noon"."""
    told = [
        _part(said, Span(*piece.span()).trimmed(said, _EDGE)) or Routing()
        for piece in _SEGMENT.finditer(said, span.start, span.end)
    ]
    route = next((one.route for one in told if one.route and known_name(said, one.route)), None)
    due = next((one.deadline for one in told if one.deadline), None)
    return Routing(route, due, None, (span,) if route or due else ())


def _part(said: str, part: Span) -> Routing | None:
    """A team, a time, a level, or a team with its time."""
    named = level_named(said, part)
    if named and (named.end - named.start) * 2 >= part.end - part.start:
        return Routing(severity=named)
    when = labelled_deadline(said, part)
    if when and (when.end - when.start) * 3 >= (part.end - part.start) * 2:
        return Routing(deadline=when)
    if part.of(said).lower() in outline_words("routes")["besides"]["writer"]:
        return Routing(part)
    if (
        when
        and when.start == part.start
        and cue("routes", "channels", "phrases").fullmatch(said, when.end + 1, part.end)
    ):
        return Routing(deadline=when)
    name = name_led(said, part) or name_after(said, part.start, part.end)
    if name and name.start == part.start and opening("cues", "process", "starts").match(said, part.start, name.end):
        name = None
    name = _with_place(said, name, part) if name else None
    rest = said[name.end : part.end].strip(" .:;") if name else ""
    rest = "" if rest.lower() in _besides() else rest
    if not name or (rest and not (when and not said[name.end : when.start].strip(" *,-–—"))):
        return Routing(deadline=when) if when and when.start == part.start else None
    return Routing(name, when)


@cache
def _place() -> re.Pattern[str]:
    words = "|".join(outline_words("routes")["belonging"]["words"])
    return re.compile(rf"\s+(?:{words})\s+[\w-]+(?=\W*$)", re.IGNORECASE)


def _with_place(said: str, name: Span, part: Span) -> Span:
    """The name with the place it belongs to: "Head nurse of that clinic"."""
    found = _place().match(said, name.end, part.end)
    return Span(name.start, found.end()) if found else name


def _without_aside(said: str, part: Span) -> Span:
    """The part without a word at its head that only adds it: "also Priority 3"."""
    words = part.of(said).split(" ")
    added = {*_besides(), *outline_words("routes")["besides"]["to"]}
    start = part.start
    while len(words) > 1 and words[0].lower() in added:
        start += len(words.pop(0)) + 1
    return Span(start, part.end)


@cache
def _besides() -> frozenset[str]:
    return frozenset(outline_words("routes")["besides"]["words"])


def name_led(said: str, span: Span) -> Span | None:
    """The name behind the verb that a stretch begins with: "page the on-call"."""
    found = cue("routes", "towards", "phrases").match(said, span.start, span.end)
    return name_after(said, found.end(), span.end) if found else None
