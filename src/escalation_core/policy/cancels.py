"""What an exception or a do-not-escalate rule switches off, and what it spares."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from escalation_core.language.cancelling import cancelling_words, has_any
from escalation_core.model.policy import Item, Kind
from escalation_core.policy.clauses import content
from escalation_core.policy.phrasing import compiled, opening
from escalation_core.policy.topics import names_level, topical
from escalation_core.text.words import words

_PARTS = re.compile(r",|\band\b|&")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CLAUSE = re.compile(r"(?<!\d)\.(?!\d)|[;:\n]|,(?=\s+(?:and|but|all|only|whatever|then)\b)|\bthen\b")
_NUMBER = re.compile(r"(?<![\w.])[A-Z]?\d+(?:\.\d+)*(?![\w%]|\.\d)")


def cancels(rule: Item, items: Sequence[Item], text: str) -> tuple[str, ...]:
    """The ids of the triggers that the rule switches off when it is met, in the order of the policy."""
    triggers = [item for item in items if item.kind is Kind.TRIGGER]
    under = [item for item in triggers if item.id == rule.under or rule in item.parts or _numbered_under(rule, item)]
    named, spared = _named(rule, triggers, text)
    if named:
        return tuple(item.id for item in triggers if item in named and item not in spared)
    if under:
        return tuple(item.id for item in under)
    left = [item for item in triggers if item not in spared]
    return tuple(item.id for item in topical(rule.span.of(text), left, text) or left)


def _numbered_under(rule: Item, item: Item) -> bool:
    """Whether "4.1" stands under "4"."""
    label = (item.label or "").rstrip(".):")
    return bool(label) and (rule.label or "").startswith(f"{label}.")


def _named(rule: Item, triggers: Sequence[Item], text: str) -> tuple[list[Item], list[Item]]:
    named: list[Item] = []
    spared: list[Item] = []
    own = _behind_lead(rule.span.of(text))
    for clause in (*_clauses(own), *_clauses("" if rule.under else rule.heading or "")):
        forms = [word.form for word in words(clause)]
        said = " ".join(forms)
        if not said or has_any(forms, cancelling_words().others):
            continue
        only = said.startswith(cancelling_words().only) or _only().search(clause)
        sparing = bool(only) or has_any(forms, cancelling_words().spares)
        if sparing and has_any(forms, cancelling_words().reversed):
            spared += _meant(_after(said), triggers, text, loosely=True, beside=rule.heading)
            continue
        found = _meant(clause, triggers, text, loosely=sparing, beside=rule.heading)
        (spared if sparing else named).extend(found)
    return named, spared


def _behind_lead(said: str) -> str:
    """What a rule says behind the words that only say that it is an exception; "except 3" spares nothing of itself."""
    lead = opening("cues", "exception", "starts").match(said)
    return said[lead.end() :] if lead else said


def _after(said: str) -> str:
    """What stands behind the first cue of an exception, if there is one."""
    found = [said.partition(cue)[2] for cue in cancelling_words().but if cue in said]
    return max(found, key=len, default="")


def _clauses(said: str) -> Iterator[str]:
    """The clauses of a text; what stands in brackets is a clause of its own."""
    for clause in _CLAUSE.split(said):
        yield _BRACKETS.sub(" ", clause)
        yield from _BRACKETS.findall(clause)


def _meant(clause: str, triggers: Sequence[Item], text: str, *, loosely: bool, beside: str | None) -> list[Item]:
    strict = list(dict.fromkeys(_references(clause, triggers, text, beside=beside)))
    if strict or not loosely:
        return strict
    return [item for part in _PARTS.split(clause) for item in _likest(part, triggers, text)]


def _likest(part: str, triggers: Sequence[Item], text: str) -> list[Item]:
    """The criteria whose first words, heading or team share most words with a part of the clause."""
    stems = set(content(words(part)))
    shares = [len(stems & set(content(words(_head(item, text))))) for item in triggers]
    most = max(shares, default=0)
    return [item for item, share in zip(triggers, shares, strict=True) if share == most and most > 0]


def _references(clause: str, triggers: Sequence[Item], text: str, *, beside: str | None) -> Iterator[Item]:
    said = clause.casefold()
    labels = {match.group().casefold() for match in _NUMBER.finditer(clause)}
    named = [one.group().casefold() for ref in _referring().finditer(clause) for one in _NUMBER.finditer(ref[0])]
    ordinals = {cancelling_words().ordinals.get(word.form) for word in words(clause)} - {None}
    levelled = [item for item in triggers if item.severity and names_level(item.severity, said)]
    scope = levelled or triggers
    for item in triggers:
        label = _label(item, text)
        number = scope.index(item) + 1 if item in scope else 0
        if (
            (label and (label in labels or any(label.startswith(f"{one}.") for one in named)))
            or (ordinals & {number, number - 1 - len(scope)} and number and _rows(said))
            or (item.route and _names(item.route, said))
            or (item.heading and item.heading not in (beside or "") and _names(item.heading, said))
        ):
            yield item


def _label(item: Item, text: str) -> str:
    """The number under which a criterion stands, in its own words where the outline names none."""
    said = item.span.of(text).lstrip("*_ ")
    own = _NUMBER.match(said) or next(_NUMBER.finditer(ref[0] if (ref := _referring().match(said)) else ""), None)
    return (item.label or (own.group() if own else "")).rstrip(".):").casefold()


@cache
def _only() -> re.Pattern[str]:
    """That no other criteria hold than those named by number: "only 2.1 and 2.3 hold"."""
    return re.compile(rf"\b{cancelling_words().only}(?:{compiled(('§',)).pattern}|{_NUMBER.pattern})", re.IGNORECASE)


@cache
def _referring() -> re.Pattern[str]:
    """One criterion or several, or a section of them, named by number."""
    return compiled(("§",))


def _rows(said: str) -> bool:
    return any(word in said for word in cancelling_words().rows)


def _names(name: str, said: str) -> bool:
    plain = re.split(r"[(:,/–—]", name.casefold())[0].strip(" #*")
    return len(plain) > 2 and bool(re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said))


def _head(item: Item, text: str) -> str:
    """What a criterion is called for short: its first words, its heading and its team."""
    first = " ".join(item.span.of(text).split()[:8])
    return f"{first} {item.route or ''} {item.heading or ''}"
