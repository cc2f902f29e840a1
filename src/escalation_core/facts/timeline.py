"""The line of time that a text draws: each moment it names, placed as its own line, mail or day allows, and its now."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from escalation_core.contexts.reader import Contexts
from escalation_core.language.conditions import condition_words
from escalation_core.language.courses import head_words, role_words
from escalation_core.measures.moments import resolve
from escalation_core.model.context import Modality, Place
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span
from escalation_core.text.words import words_in

_NOWHERE = datetime(2025, 7, 1)
"""A day to count from where a text names none: only differences are used then."""
_BEFORE = 24
_STAMP = 60
"""No stamp of a line is longer."""
_HALF_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)
_ASIDE = (Place.QUOTED_REPLY, Place.BOILERPLATE, Place.SIGNATURE)
_HEAD = 7
"""So many words at the most stand before the moment with which a text begins that says when it is told."""
_CLOSE = 3
_ENDS = re.compile(r"\s*(?:[.:|\n\])!–—-]|$)")


@dataclass(frozen=True, slots=True)
class Point:
    """A moment, where it is read, whether it heads a line of a log, and whether it says more than the day."""

    at: datetime
    span: Span
    stamp: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of a text in reading order, and when it is told, where that is known.

    `guessed` says that nothing tells when, so that the latest day named stands for it.
    """

    points: tuple[Point, ...] = ()
    now: Point | None = None
    guessed: bool = False

    stamps: tuple[Point, ...] = ()
    """Those of lines, each not before the one above it."""

    @property
    def end(self) -> Point | None:
        """The last that is told: the newest stamp or the text's own now."""
        known = [point for point in (*self.stamps[-1:], self.now) if point]
        return max(known, key=lambda point: point.at) if known else None

    def within(self, span: Span) -> Iterator[Point]:
        """The moments named in a stretch, line heads aside."""
        return (point for point in self._from(span.start, span.end) if not point.stamp and span.holds(point.span))

    def is_head(self, span: Span) -> bool:
        """Whether a stretch is the stamp of a line."""
        near = self._from(span.start - _STAMP, span.end)
        return any(point.stamp and point.span.overlap(span) for point in near)

    def head(self, place: int) -> Point | None:
        """The stamp of the line in which a place lies, or of the last line before it that has one."""
        at = bisect_right(self.points, place, key=lambda point: point.span.start)
        return next((self.points[before] for before in range(at - 1, -1, -1) if self.points[before].stamp), None)

    def _from(self, start: int, end: int) -> Sequence[Point]:
        low = bisect_left(self.points, start, key=lambda point: point.span.start)
        return self.points[low : bisect_left(self.points, end, key=lambda point: point.span.start)]


@dataclass(frozen=True, slots=True)
class Source:
    """What a line of time is read from: the text, its passages, sentences and moments, and their contexts."""

    text: str
    parts: Sequence[Passage]
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    contexts: Contexts

    def told(self) -> list[Mention]:
        """The moments that belong to the case itself, not to quoted mail, footers or signatures."""
        named = [found for found in self.mentions if found.kind is MentionKind.MOMENT and found.value]
        return [found for found in named if self.contexts.at(found.span).place not in _ASIDE]

    def actual(self, found: Mention) -> bool:
        """Whether a moment is told of what was or is so, not of a plan."""
        return self.contexts.at(found.span).modality is Modality.ACTUAL


def timeline(source: Source, now: datetime | None) -> Timeline:
    """The line of time of a text; `now` is when it is told, where the caller knows it."""
    told = source.told()
    heads = _heads(source.parts) or _openings(told, source.sentences)
    dated = _dated([found for found in told if source.actual(found)], heads)
    today = now or _today(source.text, told, source.parts)
    base = today or dated or _NOWHERE
    stamps = tuple(_stamps(told, heads, base))
    plain = [found for found in told if not _is_head(found, heads)]
    present = _present(source.text, plain, stamps[-1].at if stamps else base)
    present = present or _headed(source.text, plain, base)
    here = now or (present.at if present else None)
    points = [*stamps, *_inner(source, plain, stamps, here or (stamps[-1].at if stamps else base))]
    last = Span(len(source.text), len(source.text))
    end = Point(now, last, stamp=False, exact=True) if now else present
    if end is None and not stamps and base is not _NOWHERE:
        end = Point(base, last, stamp=False, exact=bool(base.hour or base.minute))
    guessed = not (today or present or stamps)
    placed = tuple(sorted(points, key=lambda point: point.span.start))
    return Timeline(placed, end, guessed, stamps)


