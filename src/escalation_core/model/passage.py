"""The parts of a pasted text: who speaks, in what kind of place, and when."""

from dataclasses import dataclass

from escalation_core.model.context import Holder, Place
from escalation_core.model.span import Quote, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text by one voice: a mail body, a chat line, a line of a log, a ticket field, a signature.

    `label` is the field's name ("Plan") or the speaker as written ("Nadia (Tallywick)"). `moment` is the time stamp
    that stands at its head as written, and `at` the same in ISO 8601 (date, time or both), or None where it cannot be
    placed. `body` is the part after label and time stamp.
    """

    span: Span
    body: Span
    place: Place
    holder: Holder
    label: str | None = None
    moment: Quote | None = None
    at: str | None = None
    incoming: bool = False
    """Whether it is a message of the customer's, or by somebody for them, to us."""
