"""The sections of the brief, one function each."""

from collections.abc import Iterator, Sequence

from escalation_core.language.wording import say
from escalation_core.model.brief import Item, Section, Source
from escalation_core.model.facts import DETAILS, Fact, FactKind
from escalation_core.model.span import Quote
from escalation_core.text.unfit import no_fact
from escalation_core.writing.case import Case

_HEAD = 120
"""How many characters of a quote the first lines may hold."""


def headline(case: Case) -> Section:
    """Who, what, since when, how bad and what is asked, a line each."""
    items = tuple(_line(key, facts, _own(case, key)) for key, facts in _lines(case))
    return Section("headline", say("brief", "headline"), items)


def _lines(case: Case) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """The lines of the headline by key, each with the facts that it names."""

    def first(*kinds: FactKind) -> tuple[Fact, ...]:
        return tuple(found[0] for kind in kinds if (found := case.of(kind)))

    return (
        ("who", first(FactKind.CUSTOMER, FactKind.CONTACT)),
        ("what", first(FactKind.ISSUE) if case.knows(FactKind.ISSUE) else first(FactKind.STATUS)),
        ("since", first(FactKind.STARTED)),
        ("bad", first(FactKind.IMPACT)),
        ("asked", _asked(case)),
    )


def _asked(case: Case) -> tuple[Fact, ...]:
    """What the customer asks, and by when; what we promised is no deadline of theirs, and no words stand twice."""
    promised = case.of(FactKind.COMMITMENT)
    due = [fact for fact in case.of(FactKind.DEADLINE) if not any(fact.span.overlap(one.span) for one in promised)]
    told = (*case.of(FactKind.ASK)[:1], *due[:1])
    return tuple(fact for fact in told if not any(_within(fact, other) for other in told))


def _within(fact: Fact, other: Fact) -> bool:
    """Whether another fact quotes the words of this one, and more."""
    return fact.span != other.span and other.span.holds(fact.span)


_HEADED = {
    "who": (FactKind.CUSTOMER, FactKind.CONTACT),
    "what": (FactKind.ISSUE,),
    "since": (FactKind.STARTED,),
    "bad": (FactKind.IMPACT,),
    "asked": (FactKind.ASK, FactKind.DEADLINE),
}
"""The kinds that each line of the headline is about."""


def _own(case: Case, key: str) -> str | None:
    """What a person filled in for a line of the headline."""
    return " · ".join(case.filled[kind] for kind in _HEADED[key] if kind in case.filled) or None


def _shown(case: Case) -> set[Fact]:
    """The facts that the headline quotes in full; no section quotes them again."""
    return {fact for _, facts in _lines(case) for fact in facts if len(flat_line(fact.quote)) <= _HEAD}


def customer(case: Case) -> Section:
    """The customer, the contact and the account."""
    return _stated(case, "customer", FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ACCOUNT)


def parties(case: Case) -> Section:
    """The customer, the contact and the account, each of them, for a view without headline."""
    facts = case.of(FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ACCOUNT)
    return Section("customer", say("brief", "legal_customer"), _items(facts))


def issue(case: Case) -> Section:
    """What happened."""
    return _stated(case, "issue", FactKind.ISSUE)


def impact(case: Case) -> Section:
    """Whom and what it hits, and how badly."""
    return _stated(case, "impact", FactKind.IMPACT)


def started(case: Case) -> Section:
    """Since when."""
    return _stated(case, "started", FactKind.STARTED)


def tried(case: Case) -> Section:
    """What was done so far, with its result."""
    return _stated(case, "tried", FactKind.TRIED)


def status(case: Case) -> Section:
    """How it stands now."""
    return _stated(case, "status", FactKind.STATUS)


def wish(case: Case) -> Section:
    """What the customer wants."""
    return _stated(case, "wish", FactKind.ASK)


def deadlines(case: Case) -> Section:
    """The customer's own deadlines."""
    return _stated(case, "deadline", FactKind.DEADLINE)


def commitments(case: Case) -> Section:
    """What the customer has been promised."""
    return _stated(case, "commitments", FactKind.COMMITMENT)


def together(case: Case) -> Section:
    """Every fact that the headline does not hold, a line for each kind: the view of one screen."""
    items = []
    for key, kind in _KINDS:
        facts = [fact for fact in case.of(kind) if fact not in _shown(case)]
        if facts:
            said = " · ".join(dict.fromkeys(flat_line(fact.quote) for fact in facts))
            text = f"{say('brief', key)}: {said}"
            items.append(Item(text, Source.STATED, tuple(_quote(fact) for fact in facts)))
    return Section("facts", say("brief", "facts"), tuple(items))


