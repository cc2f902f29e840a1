"""What headings and introducing lines hand down to the criteria below them."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.labels import Routing, labelled, scattered
from escalation_core.policy.levels import level_named, level_said, level_within
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.routes import routing
from escalation_core.policy.teams import known_name, whole_name
from escalation_core.policy.timing import deadlines

Mode = Literal["open", "trigger", "exception", "do_not_escalate", "example", "process", "note"]
_ORDER: tuple[Mode, ...] = ("do_not_escalate", "example", "exception", "process", "note", "trigger")
_LOOSE = frozenset({"process", "note", "example"})
_SENTENCE = re.compile(r"(?<=\. )[^.]+")
_CLEAN = re.compile(r"[*_`#=\ue000-\ue003]+|\s+")


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for everything below a heading, an introduction or in a row, unless it says otherwise itself."""

    mode: Mode = "open"
    route: str | None = None
    severity: str | None = None
    deadline: str | None = None
    at_least: int | None = None
    stays: bool = False
    heading: str | None = None
    listed: bool = False


def tidy(said: str) -> str:
    """Words without markup and line breaks."""
    return _CLEAN.sub(" ", said).strip(" .,;:")


def headed(said: str, span: Span, frame: Frame) -> Frame:
    """The frame below a heading."""
    level = level_named(said, span) or (level_within(said, span) if span.of(said).rstrip().endswith("?") else None)
    mode = _mode(said, span, short=True)
    told = _heading_routing(said, span, level)
    if mode is None:
        mode = "trigger" if level or (told.route and frame.mode == "open") else frame.mode
    elif (
        (mode == "do_not_escalate" and level)
        or (mode in _LOOSE and (level or told.route or told.deadline))
        or (mode == "example" and ((frame.severity and not frame.listed) or _warrants(said, span)))
    ):
        mode = "trigger"
    return _filled(said, span, replace(frame, mode=mode, heading=tidy(span.of(said))), told, level)


def introduced(said: str, span: Span, frame: Frame) -> Frame:
    """The frame of the list or table that a line introduces."""
    mode = _mode(said, span, short=False) or frame.mode
    if (
        mode in ("open", "trigger")
        and not cue("cues", "condition", "phrases").search(said, span.start, span.end)
        and opening("cues", "purposes", "starts").match(said, span.start, span.end)
    ):
        mode = "process"
    if mode == "example" and ((frame.severity and not frame.listed) or _warrants(said, span)):
        mode = "trigger"
    told = routing(said, span)
    beside = labelled(said, span) if not told.route else Routing()
    told = beside if beside.route else told
    if beside.route and beside.deadline and mode in _LOOSE:
        mode = "trigger"
    if not told.deadline and mode not in _LOOSE:
        told = replace(told, deadline=next(iter(deadlines(said, span)), None))
    named = level_named(said, span)
    apart = named and not said[named.end : named.end + 1].strip(" :–—-(,.;")
    level = level_said(said, span) or (named if named and apart and not _plain(said, named, span) else None)
    return replace(_filled(said, span, replace(frame, mode=mode), told, level), at_least=counted(said, span))


def team(said: str) -> str:
    """The name of a route: one name, or several joined without their articles."""
    words = tidy(said).replace('"', "").split()
    return " ".join(
        word.lower() if word.lower() in _joins() else word
        for number, word in enumerate(words)
        if not (number and word in _articles() and words[number - 1].lower() in _adds())
    )


@cache
def _joins() -> frozenset[str]:
    return frozenset(outline_words("routes")["teams"]["joins"])


