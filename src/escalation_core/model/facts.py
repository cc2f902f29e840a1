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
    SCOPE = "scope"
    ENVIRONMENT = "environment"
    REPLICATED = "replicated"
    WORKAROUND = "workaround"
    COUNSEL = "counsel"


DETAILS = (FactKind.SCOPE, FactKind.ENVIRONMENT, FactKind.REPLICATED, FactKind.WORKAROUND, FactKind.COUNSEL)
"""What a brief names where it is told; the rest every brief should have."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the case, word for word as it stands in the situation."""

    kind: FactKind
    quote: str
    span: Span
