"""Criteria that name no concept of ours: what a customer or thing is, which is so or not even where nothing is said."""

import re
from functools import cache

from escalation_core.language.conditions import condition_words
from escalation_core.model.policy import Resembles
from escalation_core.policy.phrasing import compiled

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w&'’-]*[a-z][\w&'’-]*(?: [A-Z][\w&'’-]*[a-z][\w&'’-]*)*")


def resembling(quote: str, words: tuple[str, ...]) -> Resembles:
    """The condition that these words state, with the proper names in them and whether it is a lasting state."""
    stative = bool(_stative().match(quote.strip()))
    names = tuple(dict.fromkeys(found[0] for found in _NAME.finditer(quote))) if stative else ()
    return Resembles(quote, words, names, stative)


@cache
def _stative() -> re.Pattern[str]:
    known = condition_words().states
    subject, verb = compiled(known["subjects"]), compiled(known["verbs"])
    return re.compile(rf"(?:\W*{subject.pattern})\s+{verb.pattern}", re.IGNORECASE)
