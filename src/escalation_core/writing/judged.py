"""The sections of the brief that say what was judged, decided, asked and left open, one function each."""

from collections.abc import Iterator, Sequence

from escalation_core.judging.findings import flat
from escalation_core.language.wording import say
from escalation_core.model.brief import Item, Missing, Section, Source
from escalation_core.model.evaluation import Finding, Outcome, Role, Status
from escalation_core.model.preset import Clock
from escalation_core.model.span import Quote
from escalation_core.writing.case import Case
from escalation_core.writing.sections import flat_line


def decision(case: Case) -> Section:
    """The outcome, its severity, and why."""
    told = case.decision
    items = [Item(say("brief", f"outcome_{told.outcome}", routes=_routes(case)), Source.INFERRED)]
    if told.severity:
        items.append(Item(say("brief", "severity", severity=told.severity), Source.INFERRED))
    if told.deadline:
        items.append(Item(say("brief", "deadline_by", deadline=told.deadline), Source.INFERRED))
    return Section("decision", say("brief", "decision"), (*items, Item(told.reasoning, Source.INFERRED)))


def asked(case: Case) -> Section:
    """What the reader is to do now."""
    told = case.decision
    match told.outcome:
        case Outcome.ESCALATE if told.deadline:
            text = say("brief", "take", deadline=told.deadline, routes=_routes(case))
        case Outcome.ESCALATE:
            text = say("brief", "take_undated", routes=_routes(case))
        case Outcome.DO_NOT_ESCALATE:
            text = say("brief", "keep")
        case _:
            text = say("brief", "settle")
    return Section("ask", say("brief", "ask"), (Item(text, Source.INFERRED),))


def outcome(case: Case) -> Section:
    """The outcome and its severity alone: the criteria and their proof speak for themselves."""
    told = decision(case)
    return Section(told.key, told.title, told.items[:-1])


def action(case: Case) -> Section:
    """The outcome, why, and what the reader is to do, in one."""
    told = decision(case)
    return Section(told.key, told.title, (*told.items, *asked(case).items))


def proof(case: Case) -> Section:
    """The criteria that carry the decision, each with its words and its proof."""
    carried = set(case.decision.carried_by)
    met = [found for found in flat(case.findings) if found.status is Status.MET and found.criterion.id in carried]
    return Section("proof", say("brief", "proof"), tuple(item for found in met for item in _proof(found)))


def answers(case: Case) -> Section:
    """What the agent answered."""
    items = [
        Item(say("brief", "answer", question=given.question or given.id, answer=given.answer), Source.ANSWERED)
        for given in case.answers
    ]
    return Section("answers", say("brief", "answers"), (*items, *added(case).items))


def added(case: Case) -> Section:
    """What a person filled in because the text does not say it."""
    items = tuple(
        Item(say("brief", "added", title=say("missing", kind.value), said=flat_line(said)), Source.ANSWERED)
        for kind, said in case.filled.items()
    )
    return Section("answers", say("brief", "answers"), items)


def unknown(case: Case) -> Section:
    """What is not known, with the question that would settle it."""
    items = tuple(
        Item(say("brief", "open_question", title=question.criterion, question=question.text), Source.UNKNOWN)
        for question in case.questions
    )
    return Section("unknown", say("brief", "unknown"), items)


def absent(missing: Sequence[Missing]) -> tuple[Item, ...]:
    """The elements that the situation does not give, each with its question."""
    return tuple(Item(say("brief", "open_element", question=gap.question), Source.UNKNOWN) for gap in missing)


def absent_too(missing: Sequence[Missing]) -> tuple[Item, ...]:
    """What else is not known, in one line."""
    titles = ", ".join(gap.title for gap in missing)
    text = say("brief", "also_open", titles=titles, questions=" ".join(gap.question for gap in missing))
    return (Item(text, Source.UNKNOWN),) if missing else ()


def watch(case: Case) -> Section:
    """What would change the outcome; before there is one, that is a question already named among what is not known."""
    flip = None if case.decision.outcome is Outcome.NEEDS_INFORMATION else case.decision.would_flip
    return Section("watch", say("brief", "watch"), (Item(flip, Source.INFERRED),) if flip else ())


def keep(_case: Case) -> Section:
    """The preservation note of the legal view."""
    return Section(
        "preservation", say("brief", "legal_preservation"), (Item(say("brief", "legal_keep"), Source.INFERRED),)
    )


def read_back(_case: Case) -> Section:
    """The lines with which the receiver confirms."""
    return Section("read_back", say("brief", "read_back"), (Item(say("brief", "read_back_line"), Source.INFERRED),))


def clocks(case: Case) -> Section:
    """The times that a law sets, as the preset gives them."""
    return Section("clocks", say("brief", "clocks"), tuple(map(_clock, case.clocks)))


def _clock(clock: Clock) -> Item:
    key = "clock_until" if clock.valid_until else "clock"
    told = {"regime": clock.regime, "text": clock.text, "source": clock.source or "", "until": clock.valid_until}
    return Item(say("brief", key, **told), Source.INFERRED)


def _proof(found: Finding) -> Iterator[Item]:
    quotes = tuple(Quote(proof.quote, proof.span) for proof in found.evidence if proof.role is Role.SUPPORTS)
    yield Item(say("brief", "criterion", id=found.criterion.id, text=flat_line(found.criterion.text)), Source.INFERRED)
    for quote in quotes[:2]:
        text = say("brief", "proof_quote", id=found.criterion.id, quote=flat_line(quote.quote))
        yield Item(text, Source.STATED, (quote,))


def _routes(case: Case) -> str:
    return ", ".join(case.decision.routes) or say("decision", "no_route")
