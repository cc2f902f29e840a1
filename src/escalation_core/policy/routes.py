"""Routing: who acts and by when, and which words of a criterion say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from escalation_core.language.outlining import outline_words
from escalation_core.model.span import Span
from escalation_core.policy.labels import Routing, labelled, name_led
from escalation_core.policy.phrasing import cue, opening
from escalation_core.policy.teams import known_name, name_after, name_before, plain_name, whole_name
from escalation_core.policy.timing import deadlines, labelled_deadline

_BEFORE = re.compile(r"[\s,)]*$")


def acting(said: str, span: Span) -> Routing:
    """What a sentence says about who acts, and by when wherever it says so."""
    told = routing(said, span)
    return replace(told, deadline=told.deadline or next(iter(deadlines(said, span)), None))


@cache
def _near() -> re.Pattern[str]:
    """What may stand between a team and its time."""
    words = "|".join(word.replace(" ", r"\s+") for word in outline_words("routes")["duty"]["before_time"])
    return re.compile(rf"[\s,(–—-]*(?:(?:{words})\s+)?")


@cache
def _commands() -> re.Pattern[str]:
    """What stands before a verb that orders something."""
    words = "|".join(outline_words("routes")["orders"]["before"])
    return re.compile(rf"(?:^|[,;:]|[,;]\s+(?:{words}))\s*$", re.IGNORECASE)


@cache
def _arrow() -> re.Pattern[str]:
    marks = sorted(outline_words("routes")["arrows"]["marks"], key=len, reverse=True)
    words = "|".join(outline_words("routes")["arrows"]["words"])
    return re.compile(
        r"\s*(?:" + "|".join(re.escape(mark) for mark in marks) + rf")\s*|,?\s*(?<!\w)(?:{words})\s+(?=[A-Z])"
    )


def routing(said: str, span: Span) -> Routing:
    """What a sentence says about who acts and by when."""
    tail = (
        _arrow_tail(said, span)
        or _lead(said, span)
        or next((tail for shape in (_BRACKET, _DASH, _COLON) if (tail := _tail(said, span, shape))), None)
    )
    if tail and tail.route:
        return _with_rest(said, Span(span.start, tail.taken[0].start), tail)
    times = deadlines(said, span)
    hits = sorted(((one, _before(said, name, times)) for one, name in _hits(said, span)), key=lambda hit: hit[0].start)
    extended = [_extended(said, span, stretch) for stretch, _ in hits]
    names = [name for _, name in hits if name]
    due = next((when for _, when in extended if when), None) or _loose_deadline(said, span)
    taken = tuple(stretch for stretch, _ in extended)
    if due and not any(stretch.holds(due) for stretch in taken) and hits:
        taken = (*taken, due)
    found = Routing(names[0] if names else None, due if hits else None, None, tuple(sorted(taken)))
    if tail and (tail.severity or tail.deadline):
        return Routing(found.route, tail.deadline or found.deadline, tail.severity, (*found.taken, *tail.taken))
    return found


_DASHED = re.compile(r"\s+(?:--|[–—])\s+")
_HAPPENS = 3
"""So many words at least say what happens."""
_CLOSE = 24
"""How many characters may stand between what a team does and the time it has for it."""
_NUMBERED = re.compile(r"(?:\(?(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+)?")
_WIDE = 100


def _lead(said: str, span: Span) -> Routing | None:
    """Who acts and by when at the head of a criterion: "Duty Nurse, within 1 hour, where the patient …"."""
    start = _NUMBERED.match(said, span.start, span.end)
    begin = start.end() if start else span.start
    if named := _before_dash(said, begin, span.end):
        return named
    opened = next(
        (
            found
            for found in cue("routes", "opened", "phrases").finditer(said, begin, min(span.end, begin + _WIDE))
            if said[begin : found.start()].rstrip().endswith((",", ":"))
        ),
        None,
    )
    if not opened:
        return None
    told = labelled(said, Span(begin, opened.start()), sure=True)
    if not told.route or not (told.deadline or told.severity):
        return None
    return Routing(told.route, told.deadline, told.severity, (Span(begin, opened.start()),))


def _before_dash(said: str, begin: int, end: int) -> Routing | None:
    """A team in capitals before a dash, and what happens behind it: "FOREMAN -- wrong colour on something printed"."""
    dash = _DASHED.search(said, begin, min(end, begin + _WIDE))
    head = Span(begin, dash.start()) if dash else None
    name = whole_name(said, head) if head and head.of(said).isupper() else None
    if (
        not dash
        or not name
        or len(said[dash.end() : end].split()) < _HAPPENS
        or said[dash.end() : end].split(maxsplit=1)[0].isupper()
    ):
        return None
    return Routing(name, None, None, (Span(begin, dash.end()),))


def _arrow_tail(said: str, span: Span) -> Routing | None:
    found = _arrow().search(said, span.start, span.end)
    if not found:
        return None
    rest = Span(found.end(), span.end)
    tail = labelled(said, rest, sure=True)
    if not tail.taken and found[0].strip().isalpha():
        return None
    if not tail.taken:
        name = name_after(said, rest.start, rest.end) or name_led(said, rest)
        due = labelled_deadline(said, rest)
        tail = Routing(name, due)
    return Routing(tail.route, tail.deadline, tail.severity, (Span(found.start(), span.end),))


_BRACKET = re.compile(r"\s*[(\[]([^()\[\]\n]{2,80})[)\]][\s.;:]*$")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+([^:–—]{2,90}?)[.;]?\s*$")
_COLON = re.compile(r"\s*:\s+([^:]{2,100}?)[.;]?\s*$")


def _tail(said: str, span: Span, shape: re.Pattern[str]) -> Routing | None:
    begin = max(span.start, span.end - 120)
    found = shape.search(said, begin, span.end)
    if not found:
        return None
    tail = labelled(said, Span(*found.span(1)))
    return Routing(tail.route, tail.deadline, tail.severity, (Span(found.start(), span.end),)) if tail.taken else None


def _with_rest(said: str, before: Span, tail: Routing) -> Routing:
    if tail.deadline:
        return tail
    rest = [when for when in deadlines(said, before) if when.end >= before.end - 2]
    return Routing(tail.route, rest[0] if rest else None, tail.severity, (*rest, *tail.taken))


def _hits(said: str, span: Span) -> Iterator[tuple[Span, Span | None]]:
    """Stretches that route, each with the name of who acts."""
    reached = span.start
    for found in cue("routes", "towards", "phrases").finditer(said, span.start, span.end):
        name = name_after(said, found.end(), span.end) or _told_by(said, span, Span(*found.span()))
        if name and found.start() >= reached:
            reached = name.end
            yield Span(found.start(), name.end), name
    for found in cue("routes", "subjects", "phrases").finditer(said, span.start, span.end):
        name = name_before(said, span.start, found.start())
        if name and not _common(said, span, name):
            yield Span(name.start, found.end()), name
    for found in cue("routes", "acting", "phrases").finditer(said, span.start, span.end):
        due = next((when for when in deadlines(said, span) if 0 <= when.start - found.end() <= _CLOSE), None)
        if due and (name := name_before(said, span.start, found.start())):
            yield Span(name.start, due.start), name
    lead = opening("routes", "heads", "phrases").match(said, span.start, span.end)
    if lead and (name := name_after(said, lead.end(), span.end)):
        yield Span(span.start, name.end), name
    verb = opening("cues", "process", "starts").match(said, span.start, span.end)
    if verb and any(when.start - verb.end() in (1, 2) for when in deadlines(said, span)):
        yield Span(span.start, verb.end()), None
    for found in cue("routes", "bare", "phrases").finditer(said, span.start, span.end):
        yield Span(*found.span()), None


def _before(said: str, name: Span | None, times: Sequence[Span]) -> Span | None:
    """The name without a time that stands right behind it: "the Warden forthwith"."""
    end = next((when.start for when in times if name and name.start < when.start < name.end), None)
    return Span(name.start, end).trimmed(said, " ,") if name and end else name


def _common(said: str, span: Span, name: Span) -> bool:
    """Whether a name may be a common noun that begins the sentence: "Water runs through a ceiling"."""
    lone = not any(sign.isalnum() for sign in said[span.start : name.start] if not sign.isdigit())
    return lone and name.of(said).isalpha() and not known_name(said, name) and not deadlines(said, span)


def _told_by(said: str, span: Span, verb: Span) -> Span | None:
    """Whoever is to be told between a verb that orders it and a time: "…, call the night porter within 15 minutes"."""
    ordered = cue("routes", "orders", "phrases").fullmatch(said, verb.start, verb.end)
    if not ordered or not _commands().search(said[span.start : verb.start]):
        return None
    due = next((when for when in deadlines(said, span) if when.start > verb.end), None)
    return plain_name(said, verb.end, due.start) if due else None


def _extended(said: str, span: Span, stretch: Span) -> tuple[Span, Span | None]:
    """The stretch with the deadline beside it and the helping words before it."""
    due: Span | None = None
    near = _near().match(said, stretch.end, span.end)
    at = near.end() if near else stretch.end
    times = deadlines(said, span)
    for when in times:
        if when.start == at or (due and when.start <= at + 5 and when.start >= at):
            stretch, due = Span(stretch.start, when.end), due or when
            at = when.end + 1
    for when in times:
        if when.end <= stretch.start and _BEFORE.match(said[when.end : stretch.start]) and _free(said, span, when):
            stretch, due = Span(when.start, stretch.end), due or when
    return Span(_helped(said, span.start, stretch.start), stretch.end), due


def _free(said: str, span: Span, when: Span) -> bool:
    """Whether a time before a routing verb belongs to it, and not to the condition before it."""
    lead = said[span.start : when.start].rstrip()
    bare = not any(sign.isdigit() for sign in when.of(said)) and " " not in when.of(said)
    return bare or not lead or lead[-1] in ",;:–—.)" or lead.split()[-1].lower() in _helpers()


@cache
def _helpers() -> frozenset[str]:
    said = outline_words("routes")["auxiliary"]["words"]
    return frozenset(said.split() if isinstance(said, str) else said)


@cache
def _helper() -> re.Pattern[str]:
    words, handed = "|".join(sorted(_helpers())), "|".join(outline_words("routes")["object"]["nouns"])
    return re.compile(
        rf"[,;]\s+(?:the|this|that|such)\s+(?:{handed})\s+$|(?:(?<!\w)(?:{words})\s+){{1,6}}$|[,;]?\s+$", re.IGNORECASE
    )


def _helped(said: str, begin: int, start: int) -> int:
    low = max(begin, start - 60)
    found = _helper().search(said[low:start])
    return low + found.start() if found else start


def _loose_deadline(said: str, span: Span) -> Span | None:
    """A deadline at the very head or end of the sentence, or between two commas of it."""
    for when in deadlines(said, span):
        before, after = said[span.start : when.start].rstrip(), said[when.end : span.end]
        apart = before.endswith(",") and after.startswith(",")
        if apart or when.start <= span.start + 2 or not after.strip(" .;,)"):
            return when
    return None
