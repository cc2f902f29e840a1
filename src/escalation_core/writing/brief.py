"""The handoff brief: what whoever takes over must know, for each audience."""

from collections.abc import Callable, Sequence

from escalation_core.language.wording import say
from escalation_core.model.brief import Audience, Brief, Missing, Section
from escalation_core.model.facts import FactKind
from escalation_core.writing.case import Case
from escalation_core.writing.sections import (
    answers,
    asked,
    commitments,
    customer,
    deadlines,
    decision,
    headline,
    impact,
    issue,
    keep,
    numbered,
    proof,
    read_back,
    references,
    started,
    status,
    tried,
    unknown,
    watch,
    wish,
)

SectionWriter = Callable[[Case], Section]
SECTIONS: dict[Audience, tuple[SectionWriter, ...]] = {
    Audience.GENERAL: (
        headline, decision, asked, customer, issue, impact, started, tried, status, wish, deadlines, commitments,
        references, proof, answers, unknown, watch, read_back,
    ),
    Audience.ON_CALL: (
        headline, decision, asked, issue, impact, started, tried, status, wish, deadlines, commitments, customer,
        references, unknown, watch, read_back,
    ),
    Audience.ACCOUNT: (
        headline, decision, asked, customer, wish, deadlines, commitments, impact, issue, started, status, tried,
        references, proof, unknown, watch, read_back,
    ),
    Audience.LEGAL: (decision, asked, customer, numbered, commitments, deadlines, references, proof, answers, unknown, keep),
}  # fmt: skip
"""The sections of each view in reading order, after I-PASS: severity, summary, actions, contingency, read-back."""

_NEEDED: dict[Audience, tuple[FactKind, ...]] = {
    Audience.GENERAL: tuple(FactKind),
    Audience.ON_CALL: (
        FactKind.CUSTOMER, FactKind.ISSUE, FactKind.IMPACT, FactKind.STARTED, FactKind.TRIED, FactKind.STATUS,
        FactKind.REFERENCE, FactKind.COMMITMENT,
    ),
    Audience.ACCOUNT: (
        FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ACCOUNT, FactKind.ISSUE, FactKind.IMPACT, FactKind.ASK,
        FactKind.DEADLINE, FactKind.COMMITMENT,
    ),
    Audience.LEGAL: (
        FactKind.CUSTOMER, FactKind.CONTACT, FactKind.ISSUE, FactKind.STARTED, FactKind.ASK, FactKind.REFERENCE,
        FactKind.COMMITMENT,
    ),
}  # fmt: skip


def write_brief(case: Case, audience: Audience = Audience.GENERAL) -> Brief:
    """The brief for one audience; a section of which nothing is known is left out, and what is missing is named."""
    sections = tuple(section for write in SECTIONS[audience] if (section := write(case)).items)
    return Brief(audience, sections, _missing(case, audience), markdown(sections))


def markdown(sections: Sequence[Section]) -> str:
    """The sections as Markdown: a heading each, an item a line."""
    return "\n\n".join(_told(section) for section in sections) + "\n"


def _told(section: Section) -> str:
    return "\n".join([f"## {section.title}", *(f"- {' '.join(item.text.split())}" for item in section.items)])


def _missing(case: Case, audience: Audience) -> tuple[Missing, ...]:
    held = {fact.kind for fact in case.facts}
    return tuple(
        Missing(kind.value, say("missing", kind.value), say("missing_question", kind.value))
        for kind in _NEEDED[audience]
        if kind not in held
    )