@cache
def _adds() -> frozenset[str]:
    return frozenset(outline_words("routes")["teams"]["adds"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(outline_words("routes")["teams"]["leading"])


def _plain(said: str, level: Span, span: Span) -> bool:
    """Whether running words go on behind the name of a level."""
    return bool(re.match(r"\s+\w", said[level.end : span.end]))


def counted(said: str, span: Span) -> int | None:
    """How many of the parts below must hold: 0 for all of them, None where nothing is said."""
    for count, key in ((3, "three"), (2, "two"), (1, "any"), (0, "all")):
        if cue("cues", "counts", key).search(said, span.start, span.end):
            return count
    return None


def stays(said: str) -> bool:
    """Whether a route or time calls nobody."""
    return bool(cue("routes", "stays", "phrases").search(said))


def _warrants(said: str, span: Span) -> bool:
    return bool(cue("headings", "trigger", "phrases").search(said, span.start, span.end))


def _filled(said: str, span: Span, frame: Frame, told: Routing, level: Span | None) -> Frame:
    route = team(told.route.of(said)) if told.route else frame.route
    due = tidy(told.deadline.of(said)) if told.deadline else frame.deadline
    severity = level or told.severity
    return replace(
        frame,
        route=route,
        deadline=due,
        severity=tidy(severity.of(said)) if severity else frame.severity,
        stays=(frame.stays and not severity) or stays(span.of(said)),
    )


def _heading_routing(said: str, span: Span, level: Span | None) -> Routing:
    rest = Span(level.end, span.end) if level else span
    bracket = re.search(r"[(\[]([^()\[\]]{2,80})[)\]]\s*$", span.of(said))
    contact = bool(bracket and re.search(r"[@#]\w|\d{3}", bracket[1]))
    head = Span(rest.start, max(rest.start, span.start + bracket.start())) if bracket else rest
    name = whole_name(said, head)
    whole = labelled(said, rest)
    if whole.taken and (not bracket or not head.of(said).strip(" –—-:")):
        return whole
    inner = labelled(said, Span(span.start + bracket.start(1), span.start + bracket.end(1))) if bracket else Routing()
    if name and not known_name(said, name) and not contact and not (inner.deadline or inner.severity):
        name = None
    if bracket and (name or contact):
        due = inner.deadline or next(iter(deadlines(said, Span(head.end, span.end))), None)
        within = inner.route if inner.route and re.match(r"[A-Z]\w*\s+[A-Z]", inner.route.of(said)) else None
        return Routing(within or name or _all(said, head), due, inner.severity)
    if whole.taken:
        return whole
    if level:
        for found in _SENTENCE.finditer(said, rest.start, rest.end):
            if (told := labelled(said, Span(*found.span()), sure=True)).taken:
                return told
    if name:
        return Routing(name)
    told = routing(said, rest)
    return told if told.route or not level else scattered(said, rest)


def _all(said: str, span: Span) -> Span | None:
    words = span.of(said)
    return Span(span.start, span.start + len(words.rstrip(" :–—-"))) if words.strip() else None


def _mode(said: str, span: Span, short: bool) -> Mode | None:
    words = len(span.of(said).split())
    if opening("headings", "advice", "whole").fullmatch(
        said, span.start, span.start + len(span.of(said).rstrip(" :*"))
    ):
        return "process"
    for mode in _ORDER:
        for found in cue("headings", mode, "phrases").finditer(said, span.start, span.end):
            if mode not in _LOOSE or " " in found[0].strip() or _prominent(said, span, found, words, short):
                return mode
    return None


def _prominent(said: str, span: Span, found: re.Match[str], words: int, short: bool) -> bool:
    """A lone word says what a heading is about only where it stands first or last in a short one."""
    before, after = (
        said[span.start : found.start()].strip(" \t0123456789.)*_#"),
        said[found.end() : span.end].strip(" :*_."),
    )
    if not short:
        return not before and (not after or words <= 6)
    return words <= 5 and (not before or not after)


@cache
def column_of(header: str) -> str | None:
    """Which kind of column a header names."""
    words = re.sub(r"[\s_]+", " ", re.sub(r"\(.*?\)|[^\w#&/.' -]+", " ", header.lower())).strip(" .:?")
    tables: dict[str, list[str]] = outline_words("columns")["columns"]
    whole: dict[str, list[str]] = outline_words("columns")["exactly"]
    exact = next((name for name, said in tables.items() if words in (*said, *whole.get(name, ()))), None)
    if exact or not words:
        return exact
    near = (
        (len(word), name)
        for name, said in tables.items()
        for word in said
        if len(word) > 2 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words)
    )
    return max(near, default=(0, None))[1] if len(words) < 60 else None