def _heads(parts: Sequence[Passage]) -> list[Span]:
    return [part.moment.span for part in parts if part.moment and part.place not in _ASIDE]


def _openings(named: Sequence[Mention], sentences: Sequence[Span]) -> list[Span]:
    """The clock times that open sentences: a log told in one paragraph has no other line heads."""
    starts = {span.start for span in sentences}
    spans = [found.span for found in named if found.span.start in starts and ":" in str(found.value)]
    return spans if len(spans) > 1 else []


def _is_head(found: Mention, heads: Sequence[Span]) -> bool:
    at = bisect_right(heads, found.span.start, key=lambda span: span.start) - 1
    return any(heads[near].overlap(found.span) for near in (at, at + 1) if 0 <= near < len(heads))


def _today(text: str, told: Sequence[Mention], parts: Sequence[Passage]) -> datetime | None:
    """The day that the text calls today's ("Today 3 Dec", "today is 28 March"), or that of its mail's header."""
    for one, other in pairwise(told):
        if one.value == "P0D" and _full(other) and len(text[one.span.end : other.span.start].split()) <= 1:
            return resolve(str(other.value), _NOWHERE)
    fields = [part for part in parts if part.place is Place.FIELD and part.label]
    dated = [
        moment
        for part in fields
        if (part.label or "").casefold() in _words("told_at")
        for found in told
        if part.span.holds(found.span) and _full(found) and (moment := resolve(str(found.value), _NOWHERE))
    ]
    return max(dated) if dated else None


def _dated(told: Sequence[Mention], heads: Sequence[Span]) -> datetime | None:
    """The latest day told of with its date: the text cannot be older."""
    days = [found for found in told if _full(found)]
    ahead = [found for found in days if heads and found.span.start < heads[0].start]
    if ahead and not any(_is_head(found, heads) for found in days):
        return resolve(str(ahead[0].value), _NOWHERE)
    moments = [moment for found in days if (moment := resolve(str(found.value), _NOWHERE))]
    return max(moments) if len(moments) > 1 or (moments and heads) else None


def _full(found: Mention) -> bool:
    value = found.value or ""
    return value[:4].isdigit() or value.startswith("--")


def _stamps(told: Sequence[Mention], heads: Sequence[Span], base: datetime) -> Iterator[Point]:
    """The heads of lines, each not before the last one: a clock that runs back is that of the next day."""
    marks = [found for found in told if _is_head(found, heads)]
    last: datetime | None = None
    for found in marks:
        value = str(found.value)
        moment = _forward(value, last, base) if last else _first(value, base, marks)
        if moment:
            last = moment
            yield Point(moment, found.span, stamp=True, exact=True)


def _first(value: str, base: datetime, marks: Sequence[Mention]) -> datetime | None:
    if _clock(value):
        undated = all(_clock(str(found.value)) for found in marks)
        day = base if undated or base is _NOWHERE else base - _DAY
        return resolve(value, day.replace(hour=23, minute=59))
    return resolve(value, base.replace(hour=23, minute=59))


def _forward(value: str, last: datetime, base: datetime) -> datetime | None:
    if _clock(value):
        moment = resolve(value, last.replace(hour=23, minute=59))
        return moment + _DAY if moment and moment < last - timedelta(minutes=30) else moment
    if value.startswith("W"):
        moment = resolve(value, last + timedelta(days=6))
        same = resolve(value, last.replace(hour=23, minute=59))
        return same if same and same >= last.replace(hour=0, minute=0) else moment
    return resolve(value, base.replace(hour=23, minute=59))


def _clock(value: str) -> bool:
    return value[2:3] == ":"


