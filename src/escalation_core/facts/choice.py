"""Which words of a situation are worth telling: the likeliest places of each sort of fact, within a number of words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby
from math import exp, fsum, inf

from escalation_core.facts.pieces import Piece
from escalation_core.facts.runs import Run
from escalation_core.language.case import case_cues, case_weights
from escalation_core.model.facts import DETAILS, FactKind
from escalation_core.model.span import Span

_LOOKED_AT = 14
"""How many places of each sort of fact are compared; the others are far less likely."""
_THRIFT = 0.8
"""How much a word costs: 1 would prefer the shortest quotes, 0 the richest."""
_WORTHWHILE = 0.012
"""What a run must add at least, measured by its words, to be quoted at all."""
_MANY = 1.2
"""More than one thing is tried as a rule; of the other facts there is one."""
_FEW = 6
"""A result is told in fewer words."""
_SHORT = 14
"""A labelled field of at most so many words is quoted whole."""
_LIKELY = 0.15
"""How likely a quote must be of its sort to stand under that title; anything else is part of what happened."""
_ATTEMPT = 0.08
"""The same for an attempt: there are several, and each is the less likely to be the one."""
_SURE = 0.4
"""How likely a place must be to be named as the fact of a sort that has no quote of its own."""
_NAMED = frozenset({f"label {FactKind.CUSTOMER}", f"label {FactKind.CONTACT}"})
"""A field for a name says who it is, and how it stands with their account, nothing else."""
_HAPPENED = frozenset({"problem", "issue", "cannot", "started", "promise", "holds done"})
"""What a line that names the time of a call must tell besides, to tell anything of the case."""
_NOT_OURS = frozenset({"supposed", "quoted"})
"""What somebody is quoted with, or would do in some case, is no promise of ours."""
_OPEN = frozenset({FactKind.ISSUE, FactKind.TRIED, FactKind.STATUS})
"""What happened, what was done and how it stands can be told in any words; the others need words of their own."""
NOWHERE = "nowhere"
"""The weight by this name says how likely a fact of the kind is not told at all."""
_EARNEST = frozenset({FactKind.ISSUE, FactKind.IMPACT, FactKind.TRIED, FactKind.STATUS})
_FRAME = frozenset({"noise", "in columns", "when sent"})
"""Greetings, thanks, praise, the first line of a ticket and the date of a mail tell nothing of those."""
TOLD = tuple(
    kind for kind in FactKind if kind not in {FactKind.CUSTOMER, FactKind.CONTACT, FactKind.REFERENCE, *DETAILS}
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stretch to quote, and the sort of fact that it tells first of all."""

    kind: FactKind
    span: Span
    share: float
    """How likely the fact of that sort stands here."""


def likely(readings: Sequence[frozenset[str]], kind: FactKind) -> list[float]:
    """How likely each of these places is to hold the fact of a kind; what they lack to one is how likely none is told."""
    weighs = case_weights(kind.value)
    sums = [fsum(weighs.get(name, 0.0) for name in read) for read in readings]
    none = weighs.get(NOWHERE, -inf)
    most = max(sums, default=0.0)
    shares = [exp(weight - most) for weight in sums]
    whole = fsum(shares) + exp(none - most)
    return [share / whole for share in shares]


def choose(told: Sequence[Piece], found: Sequence[Run], budget: int) -> tuple[Chosen, ...]:
    """The stretches to quote in reading order, then the places of facts that lie within them."""
    readings = [run.readings for run in found]
    best: dict[FactKind, list[tuple[float, int]]] = {}
    for kind in TOLD:
        able = [at for at, read in enumerate(readings) if may_tell(read, kind)]
        shares = likely([readings[at] for at in able], kind)
        best[kind] = nlargest(_LOOKED_AT, zip(shares, able, strict=True))
    taken = _taken(told, found, best, budget)
    quotes = _quotes(told, found, best, taken)
    return (*quotes, *_within(found, best, taken, quotes))


