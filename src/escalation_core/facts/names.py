"""The names in a situation: what is written like one, and what speaks for its being the customer's or the contact's."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from escalation_core.facts.situation import Situation
from escalation_core.language.case import case_cues, case_names
from escalation_core.model.context import Holder, Place
from escalation_core.model.mention import MentionKind
from escalation_core.model.passage import Passage
from escalation_core.model.span import Span

_WORD = r"(?:[A-ZÀ-Þ]\.(?=[ \t]?[A-ZÀ-Þ])|[A-ZÀ-Þ](?:[\w’&-]|'(?!s\b(?![ \t][A-ZÀ-Þ]))(?=\w)|\.(?=\w))*)"
_ASIDE = re.compile(
    r"\s\([^()\n]{2,60}\)|,\s(?P<age>\d{1,2})(?=[,.;)\n])|,\s(?P<role>[^,.;:()\n]{3,40})(?=[,.;:()\n]|$)"
)
_AHEAD = re.compile(r"(?:\bthe\s)?(?:[a-zà-þ]+\s)?\b([a-zà-þ-]+)\s(\(?)$", re.IGNORECASE)
_FIELD = re.compile(r":|\s+#?\d")
_CLOSING = re.compile(r"[^()\n]{0,40}\)")
_BEFORE = re.compile(r"[\w’'/&]+")
_NO_NAME = {MentionKind.MOMENT, MentionKind.REFERENCE, MentionKind.MONEY, MentionKind.DURATION, MentionKind.EMAIL}
_NEAR = 40
"""So many characters before a name may say who they are."""
_MOST = 400
"""How many names of a text are looked at; a brief needs those near its beginning and its end."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and what is read of it."""

    span: Span
    words: int
    readings: frozenset[str]


