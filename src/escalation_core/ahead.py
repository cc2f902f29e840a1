"""Makes all that is kept of the data: `python -m escalation_core.ahead`, for a package that cannot keep it itself."""

from escalation_core.contexts import reader
from escalation_core.drafts import checker
from escalation_core.facts import pieces
from escalation_core.language.outgoing import languages
from escalation_core.text import attributes, nearest, signs, unfit


def make_ahead() -> None:
    """Make ready whatever a request may need, so that it is kept."""
    for room in (attributes, pieces, reader, signs, unfit):
        room.matcher()
    nearest.likeness(())
    for language in languages():
        checker.matcher(language)


if __name__ == "__main__":
    make_ahead()