def may_tell(read: frozenset[str], kind: FactKind) -> bool:
    """Whether a place can hold this sort of fact: no label says that it holds another, and it has the words it takes."""
    labels = {f"label {other}" for other in TOLD} & read
    if "asked by agent" in read or (kind in _EARNEST and not labels and not read.isdisjoint(_FRAME)):
        return False
    if kind is not FactKind.ACCOUNT and not read.isdisjoint(_NAMED):
        return False
    if labels and f"label {kind}" not in labels:
        return False
    if "contacted" in read and read.isdisjoint(_HAPPENED):
        return False
    if kind is FactKind.ASK and "opens promise" in read:
        return False
    if kind is FactKind.COMMITMENT and not labels and not read.isdisjoint(_NOT_OURS):
        return False
    return kind in _OPEN or _speaks(read, kind)


def _speaks(read: frozenset[str], kind: FactKind) -> bool:
    """Whether anything in a place speaks of this sort of fact."""
    return not read.isdisjoint(case_cues()[kind.value].needs)


def _taken(
    told: Sequence[Piece], found: Sequence[Run], best: Mapping[FactKind, list[tuple[float, int]]], budget: int
) -> set[int]:
    """The pieces worth their words, most worth first."""
    worth: dict[int, float] = {}
    for kind, places in best.items():
        for share, at in places:
            worth[at] = worth.get(at, 0.0) + share * (_MANY if kind is FactKind.TRIED else 1.0)
    first = max(best[FactKind.STARTED], default=(0.0, -1))[1]
    worth = {at: much for at, much in worth.items() if at == first or not _only_stamp(told, found[at])}
    held = {at: [(other, worth[other]) for other in worth if _holds(found[at], found[other])] for at in worth}
    taken = set(_labelled(told))
    budget -= sum(told[at].words for at in taken)

    def rate(at: int) -> float:
        """What a run would add, measured by the words it would cost."""
        cost = sum(told[piece].words for piece in _new(found[at], taken))
        if cost > budget:
            return 0.0
        gain = sum(share for other, share in held[at] if _new(found[other], taken))
        return float(gain / max(1, cost) ** _THRIFT)

    while True:
        most, at = max(((rate(at), -at) for at in worth), default=(0.0, 0))
        if most < _WORTHWHILE:
            return taken | set(_results(told, taken))
        new = _new(found[-at], taken)
        budget -= sum(told[piece].words for piece in new)
        taken.update(new)


def _results(told: Sequence[Piece], taken: set[int]) -> Iterator[int]:
    """The few words right behind an attempt that say what came of it."""
    for at in sorted(taken):
        attempt, result = told[at], told[min(at + 1, len(told) - 1)]
        near = result.passage == attempt.passage and result.words < _FEW
        if near and "action" in attempt.readings and "result" in result.readings:
            yield min(at + 1, len(told) - 1)


def _only_stamp(told: Sequence[Piece], run: Run) -> bool:
    """A time without what happened then says nothing, unless it is the time since when it has been so."""
    return run.first == run.last and "stamp" in told[run.first].readings


def _labelled(told: Sequence[Piece]) -> Iterator[int]:
    """The pieces of short fields whose label says what they hold."""
    for _, members in groupby(range(len(told)), key=lambda at: told[at].passage):
        row = list(members)
        named = any(f"label {kind}" in told[row[0]].readings for kind in TOLD)
        if named and sum(told[at].words for at in row) <= _SHORT:
            yield from row


def _holds(run: Run, other: Run) -> bool:
    return run.first <= other.first and other.last <= run.last


def _new(run: Run, taken: set[int]) -> list[int]:
    return [piece for piece in range(run.first, run.last + 1) if piece not in taken]


def _quotes(
    told: Sequence[Piece], found: Sequence[Run], best: Mapping[FactKind, list[tuple[float, int]]], taken: set[int]
) -> list[Chosen]:
    """What is taken as quotes, each under the kind that is likeliest there; a sentence goes on where the last one left off
    if both tell of one kind, or it holds the result of an attempt.
    """
    quotes: list[Chosen] = []
    ended: Piece | None = None
    for row in _rows(told, taken):
        quote = _quote(told, found, best, row)
        if quote.kind is FactKind.ISSUE and not may_tell(told[row[0]].readings, FactKind.ISSUE):
            continue
        if (
            ended
            and ended is told[row[0] - 1]
            and _joins(ended, told[row[0]])
            and _goes_on(quotes[-1], quote, told, row)
        ):
            last = quotes.pop()
            quote = Chosen(last.kind, Span(last.span.start, quote.span.end), last.share)
        quotes.append(quote)
        ended = told[row[-1]]
    return quotes


