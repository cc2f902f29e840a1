"""Weigh anew what speaks for each sort of fact, from cases whose facts are labelled: python tools/weigh_facts.py CASES…

Each argument is a folder of case files. For every sort of fact the weights are those under which the labelled places
are likeliest among all places of their situation; small ones are dropped. They replace those of the data file; with
"--facts" the weights of names stay as they are.
"""

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import copysign, exp
from pathlib import Path

from escalation_core.facts.choice import NOWHERE, may_tell
from escalation_core.facts.names import names
from escalation_core.facts.pieces import pieces
from escalation_core.facts.runs import runs
from escalation_core.facts.situation import read_situation
from escalation_core.language.case import case_weights
from escalation_core.model.facts import FactKind
from escalation_core.model.span import Span

DATA = Path(__file__).parents[1] / "src" / "escalation_core" / "language" / "en" / "case.toml"
MARK = "# ---- weights"
PEOPLE = ("customer", "contact")
KINDS = (
    "customer", "contact", "account", "issue", "impact", "started", "tried", "status", "ask", "deadline", "commitments",
)  # fmt: skip
HELD_OUT = {
    "telecom-nested", "payroll-mixed-paddockpay", "parcels-table-pennant", "pharmacy-bullets-fernhill",
    "university-prose-aldermoor", "water-ifthen-merrow", "leisure-prose-amberholt", "nursery-headings-pippinfold",
    "ticketing-levels-velpass",
}  # fmt: skip
ROUNDS, STEP, DECAY, DROP, LEAST = 20, 0.12, 2e-3, 0.04, 0.2
Example = tuple[Sequence[frozenset[str]], int]


def main() -> None:
    """Read the cases, weigh, and write."""
    examples: dict[str, list[Example]] = defaultdict(list)
    folders = [said for said in sys.argv[1:] if said != "--facts"]
    stay = PEOPLE if "--facts" in sys.argv else ()
    for folder in folders:
        for file in sorted(Path(folder).glob("*.json")):
            if file.stem not in HELD_OUT:
                for case in json.loads(file.read_text("utf-8"))["cases"]:
                    for kind, example in _examples(case):
                        examples[kind].append(example)
    kept = DATA.read_text("utf-8").split(MARK)[0]
    weights = {kind: case_weights(kind) if kind in stay else weigh(examples[kind]) for kind in KINDS}
    DATA.write_text(kept + MARK + _header(DATA) + "".join(_table(kind, weights[kind]) for kind in KINDS))


def weigh(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of one sort of fact; the same examples give the same weights."""
    weights: dict[str, float] = defaultdict(float)
    order, dice = list(examples), random.Random(1)
    for turn in range(ROUNDS):
        dice.shuffle(order)
        for places, right in order:
            _step(weights, places, right, STEP / (1 + turn * 0.3))
        if turn % 3 == 2:
            for name, weight in weights.items():
                weights[name] = copysign(max(0.0, abs(weight) - DROP), weight)
    return dict(weights)


def _step(weights: dict[str, float], places: Sequence[frozenset[str]], right: int, step: float) -> None:
    sums = [sum(weights.get(name, 0.0) for name in sorted(read)) for read in places]
    shares = [exp(weight - max(sums)) for weight in sums]
    whole = sum(shares)
    change: dict[str, float] = defaultdict(float)
    for read, share in zip(places, shares, strict=True):
        for name in sorted(read):
            change[name] -= share / whole
    for name in places[right]:
        change[name] += 1
    for name, much in change.items():
        weights[name] += step * much - step * DECAY * weights[name]


def _examples(case: dict[str, object]) -> Iterator[tuple[str, Example]]:
    """Of each sort of fact its places in a case and which of them holds it; the last one stands for nowhere."""
    text, facts = str(case["situation"]), case.get("facts") or {}
    assert isinstance(facts, dict)
    situation = read_situation(text)
    people = [(name.span, name.readings) for name in names(situation)]
    found = [(run.span, run.readings) for run in runs(pieces(situation))]
    for kind in KINDS:
        told = [facts[kind]] if isinstance(facts.get(kind), str) else facts.get(kind, [])
        places = people if kind in PEOPLE else [one for one in found if may_tell(one[1], FactKind(kind))]
        readings = [read for _, read in places] + ([] if kind in PEOPLE else [frozenset({NOWHERE})])
        for fact in told:
            at = text.find(fact)
            right = _person(text, people, fact) if kind in PEOPLE else _place(places, Span(at, at + len(fact)))
            if right is not None:
                yield kind, (readings, right)
        if not told and kind not in PEOPLE:
            yield kind, (readings, len(places))


def _place(places: Sequence[tuple[Span, frozenset[str]]], fact: Span) -> int | None:
    """The shortest place that holds a fact, give or take the full stop at its end."""
    held = [at for at, (span, _) in enumerate(places) if span.start <= fact.start and fact.end <= span.end + 1]
    return min(held, key=lambda at: places[at][0].end - places[at][0].start, default=None)


def _person(text: str, people: Sequence[tuple[Span, frozenset[str]]], fact: str) -> int | None:
    """The longest name that lies in a fact, where it stands first."""
    said = [_squashed(span.of(text)) for span, _ in people]
    held = [at for at, name in enumerate(said) if name and name in _squashed(fact)]
    return max(held, key=lambda at: (len(said[at]), -at), default=None)


def _squashed(said: str) -> str:
    return re.sub(r"[\W_]+", " ", said.casefold()).strip()


def _header(data: Path) -> str:
    """The remark behind the mark, up to the first table."""
    return data.read_text("utf-8").split(MARK)[1].split("\n[", 1)[0].rstrip() + "\n"


def _table(kind: str, weights: dict[str, float]) -> str:
    kept = sorted(((round(weight, 1), name) for name, weight in weights.items()), key=lambda one: (-one[0], one[1]))
    return f"\n[weights.{kind}]\n" + "".join(f'"{name}" = {weight}\n' for weight, name in kept if abs(weight) >= LEAST)


if __name__ == "__main__":
    main()
