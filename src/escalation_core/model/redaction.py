"""What had better not leave the house as it stands, and what may stand in its place."""

from dataclasses import dataclass
from enum import StrEnum

from escalation_core.model.span import Span
from escalation_core.model.strict import STRICT


class SecretKind(StrEnum):
    """What sort of secret or personal detail it is."""

    CARD = "card"
    KEY = "key"
    PASSWORD = "password"
    IBAN = "iban"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Redaction:
    """A passage that a person is asked about: nothing is replaced unless they say so."""

    __pydantic_config__ = STRICT
    kind: SecretKind
    quote: str
    span: Span
    replacement: str