def _rows(told: Sequence[Piece], taken: set[int]) -> list[list[int]]:
    """What is taken, neighbouring pieces of a sentence together."""
    rows: list[list[int]] = []
    for piece in sorted(taken):
        neighbours = rows and rows[-1][-1] == piece - 1 and told[piece - 1].sentence == told[piece].sentence
        if neighbours and _joins(told[piece - 1], told[piece]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [row for row in rows if _worth_saying(told, row)]


def _joins(left: Piece, right: Piece) -> bool:
    """Whether two neighbours stand in one message; the first time of all, and a column, stand by themselves."""
    return left.passage == right.passage and left.readings.isdisjoint({"first stamp", "in columns"})


def _goes_on(last: Chosen, quote: Chosen, told: Sequence[Piece], row: list[int]) -> bool:
    """Whether a sentence belongs to the quote before it."""
    result = last.kind is FactKind.TRIED and any("result" in told[at].readings for at in row)
    return result or last.kind is quote.kind


def _worth_saying(told: Sequence[Piece], row: list[int]) -> bool:
    """A single word says nothing, nor do words that only point, unless a label or its shape says what it is."""
    read = told[row[0]].readings
    said = [told[at] for at in row if "stamp" not in told[at].readings]
    says = sum(piece.words for piece in said) > 1 and any("bare" not in piece.readings for piece in said)
    return says or not said or any(f"label {kind}" in read for kind in TOLD)


def _quote(
    told: Sequence[Piece], found: Sequence[Run], best: Mapping[FactKind, list[tuple[float, int]]], row: list[int]
) -> Chosen:
    """These pieces under the kind most of whose likely places share words with them."""

    def share(kind: FactKind) -> float:
        return sum(
            share
            for share, at in best[kind]
            if found[at].first <= row[-1] and row[0] <= found[at].last and _speaks(found[at].readings, kind)
        )

    labels = [kind for kind in TOLD if f"label {kind}" in told[row[0]].readings]
    kind = labels[0] if len(labels) == 1 else max(TOLD, key=lambda kind: (share(kind), kind is FactKind.ISSUE))
    if len(row) == 1 and "stamp" in told[row[0]].readings:
        kind = FactKind.STARTED
    elif not labels and share(kind) < (_ATTEMPT if kind is FactKind.TRIED else _LIKELY):
        done = any({"action", "in log_line"} <= told[at].readings for at in row)
        kind = FactKind.TRIED if done else FactKind.ISSUE
    return Chosen(kind, Span(told[row[0]].span.start, told[row[-1]].span.end), share(kind))


def _within(
    found: Sequence[Run], best: Mapping[FactKind, list[tuple[float, int]]], taken: set[int], quotes: Sequence[Chosen]
) -> Iterator[Chosen]:
    """For each kind without a quote of its own, its likeliest place in what is quoted already."""
    told = {quote.kind for quote in quotes}
    for kind, places in best.items():
        if kind in told:
            continue
        spoken = [(share, at) for share, at in places if _speaks(found[at].readings, kind)]
        if kind is not FactKind.ISSUE:  # without that one a brief says nothing: the likeliest quoted stands for it
            spoken = [one for one in spoken if one == places[0] and one[0] >= _SURE]
        sure = [(share, at) for share, at in spoken if not _new(found[at], taken)]
        for share, at in sure[:1]:
            yield Chosen(kind, _understood(found[at], quotes), share)


def _understood(run: Run, quotes: Sequence[Chosen]) -> Span:
    """Its words, or the quote about them where one word says nothing by itself."""
    if run.words > 1 or not run.readings.isdisjoint({"stamp", "holds moment"}):
        return run.span
    return next((quote.span for quote in quotes if quote.span.holds(run.span)), run.span)
