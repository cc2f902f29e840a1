"""The moments of a case, each with what the words beside it say that it is: a beginning, an end, when something was due."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from escalation_core.facts.situation import Situation
from escalation_core.facts.stretches import stretches
from escalation_core.language.courses import aside_words, day_parts, due_phrases, open_words, role_words
from escalation_core.model.context import Place, Time
from escalation_core.model.mention import MentionKind
from escalation_core.model.span import Span
from escalation_core.text.words import Word, words_in

_ROLES = ("begins", "ends", "due", "told", "ahead")
_RIGHT_BEFORE = (("from", "begins"), ("until", "ends"), ("by", "due"))
"""What stands right before a moment, and what it makes of it."""
_REACH, _BEHIND, _HEAD, _CLOSE, _OPEN, _FAR = 6, 4, 3, 3, 3, 12
_NONE = 99
_DIGITS = re.compile(r"\d[:.]\d\d")
_ASIDE = (Place.QUOTED_REPLY, Place.BOILERPLATE, Place.SIGNATURE)
FULL_DAY = (0.0, 24.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment: its value, what the words of its clause say that it is, and how sure its hour is."""

    span: Span
    value: str
    roles: dict[str, int]
    clause: frozenset[str]
    aside: bool
    hours: tuple[float, float]
    either: bool
    """Whether morning or evening is open."""
    side: str = ""
    """Whether it was only "after" or "before" then."""

    @property
    def exact(self) -> bool:
        """Whether it says more than the day."""
        return "T" in self.value or self.clock

    @property
    def clock(self) -> bool:
        """Whether it names an hour and no day."""
        return self.value[2:3] == ":"

    @property
    def rank(self) -> int:
        """How much it says of its day: a date more than a weekday, and that more than an hour."""
        kinds = ("W", "---", "--")
        return 0 if self.clock else next((at for at, kind in enumerate(kinds, 1) if self.value.startswith(kind)), 4)

    def near(self, role: str) -> int:
        """How many words away the nearest is that gives it this role."""
        return self.roles.get(role, _NONE)

    def is_a(self, role: str) -> bool:
        """Whether a word says so."""
        return role in self.roles


def marks(situation: Situation) -> tuple[Mark, ...]:
    """Every moment that the text names, in reading order; the one at which it is told aside."""
    now = situation.time.now
    told = [
        (found.span, found.value)
        for found in situation.mentions
        if found.kind is MentionKind.MOMENT and found.value and situation.context(found.span).place not in _ASIDE
    ]
    row = [_mark(situation, *one) for one in _with_days(situation, told) if not (now and now.span.overlap(one[0]))]
    row += [replace(_mark(situation, one.span, one.value), hours=(0.0, one.hours)) for one in stretches(situation)]
    return tuple(sorted(row, key=lambda mark: mark.span))


def opening(situation: Situation, row: Sequence[Mark]) -> Mark | None:
    """The month or season with which a text begins: it is told then."""
    first = row[0] if row else None
    if (
        first is None
        or first.hours[1] <= FULL_DAY[1]
        or first.roles
        or len(words_in(situation.text, Span(0, first.span.start))) > 1
    ):
        return None
    return first


def _with_days(situation: Situation, told: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The moments, a clock time with the day that stands right before it ("today, start 3 p.m.")."""
    for number, (span, value) in enumerate(told):
        if value[2:3] == ":" and number:
            day, of_day = told[number - 1]
            gap = Span(day.end, max(day.end, span.start))
            near = len(words_in(situation.text, gap)) <= _CLOSE and situation.sentence(span) == situation.sentence(day)
            if near and "T" not in of_day and of_day[2:3] != ":":
                yield Span(day.start, span.end), f"{of_day}T{value}"
                continue
        following = told[number + 1] if number + 1 < len(told) else None
        if following and following[1][2:3] == ":" and "T" not in value and value[2:3] != ":":
            gap = Span(span.end, max(span.end, following[0].start))
            same = situation.sentence(span) == situation.sentence(following[0])
            if same and len(words_in(situation.text, gap)) <= _CLOSE:
                continue
        yield span, value


def _mark(situation: Situation, span: Span, value: str) -> Mark:
    words = situation.sentence(span).words
    before, after = _clause(words, span)
    context = situation.context(span)
    heads = {word.form for word in (*words[:_HEAD], *before[:_HEAD]) if word.span.start < span.start}
    aside = bool(aside_words() & heads) or (context.time is Time.LONG_AGO and value[2:3] != ":")
    said = span.of(situation.text).casefold()
    clock = value[-8:]
    either = clock[2:3] == ":" and clock < "12:59" and not _DIGITS.search(said) and "m" not in said
    if either and clock < "07:00":
        value, either = value[:-8] + f"{int(clock[:2]) + 12:02d}{clock[2:]}", False
    elif either and len(value) > len(clock):
        either = False
    near = [word.form for word in (*before[-_BEHIND:], *after[:_BEHIND])]
    hours = next((day_parts()[form] for form in (*near, *said.split()) if form in day_parts()), FULL_DAY)
    clause = frozenset(word.stem for word in (*before, *after, *_line(words, span, before)))
    return Mark(span, value, _roles(before, after), clause, aside, hours, either, _side([w.form for w in before]))


def _line(words: Sequence[Word], span: Span, before: Sequence[Word]) -> Sequence[Word]:
    """What stands behind a moment at the head of its clause: what an entry of a log says."""
    return () if before else [word for word in words if word.span.start >= span.end][: _REACH + 2]


def _side(before: Sequence[str]) -> str:
    """Whether it was some time "after" or "before" the moment that is named."""
    for name in ("after", "before"):
        if open_words(name) & set(before[-_OPEN:]) and not open_words("close") & set(before[-_OPEN - 1 :]):
            return name
    return ""


def _roles(before: list[Word], after: list[Word]) -> dict[str, int]:
    """What it may be, by how near the word stands that says so."""
    roles: dict[str, int] = {}
    for side, extra in ((before[::-1], 0), (after, 1)):
        for distance, word in enumerate(side[:_REACH]):
            for role in _ROLES:
                if word.form in role_words(role):
                    roles[role] = min(roles.get(role, _NONE), distance + extra)
    said = f" {' '.join(word.form for word in before)} "
    if any(f" {phrase} " in said for phrase in due_phrases()):
        roles["due"] = min(roles.get("due", _NONE), 1)
    for cue, role in _RIGHT_BEFORE:
        if before and before[-1].form in role_words(cue) and not (cue == "by" and "ends" in roles):
            roles[role] = -1
    return roles


def _clause(words: tuple[Word, ...], span: Span) -> tuple[list[Word], list[Word]]:
    """The words of its clause before and behind a moment; where no cue stands there, those of its sentence before it."""
    before = [word for word in words if word.span.end <= span.start]
    after = [word for word in words if word.span.start >= span.end]
    start = next((at for at in range(len(before) - 1, -1, -1) if before[at].parted), 0)
    end = next((at for at, word in enumerate(after) if word.parted), len(after))
    opens = not before[start:]
    if opens:
        return before[-_HEAD:] if not after[:end] else [], after[:end]
    return before[start:] if _cued(before[start:]) else before[-_FAR:], after[: min(end, _BEHIND)]


def _cued(row: Sequence[Word]) -> bool:
    return any(word.form in role_words(role) for word in row for role in _ROLES)
