"""How the sentences of criteria are put together, read from data."""

from dataclasses import dataclass
from functools import cache

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Connectives by what they do, cues beside quantities, and the words that are vague or carry nothing."""

    connectives: dict[str, str]
    verbs: frozenset[str]
    window_before: tuple[str, ...]
    until_before: tuple[str, ...]
    until_after: tuple[str, ...]
    notice: tuple[str, ...]
    tying_after: frozenset[str]
    tying_within: tuple[str, ...]
    tying_within_after: frozenset[str]
    age_before: tuple[str, ...]
    age_after: tuple[str, ...]
    not_yet: frozenset[str]
    withheld: frozenset[str]
    after_due: frozenset[str]
    until_due: frozenset[str]
    due: frozenset[str]
    measures: dict[str, frozenset[str]]
    vague: frozenset[str]
    light: frozenset[str]
    openings: frozenset[str]
    closings: frozenset[str]
    prepositions: frozenset[str]
    loose: frozenset[str]
    beside: frozenset[str]
    asides: frozenset[str]
    resuming: dict[str, tuple[tuple[str, ...], ...]]
    reasons: tuple[str, ...]
    relatives: frozenset[str]
    lasting: str
    subjects: tuple[str, ...]
    anaphora: tuple[str, ...]
    states: dict[str, tuple[str, ...]]
    of_each: frozenset[str]
    listing: frozenset[str]
    deferring: tuple[str, ...]
    back: frozenset[str]
    summing: frozenset[str]
    widening: tuple[str, ...]
    helping: frozenset[str]


@cache
def condition_words() -> ConditionWords:
    """The English table, read once."""
    data = table("en/conditions")
    joined = data["connectives"]
    return ConditionWords(
        connectives={word: kind for kind in ("and", "or", "unless") for word in joined[kind]},
        verbs=frozenset(joined["verbs"].split()),
        window_before=tuple(data["windows"]["before"]),
        until_before=tuple(data["until"]["before"]),
        tying_after=frozenset(data["between"]["after"]),
        tying_within=tuple(data["between"]["within"]),
        tying_within_after=frozenset(data["between"]["behind_within"]),
        notice=tuple(data["until"]["notice"]),
        until_after=tuple(data["until"]["after"]),
        age_before=tuple(data["age"]["before"]),
        age_after=tuple(data["age"]["after"]),
        withheld=frozenset(data["between"]["withheld"]),
        not_yet=frozenset(data["age"]["not_yet"]),
        after_due=frozenset(data["between"]["after_due"]),
        until_due=frozenset(data["between"]["until_due"]),
        due=frozenset(data["between"]["due"]),
        measures={name: frozenset(nouns) for name, nouns in data["measures"].items()},
        vague=frozenset(data["vague"]["words"]),
        openings=frozenset(data["frames"]["openings"]),
        prepositions=frozenset(data["frames"]["prepositions"]),
        closings=frozenset(data["frames"]["closings"]),
        asides=frozenset(data["loose"]["asides"].split()),
        loose=frozenset(data["loose"]["words"].split()),
        beside=frozenset(data["loose"]["beside"].split()),
        listing=frozenset(data["connectives"]["listing"]),
        light=frozenset(data["light"]["words"].split()),
        resuming={join: tuple(tuple(said.split()) for said in phrases) for join, phrases in data["resuming"].items()},
        lasting=data["frames"]["lasting"],
        helping=frozenset(data["frames"]["helping"]),
        summing=frozenset(data["frames"]["summing"]),
        back=frozenset(data["frames"]["back"]),
        deferring=tuple(data["deferring"]["phrases"]),
        widening=tuple(data["widening"]["phrases"]),
        of_each=frozenset(data["frames"]["of_each"]),
        relatives=frozenset(data["frames"]["relatives"]),
        reasons=tuple(data["reasons"]["before"]),
        states={name: tuple(phrases) for name, phrases in data["states"].items()},
        anaphora=tuple(data["anaphora"]["phrases"]),
        subjects=tuple(data["subjects"]["phrases"]),
    )