def _present(text: str, plain: Sequence[Mention], ref: datetime) -> Point | None:
    """The moment that the text calls now ("now Wednesday 13:00", "it is 10:55", "as of 10:30")."""
    cues = _words("present")
    for found in reversed(plain):
        behind = [word.form for word in words_in(text, Span(found.span.end, found.span.end + _BEFORE))[:1]]
        if not any(_ends(_before(text, found.span), cue) for cue in cues) and behind != ["now"]:
            continue
        moment = resolve(str(found.value), ref.replace(hour=23, minute=59))
        if moment:
            moment = _behind_all(text, found, moment, plain)
            return Point(moment, found.span, stamp=False, exact="T" in str(found.value) or _clock(str(found.value)))
    return None


def _headed(text: str, plain: Sequence[Mention], ref: datetime) -> Point | None:
    """The moment with which a text begins, as a letter or a note does ("HR inbox, 12 January:", "17 March")."""
    if not plain:
        return None
    found, heads = plain[0], head_words()
    ahead = words_in(text, Span(0, found.span.start))
    forms = [word.form for word in ahead]
    told = frozenset().union(*(role_words(role) for role in ("begins", "ends", "due", "told")), _words("born")) - heads
    named = not ahead or bool(heads & set(forms[-_CLOSE:]))
    parted = bool(_ENDS.match(text, found.span.end)) or found.quote.endswith(".")
    comma = named and text[found.span.end : found.span.end + 1] == ","
    unsaid = not told & set(forms) or bool(heads & set(forms[-1:]))
    if len(ahead) > _HEAD or not unsaid or not (parted or comma):
        return None
    value = str(found.value)
    moment = resolve(value, ref.replace(hour=23, minute=59))
    return Point(moment, found.span, stamp=False, exact="T" in value or _clock(value)) if moment else None


def _behind_all(text: str, found: Mention, moment: datetime, plain: Sequence[Mention]) -> datetime:
    """The later of two clock times where morning or evening is open and the text tells of hours between them."""
    clocks = [value[-8:] for one in plain if one is not found and (value := str(one.value))[-6:-5] == ":"]
    later = moment + _HALF_DAY
    between = any(f"{moment:%H:%M:%S}" < clock < f"{later:%H:%M:%S}" for clock in clocks)
    return later if _open(text, found, moment) and between else moment


def _open(text: str, found: Mention, moment: datetime) -> bool:
    """Whether a spoken clock time leaves morning or evening open."""
    said = found.span.of(text).casefold()
    return _clock(str(found.value)) and moment.hour < 12 and not any(c.isdigit() or c == "m" for c in said)


def _inner(source: Source, plain: Sequence[Mention], stamps: Sequence[Point], now: datetime) -> Iterator[Point]:
    """What is named inside the lines: seen from its own line where that has a stamp, else from now."""
    starts = [point.span.start for point in stamps]
    for found in plain:
        value = str(found.value)
        if value == "P0DT23:59:59" or (value == "P0D" and not _begins(source.text, found)):
            continue
        at = bisect_right(starts, found.span.start) - 1
        ref = stamps[at].at if at >= 0 else stamps[0].at if stamps and now is _NOWHERE else now
        moment = _seen_from(source.text, found, ref if ref.hour or ref.minute else ref.replace(hour=23, minute=59))
        if moment and source.contexts.at(found.span).modality in (Modality.ACTUAL, Modality.ASKED):
            yield Point(moment, found.span, stamp=False, exact="T" in value or _clock(value))


def _begins(text: str, found: Mention) -> bool:
    """ "Since this morning": a day that is no "now" but a beginning."""
    return _before(text, found.span).rpartition(" ")[2] in _words("since")


def _seen_from(text: str, found: Mention, ref: datetime) -> datetime | None:
    """The moment, the later of two where a clock time leaves morning or evening open."""
    moment = resolve(str(found.value), ref)
    if moment and _open(text, found, moment):
        later = moment + _HALF_DAY
        return later if later <= ref else moment
    return moment


def _before(text: str, span: Span) -> str:
    return " ".join(word.form for word in words_in(text, Span(max(0, span.start - _BEFORE), span.start)))


def _ends(said: str, cue: str) -> bool:
    return said == cue or said.endswith(" " + cue)


def _words(name: str) -> tuple[str, ...]:
    return tuple(condition_words().measures[name])
