"""The handoff brief: what whoever takes over must know, for each audience."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from escalation_core.language.wording import say
from escalation_core.model.brief import Audience, Brief, Missing, Section
from escalation_core.model.facts import DETAILS, FactKind
from escalation_core.writing.case import Case
from escalation_core.writing.judged import (
    absent,
    absent_too,
    action,
    added,
    answers,
    asked,
    clocks,
    decision,
    keep,
    outcome,
    proof,
    read_back,
    unknown,
    watch,
)
from escalation_core.writing.sections import (
    commitments,
    counsel,
    customer,
    deadlines,
    headline,
    impact,
    issue,
    more,
    numbered,
    parties,
    references,
    standing,
    started,
    status,
    together,
    tried,
    wish,
)

SectionWriter = Callable[[Case], Section]
SECTIONS: dict[Audience, tuple[SectionWriter, ...]] = {
    Audience.GENERAL: (
        headline, decision, customer, issue, impact, started, status, tried, asked, wish, deadlines, commitments,
        more, references, proof, clocks, answers, unknown, watch, read_back,
    ),
    Audience.ON_CALL: (headline, action, together, added, unknown, watch, read_back),
    Audience.ACCOUNT: (
        headline, decision, customer, impact, issue, started, status, tried, asked, wish, deadlines, commitments,
        standing, references, proof, clocks, added, unknown, watch, read_back,
    ),
    Audience.LEGAL: (outcome, parties, counsel, numbered, references, proof, clocks, answers, unknown, keep),
}  # fmt: skip
"""The sections of each view in reading order, after I-PASS: severity, summary, actions, contingency, read-back."""

_NEEDED: dict[Audience, tuple[FactKind, ...]] = {
    Audience.GENERAL: tuple(kind for kind in FactKind if kind not in DETAILS),
    Audience.ON_CALL: (
        FactKind.CUSTOMER, FactKind.ISSUE, FactKind.IMPACT, FactKind.STARTED, FactKind.TRIED, FactKind.STATUS,
        FactKind.REFERENCE, FactKind.COMMITMENT, FactKind.SCOPE, FactKind.ENVIRONMENT, FactKind.REPLICATED,
        FactKind.WORKAROUND,
    ),
    Audience.ACCOUNT: (
        FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ACCOUNT, FactKind.ISSUE, FactKind.IMPACT, FactKind.ASK,
        FactKind.DEADLINE, FactKind.COMMITMENT, FactKind.WORKAROUND,
    ),
    Audience.LEGAL: (
        FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ISSUE, FactKind.STARTED, FactKind.ASK, FactKind.REFERENCE,
        FactKind.COMMITMENT, FactKind.COUNSEL,
    ),
}  # fmt: skip


_MOST_OPEN = 4
"""How many open questions fit on the screen of who is on call."""


def write_brief(case: Case, audience: Audience = Audience.GENERAL) -> Brief:
    """The brief for one audience; an element that is not known is printed as unknown, with its question."""
    missing = _missing(case, audience)
    sections = tuple(
        section for write in SECTIONS[audience] if (section := _open(write(case), missing, audience)).items
    )
    return Brief(audience, sections, missing, markdown(sections), _present(case, audience))


def markdown(sections: Sequence[Section]) -> str:
    """The sections as Markdown: a heading each, an item a line; the first lines stand without heading."""
    return "\n\n".join(_told(section) for section in sections) + "\n"


def _told(section: Section) -> str:
    title = [] if section.key == "headline" else [f"## {section.title}"]
    return "\n".join([*title, *(f"- {' '.join(item.text.split())}" for item in section.items)])


def _open(section: Section, missing: Sequence[Missing], audience: Audience) -> Section:
    """The section of what is not known also names the elements that are missing."""
    if section.key != "unknown":
        return section
    main = [gap for gap in missing if gap.key not in DETAILS]
    items = (*absent(main), *section.items)
    kept = items[:_MOST_OPEN] if audience is Audience.ON_CALL else items
    return replace(section, items=(*kept, *absent_too([gap for gap in missing if gap.key in DETAILS])))


def _missing(case: Case, audience: Audience) -> tuple[Missing, ...]:
    return tuple(
        Missing(kind.value, say("missing", kind.value), say("missing_question", kind.value))
        for kind in _NEEDED[audience]
        if not case.knows(kind)
    )


def _present(case: Case, audience: Audience) -> tuple[str, ...]:
    return tuple(say("missing", kind.value) for kind in _NEEDED[audience] if case.knows(kind))
