"""Everything that can go wrong, each with a code that outlives its wording."""

from typing import ClassVar


class EscalationError(Exception):
    """An input that cannot be used; the message is written for the person who gave it."""

    code: ClassVar[str] = "unreadable"


class BadInput(EscalationError):
    """A text, file or request that is not what was asked for."""

    code = "bad_input"


class BadAnswer(EscalationError):
    """An answer whose value cannot be read, or that answers no question of this evaluation."""

    code = "bad_answer"


class BadPreset(EscalationError):
    """A preset that does not hold what a preset must hold."""

    code = "bad_preset"


class BadRecord(EscalationError):
    """A decision record that cannot be read or compared."""

    code = "bad_record"


class BrokenLanguageData(Exception):
    """Our own data is wrong: names the file and the problem, and fails in the tests, never at a desk."""
