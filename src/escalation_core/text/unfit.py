"""What a note to lawyers must not hold: words that give a cause, an opinion or an apology, in any language of ours."""

from functools import cache

from escalation_core.language.case import case_readings
from escalation_core.language.lexicon import lexicon
from escalation_core.language.outgoing import unfit_words
from escalation_core.text.matching import Matcher
from escalation_core.text.words import words


def no_fact(said: str) -> bool:
    """Whether a quote gives a cause, an opinion or an apology."""
    return any(hit.owner == "unfit" for hit in matcher().hits(words(said)))


@cache
def matcher() -> Matcher:
    """The words that are no facts, made ready once."""
    cues = (*case_readings().phrases["unfit"], *unfit_words())
    return Matcher(lexicon().classes, [("unfit", cue) for cue in cues], "unfit")