def names(situation: Situation) -> tuple[Name, ...]:
    """Every name in reading order; a name that stands in several places stands here as often."""
    found = sorted(set(_spans(situation)))
    if len(found) > _MOST:
        found = [*found[: _MOST // 2], *found[-_MOST // 2 :]]
    often = Counter(situation.quote(span).casefold() for span in found)
    starts = [sentence.span.start for sentence in situation.sentences]
    ours = _ours(situation)
    speakers = _speakers(situation)
    told = []
    for order, span in enumerate(found):
        said = situation.quote(span)
        if said.casefold() in speakers:
            continue
        read = set(_read(situation, span, said)) | _order(order, len(found))
        read |= {"repeated"} if often[said.casefold()] > 1 else set()
        read |= {"starts sentence"} if _opens(starts, span.start) else set()
        read |= {"ours"} if any(word in ours for word in said.casefold().split()) else set()
        told.append(Name(span, len(said.split()), frozenset(read)))
    return tuple(told)


def _opens(starts: list[int], at: int) -> bool:
    found = bisect_left(starts, at)
    return found < len(starts) and starts[found] == at


def _spans(situation: Situation) -> Iterator[Span]:
    starts = [mention.span.start for mention in situation.mentions]
    for passage in situation.passages:
        yield from _label(situation, passage)
        label = (passage.label or "").casefold()
        if passage.place is Place.FIELD and label in case_names()["to"] and passage.holder is not Holder.AGENT:
            continue
        start = passage.body.start if passage.label or passage.moment else passage.span.start
        for match in _name().finditer(situation.text, start, passage.span.end):
            span = Span(match.start(), match.end() - match.group().endswith("."))
            near = situation.mentions[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]
            free = _free(span, [mention.span for mention in near if mention.kind in _NO_NAME])
            named = _stripped(situation.text, free) if free else None
            if named and situation.text[named.start].isupper() and _is_name(situation.text, named):
                yield named


def _is_name(text: str, span: Span) -> bool:
    """Whether it names somebody: no street, no field of a ticket ("Priority: normal"), nobody who works for us."""
    said = span.of(text).casefold()
    field = bool(said in case_names()["fields"] and _FIELD.match(text, span.end))
    field |= said in case_names()["kinds"] and text[span.end : span.end + 1] == ":"
    before = _BEFORE.findall(text, max(0, span.start - _NEAR), span.start)[-1:]
    ours = (
        text[span.start - 1 : span.start] == " " and {word.casefold() for word in before} & case_names()["before_ours"]
    )
    return not field and not ours and not _is_address(text, span)


def _is_address(text: str, span: Span) -> bool:
    """Whether it is a street with its number: "18 Lime Walk"."""
    said = span.of(text).casefold().split()
    number = text[max(0, span.start - 2) : span.start].strip()
    return len(said) > 1 and said[-1] in case_names()["streets"] and number.isdigit()


def _free(span: Span, taken: list[Span]) -> Span | None:
    """The name behind what stands at its head and is none, as a reference in "GL-90210 Bauer & Sons"."""
    for other in taken:
        if other.overlap(span):
            if other.start > span.start or other.end >= span.end:
                return None
            span = Span(other.end, span.end)
    return span


@cache
def _name() -> re.Pattern[str]:
    """What is written like a name: a title's full stop does not end it, two spaces do."""
    titles = "|".join(title.capitalize() for title in sorted(case_names()["titles"]))
    word = rf"(?:\b(?:{titles})\.(?=[ \t]?[A-ZÀ-Þ])|{_WORD})"
    return re.compile(
        rf"{word}(?:[ \t]?(?:(?:of|the|and|&|de|du|van|von|der|la|al|bin)[ \t]+)?(?<=[\s.]){word}|[ \t]\d{{1,3}}\b)*"
    )


def _stripped(text: str, span: Span) -> Span | None:
    """The name without words such as "The" or "Customer" that stand at its head in capitals."""
    known = case_names()
    start = span.start
    for word in _BEFORE.finditer(text, span.start, span.end):
        said = word.group().casefold()
        if said not in known["never"] and said not in known["before_customer"] and said not in known["before_contact"]:
            break
        start = word.end()
    start += len(text[start : span.end]) - len(text[start : span.end].lstrip(" .\t"))
    behind = _BEFORE.match(text, span.end + 1)
    end = behind.end() if behind and behind.group() in known["kinds"] else span.end
    return Span(start, end) if start < span.end else None


def with_role(text: str, span: Span) -> Span:
    """A name together with the bracket, the age or the role behind it, and with who they are to somebody before it."""
    found = _ASIDE.match(text, span.end)
    role = found.group("role") if found else None
    fits = found is not None and (role is None or bool(set(role.casefold().split()) & case_names()["roles"]))
    return _ahead(text, Span(span.start, found.end() if found and fits else span.end))


def _ahead(text: str, span: Span) -> Span:
    """The words before a name, or before the bracket that holds it: "daughter Carol", "the charge nurse (Kwabena)"."""
    near = max(0, span.start - _NEAR)
    found = _AHEAD.search(text[near : span.start])
    if not found or not {found.group(1).casefold()} & (case_names()["kin"] | case_names()["roles"]):
        return span
    if not found.group(2):
        return Span(near + found.start(1), span.end)
    closed = _CLOSING.match(text, span.end)
    return Span(near + found.start(), closed.end()) if closed else span


def _label(situation: Situation, passage: Passage) -> Iterator[Span]:
    """A speaker's own name, without the bracket behind it or what they do: "Mrs Tarn rings"."""
    if passage.place is not Place.FIELD and passage.label:
        at = situation.text.find(passage.label, passage.span.start, passage.span.end)
        name = passage.label.split("(")[0].rstrip()
        does = next(
            (word.start() for word in _BEFORE.finditer(name) if word.group() in case_names()["after"]), len(name)
        )
        if at >= 0:
            yield Span(at, at + len(name[:does].rstrip() or name))


def _speakers(situation: Situation) -> frozenset[str]:
    """The names of our own speakers, where a customer speaks too."""
    spoken = [one for one in situation.passages if one.label and one.place is not Place.FIELD]
    if all(one.holder is not Holder.CUSTOMER for one in spoken):
        return frozenset()
    labels = ((one.label or "").casefold() for one in spoken if one.holder is Holder.AGENT)
    return frozenset(name for label in labels for name in (label, label.partition("(")[0].strip()))


def _ours(situation: Situation) -> frozenset[str]:
    """The words of the address that the customer wrote to, and of what stands in brackets behind our speakers."""
    said: list[str] = []
    for passage in situation.passages:
        label = (passage.label or "").casefold()
        if passage.place is Place.FIELD and label in case_names()["to"]:
            said.extend(re.findall(r"[a-zà-þ]{3,}", situation.quote(passage.body).casefold()))
        elif "(" in label:
            said.extend(re.findall(r"[a-zà-þ]{3,}", label.partition("(")[2]))
    return frozenset(said) - case_names()["kinds"]


def _order(order: int, total: int) -> set[str]:
    told = {f"name {order + 1}"} if order < 3 else {f"part {4 * order // max(1, total) + 1} of 4"}
    return told | ({"last name"} if order >= total - 2 else set())


def _read(situation: Situation, span: Span, said: str) -> Iterator[str]:
    passage = situation.passage(span)
    yield f"in {passage.place}"
    yield f"by {passage.holder}"
    words = [word.strip(".,'’").casefold() for word in said.split()]
    yield f"{min(len(words), 4)} words"
    if said.isupper() and len(said) < 6:
        yield "capitals"
    known = case_names()
    if words[0] in known["titles"]:
        yield "title"
    if set(words) & known["kinds"] or "&" in words:
        yield "organisation"
    if span.start < passage.body.start and passage.place is not Place.FIELD:
        yield from _speaker(situation, passage)
    elif passage.place is Place.FIELD and passage.label:
        yield from _labelled(passage, span)
    yield from _around(situation, span)


def _speaker(situation: Situation, passage: Passage) -> Iterator[str]:
    yield "speaks"
    first = next((one for one in situation.passages if one.label and one.place is not Place.FIELD), None)
    if first and passage.label == first.label:
        yield "speaks first"
    if passage.holder is Holder.AGENT and "(" not in (passage.label or ""):
        yield "speaks for us"


def _labelled(passage: Passage, span: Span) -> Iterator[str]:
    label = (passage.label or "").casefold()
    kinds = [kind for kind in ("customer", "contact") if label in case_cues()[kind].labels]
    yield from (f"label {kind}" for kind in kinds)
    if span.start == passage.body.start:
        yield "starts field"
        yield from (f"starts {kind} field" for kind in kinds)
    if not kinds:
        yield "label to" if label in case_names()["to"] else "label other"


def _around(situation: Situation, span: Span) -> Iterator[str]:
    text = situation.text
    before = [found.casefold() for found in _BEFORE.findall(text, max(0, span.start - 30), span.start)][-3:]
    known = case_names()
    for name in ("customer", "contact", "works"):
        if set(before) & known[f"before_{name}"]:
            yield f"behind {name}"
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    if not line.strip():
        yield "starts line"
    ahead = text[span.end : span.end + 2]
    if ahead[:1] in {",", "("} or ahead == " (":
        yield "aside follows"
    if ahead[:1] in {"", "\n"}:
        yield "ends line" if line.strip() else "line of its own"
    after = _BEFORE.match(text, span.end + 1)
    if after and after.group().casefold() in known["after"]:
        yield "acts"
    if text[span.start - 1 : span.start] in {"(", "“", '"'}:
        yield "in brackets"