_KINDS = (
    ("issue", FactKind.ISSUE),
    ("impact", FactKind.IMPACT),
    ("started", FactKind.STARTED),
    ("tried", FactKind.TRIED),
    ("status", FactKind.STATUS),
    ("wish", FactKind.ASK),
    ("deadline", FactKind.DEADLINE),
    ("commitments", FactKind.COMMITMENT),
    ("scope", FactKind.SCOPE),
    ("environment", FactKind.ENVIRONMENT),
    ("replicated", FactKind.REPLICATED),
    ("workaround", FactKind.WORKAROUND),
    ("counsel", FactKind.COUNSEL),
    ("customer", FactKind.CUSTOMER),
    ("customer", FactKind.CONTACT),
    ("customer", FactKind.ACCOUNT),
    ("references", FactKind.REFERENCE),
)


def more(case: Case) -> Section:
    """What else is told of the case, a line for each, where nothing has quoted it yet."""
    return Section("details", say("brief", "details"), tuple(_details(case, DETAILS)))


def standing(case: Case) -> Section:
    """What someone who talks to the customer must know besides: how they get by, and who acts for them."""
    return Section("details", say("brief", "details"), tuple(_details(case, (FactKind.WORKAROUND, FactKind.COUNSEL))))


def counsel(case: Case) -> Section:
    """Who acts for the customer."""
    return Section("counsel", say("brief", "counsel"), _items(case.of(FactKind.COUNSEL)))


def _details(case: Case, kinds: Sequence[FactKind]) -> Iterator[Item]:
    for kind in kinds:
        facts = case.of(kind)
        if facts:
            said = " · ".join(dict.fromkeys(flat_line(fact.quote) for fact in facts))
            yield Item(f"{say('brief', kind.value)}: {said}", Source.STATED, tuple(map(_quote, facts)))


def references(case: Case) -> Section:
    """Every reference, in one line."""
    facts = case.of(FactKind.REFERENCE)
    text = " · ".join(dict.fromkeys(fact.quote for fact in facts))
    items = (Item(text, Source.STATED, tuple(_quote(fact) for fact in facts)),) if facts else ()
    return Section("references", say("brief", "references"), items)


def numbered(case: Case) -> Section:
    """Every fact word for word, numbered, in the order of the text; what gives a cause, an opinion or an apology is no fact."""
    kinds = (
        FactKind.ISSUE, FactKind.IMPACT, FactKind.STARTED, FactKind.TRIED, FactKind.STATUS, FactKind.ASK,
        FactKind.DEADLINE, FactKind.COMMITMENT,
    )  # fmt: skip
    facts = sorted({fact.span: fact for fact in case.of(*kinds) if not no_fact(fact.quote)}.values(), key=_place)
    items = tuple(
        Item(f"{number}. “{flat_line(fact.quote)}”", Source.STATED, (_quote(fact),))
        for number, fact in enumerate(facts, 1)
    )
    return Section("facts", say("brief", "legal_facts"), items)


def _place(fact: Fact) -> tuple[int, int]:
    return fact.span.start, fact.span.end


def _stated(case: Case, key: str, *kinds: FactKind) -> Section:
    shown = _shown(case) | set(case.of(FactKind.COMMITMENT) if FactKind.DEADLINE in kinds else ())
    told = [fact for fact in case.of(*kinds) if fact not in shown and not any(_again(fact, one) for one in shown)]
    return Section(key, say("brief", key), _items(told))


def _again(fact: Fact, other: Fact) -> bool:
    """Whether what somebody wants, or by when, is already told in other words of the same quote."""
    return fact.kind in (FactKind.ASK, FactKind.DEADLINE) and other.span.holds(fact.span)


def _items(facts: Sequence[Fact]) -> tuple[Item, ...]:
    once = {flat_line(fact.quote): fact for fact in reversed(facts)}
    kept = [fact for said, fact in reversed(once.items()) if not any(said != more and said in more for more in once)]
    return tuple(Item(flat_line(fact.quote), Source.STATED, (_quote(fact),)) for fact in kept)


def _line(key: str, facts: Sequence[Fact], own: str | None) -> Item:
    told = list(dict.fromkeys(_short(fact.quote) for fact in facts))
    if not told and own is None:
        return Item(say("brief", key, **{key: say("brief", "unknown_value")}), Source.UNKNOWN)
    said = " · ".join([*told, *([_short(own)] if own else [])])
    source = Source.STATED if told else Source.ANSWERED
    return Item(say("brief", key, **{key: said}), source, tuple(_quote(fact) for fact in facts))


def _short(said: str) -> str:
    flat = flat_line(said)
    return flat if len(flat) <= _HEAD else flat[: flat.rfind(" ", 0, _HEAD)] + " …"


def _quote(fact: Fact) -> Quote:
    return Quote(fact.quote, fact.span)


def flat_line(said: str) -> str:
    """The words in one line."""
    return " ".join(said.split())
