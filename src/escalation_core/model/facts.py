"""What the situation says of the case itself, in the customer's and the agents' own words: the stuff of the brief."""

from dataclasses import dataclass
from enum import StrEnum

from escalation_core.model.span import Span


class FactKind(StrEnum):
    """Which of the brief's fields a fact fills."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    ACCOUNT = "account"
    ISSUE = "issue"
    IMPACT = "impact"
    STARTED = "started"
    TRIED = "tried"
    STATUS = "status"
    ASK = "ask"
    DEADLINE = "deadline"
    REFERENCE = "references"
    COMMITMENT = "commitments"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the case, word for word as it stands in the situation."""

    kind: FactKind
    quote: str
    span: Span
