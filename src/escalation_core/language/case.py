"""How a situation tells the facts of the case, read from data."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from escalation_core.language.tables import table


@dataclass(frozen=True, slots=True)
class CaseCues:
    """One sort of fact: the labels of fields that hold it, the phrases that state it, with examples.

    `counts` and `does_not_count` are its examples: sentences that state it, and sentences that do not; it is
    read only where one of the readings that it `needs` is.
    """

    labels: frozenset[str]
    cues: tuple[str, ...]
    counts: tuple[str, ...] = ()
    does_not_count: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseReadings:
    """What else is read in a clause: phrases by name, and the endings of words that tell of something done or going on.

    `counts` and `does_not_count` are examples by the same names.
    """

    phrases: dict[str, tuple[str, ...]]
    endings: tuple[str, ...]
    ongoing: tuple[str, ...]
    counts: dict[str, tuple[str, ...]]
    does_not_count: dict[str, tuple[str, ...]]


@cache
def case_cues() -> dict[str, CaseCues]:
    """The English cues by sort of fact, read once."""
    data = _data()
    return {
        name: CaseCues(
            frozenset(told.get("labels", ())),
            tuple(told["cues"]),
            tuple(told.get("counts", ())),
            tuple(told.get("does_not_count", ())),
            frozenset(told.get("needs", ())),
        )
        for name, told in data["fact"].items()
    }


@cache
def case_readings() -> CaseReadings:
    """What else is read in a clause."""

    def column(key: str) -> dict[str, tuple[str, ...]]:
        return {name: tuple(told[key]) for name, told in _data()["reading"].items()}

    done = _data()["done"]
    return CaseReadings(
        column("cues"), tuple(done["endings"]), tuple(done["ongoing"]), column("counts"), column("does_not_count")
    )


@cache
def case_details() -> dict[str, frozenset[str]]:
    """The labels of fields that hold what else the brief names, by its name; each is a reading of the same name too."""
    return {name: frozenset(labels) for name, labels in _data()["detail"].items()}


@cache
def case_weights(kind: str) -> dict[str, float]:
    """How much each reading speaks for a sort of fact, or against it."""
    return {name: float(weight) for name, weight in _data()["weights"].get(kind, {}).items()}


@cache
def case_names() -> dict[str, frozenset[str]]:
    """The words by which people and organisations are known."""
    return {name: frozenset(told) for name, told in _data()["names"].items()}


@cache
def _data() -> dict[str, Any]:
    return table("en/case")
