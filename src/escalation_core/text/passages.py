"""The parts of a pasted situation: who speaks, in what kind of place, and when."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from escalation_core.language.passages import passage_words
from escalation_core.model.context import Holder, Place
from escalation_core.model.passage import Passage
from escalation_core.model.span import Quote, Span
from escalation_core.text.words import words

_LINE = re.compile(r"[^\n]*\n?")
_STAMP = re.compile(
    r"\s*(?:[-*•]\s*)?\[?(?P<stamp>(?:(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|(?:mon|tue|wed|thu|fri|sat|sun)\w*"
    r"\.?(?:\s+\d{1,2}(?:\s+\w{3,9})?)?)[ ,T]+)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::\d\d)?\s*(?:am|pm|Z|UTC)?)\]?(?=[\s,:;–-]|$)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\s*(?:[-*•]\s*)?(?P<label>[A-Za-z][\w /&'()-]{0,30}?)\s*[:=]\s+(?P<value>\S.*)?$|\s*(?P<bare>[A-Za-z][\w /&'-]{0,30}?)\s*:\s*$"
)
_SPEAKER = re.compile(r"\s*(?P<who>[A-Z][\w .'’&/-]{0,30}(?:\([^)\n]{1,30}\))?)\s*(?::|>)\s+(?=\S)")
_QUOTE = re.compile(r"\s*>")
_EXCHANGE = 2
"""A chat has more turns than this."""


@dataclass(frozen=True, slots=True)
class _State:
    place: Place = Place.BODY
    holder: Holder = Holder.UNKNOWN
    day: date | None = None
    clock: str | None = None
    chat: bool = False
    ours: frozenset[str] = frozenset()
    """Names of our own people, as far as a line has said that they are ours."""
    speakers: frozenset[str] = frozenset()
    """Names before a colon that take turns in a chat without times."""


def passages(text: str, now: datetime | None = None) -> tuple[Passage, ...]:
    """The passages of a text in order; together they hold all that is not blank."""
    found: list[Passage] = []
    state = _State(day=now.date() if now else None, speakers=_turns(text))
    for match in _LINE.finditer(text):
        if not match.group().strip():
            if state.place in (Place.SIGNATURE, Place.BOILERPLATE, Place.QUOTED_REPLY):
                state = replace(state, place=Place.BODY)
            if found and found[-1].place is Place.BODY and not match.group():
                continue
            if match.group():
                found.append(_gap(match))
            continue
        passage, state = _line(text, match, state)
        found.append(passage)
    return tuple(_merged(found))


def _turns(text: str) -> frozenset[str]:
    """The names before a colon that take turns: each speaks again after another, and one of them is ours or each speaks twice."""
    said = [found for line in text.split("\n") if (found := _SPEAKER.match(line)) and not _STAMP.match(line)]
    names = [found.group("who").strip().casefold() for found in said]
    counts = Counter(name for name in names if name not in passage_words().headers)
    again = {name for name, count in counts.items() if count > 1}
    ours = {name for name in counts if _holder(name) is Holder.AGENT}
    taking = again | ours
    return (
        frozenset(taking)
        if len(taking) > 1 and again and sum(counts[name] for name in taking) > _EXCHANGE
        else frozenset()
    )


def blank(text: str, passage: Passage) -> bool:
    """Whether a field holds no value, or says that it is not known."""
    return passage.body.of(text).strip().casefold() in passage_words().blank


def _gap(match: re.Match[str]) -> Passage:
    span = Span(match.start(), match.end())
    return Passage(span, Span(match.start(), match.start()), Place.BODY, Holder.UNKNOWN)


def _line(text: str, match: re.Match[str], state: _State) -> tuple[Passage, _State]:
    said = match.group().rstrip()
    span = Span(match.start(), match.start() + len(said))
    lowered = said.strip().casefold()
    known = passage_words()
    if _QUOTE.match(said) or any(opening in lowered for opening in known.quoted):
        return Passage(span, span, Place.QUOTED_REPLY, Holder.UNKNOWN), replace(state, place=Place.QUOTED_REPLY)
    if any(phrase in lowered for phrase in known.boilerplate) and not _STAMP.match(said):
        return Passage(span, span, Place.BOILERPLATE, Holder.OTHER), replace(state, place=Place.BOILERPLATE)
    if lowered.rstrip(",.! ") in known.signature or said.strip() == "--":
        return Passage(span, span, Place.SIGNATURE, state.holder), replace(state, place=Place.SIGNATURE)
    stamp = _STAMP.match(said)
    if stamp:
        return _stamped(match, span, stamp, state)
    speaker = _SPEAKER.match(said)
    if speaker and speaker.group("who").strip().casefold() in state.speakers:
        return _spoken(match, span, speaker, state)
    field = _FIELD.match(said)
    label = (field.group("label") or field.group("bare") or "").strip() if field else ""
    if field and label and len(label.split()) <= 4 and not state.chat:
        return _field(match, span, field, label, state)
    if speaker and state.chat:
        return _spoken(match, span, speaker, state)
    return Passage(span, span, state.place, state.holder, incoming=state.holder is Holder.CUSTOMER), state


def _stamped(match: re.Match[str], span: Span, stamp: re.Match[str], state: _State) -> tuple[Passage, _State]:
    start = match.start()
    moment = Quote(stamp.group("stamp"), Span(start + stamp.start("stamp"), start + stamp.end("stamp")))
    at, state = _placed(moment.quote, state)
    rest = Span(start + stamp.end(), span.end)
    speaker = _SPEAKER.match(match.group().rstrip(), stamp.end())
    label, holder, body = None, Holder.AGENT, rest
    if speaker:
        label = speaker.group("who").strip()
        holder, state = _voice(label, state)
        body = Span(start + speaker.end(), span.end)
    incoming = holder is Holder.CUSTOMER
    passage = Passage(span, body, Place.LOG_LINE, holder, label, moment, at, incoming)
    return passage, replace(state, chat=True, place=Place.BODY, holder=holder)


def _field(match: re.Match[str], span: Span, field: re.Match[str], label: str, state: _State) -> tuple[Passage, _State]:
    start = match.start()
    body = Span(start + field.start("value"), span.end) if field.group("value") else Span(span.end, span.end)
    header = label.casefold() in passage_words().headers
    holder = state.holder
    if label.casefold() == "from":
        holder = Holder.AGENT if _holder(match.group()) is Holder.AGENT else Holder.CUSTOMER
    day = state.day
    if label.casefold() in ("date", "sent", "opened", "today"):
        day = _day(match.group()[field.end("label") if field.group("label") else 0 :], state.day) or day
    passage = Passage(span, body, Place.FIELD, holder if header else Holder.UNKNOWN, label)
    return passage, replace(state, holder=holder, day=day, place=Place.BODY)


def _spoken(match: re.Match[str], span: Span, speaker: re.Match[str], state: _State) -> tuple[Passage, _State]:
    label = speaker.group("who").strip()
    holder, state = _voice(label, state)
    body = Span(match.start() + speaker.end(), span.end)
    return Passage(span, body, Place.BODY, holder, label, incoming=holder is Holder.CUSTOMER), replace(
        state, holder=holder
    )


def _voice(label: str, state: _State) -> tuple[Holder, _State]:
    """Who speaks; one of ours, once introduced with the house or the role, stays ours under the bare name."""
    name = label.partition("(")[0].strip().casefold()
    holder = Holder.AGENT if name in state.ours else _holder(label)
    introduced = "(" in label and name and holder is Holder.AGENT
    return holder, replace(state, ours=state.ours | {name}) if introduced else state


def _holder(label: str) -> Holder:
    said = {word.form for word in words(label)}
    known = passage_words()
    if said & known.agent or "(" in label:
        return Holder.AGENT
    if said & known.system:
        return Holder.SYSTEM
    return Holder.CUSTOMER


def _placed(stamp: str, state: _State) -> tuple[str | None, _State]:
    clock = re.search(r"(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*(am|pm)?", stamp, re.IGNORECASE)
    if not clock:
        return None, state
    hour = int(clock.group(1)) % 24
    half = (clock.group(3) or "").casefold()
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    told = f"{hour:02}:{clock.group(2)}:00"
    day = _day(stamp[: clock.start()], state.day) or state.day
    if day == state.day and day and state.clock and told < state.clock:
        day += timedelta(days=1)
    at = f"{day.isoformat()}T{told}" if day else told
    return at, replace(state, day=day, clock=told)


def _day(said: str, known: date | None) -> date | None:
    found = re.search(r"(\d{4})-(\d\d)-(\d\d)", said)
    try:
        if found:
            return date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
        short = re.search(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?", said)
        if short and known:
            year = int(short.group(3) or known.year)
            return date(year + 2000 if year < 100 else year, int(short.group(2)), int(short.group(1)))
    except ValueError:
        return None
    return None


def _merged(found: list[Passage]) -> Iterator[Passage]:
    """Lines of one voice in one place are one passage, up to a blank line, a field or a stamp."""
    held: Passage | None = None
    for passage in found:
        if not passage.body.end - passage.body.start and passage.label is None and passage.moment is None:
            if held:
                yield held
            held = None
            continue
        plain = passage.label is None and passage.moment is None
        if (
            held
            and plain
            and held.place in (passage.place, Place.LOG_LINE)
            and passage.place is not Place.FIELD
            and held.label is None
        ):
            held = replace(
                held, span=Span(held.span.start, passage.span.end), body=Span(held.body.start, passage.body.end)
            )
            continue
        if held:
            yield held
        held = passage
    if held:
        yield held
