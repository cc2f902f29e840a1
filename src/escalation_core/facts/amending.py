"""What a person says of a figure or a moment that was misread, in its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from escalation_core.errors import BadAnswer
from escalation_core.language.wording import say
from escalation_core.measures.reader import measure
from escalation_core.model.evaluation import Amendment
from escalation_core.model.mention import Mention, MentionKind


def amend(
    mentions: tuple[Mention, ...], amended: Sequence[Amendment], text: str, now: datetime | None
) -> tuple[Mention, ...]:
    """The mentions with those of the amended stretches read as a person says; the quotes stay those of the text.

    Raises `BadAnswer` where a person's words hold no figure and no moment.
    """
    for one in amended:
        gone = [found for found in mentions if found.span.overlap(one.span)]
        said = _said(one, gone[0] if gone else None, text, now)
        rest = [found for found in mentions if not found.span.overlap(one.span)]
        mentions = tuple(sorted([*rest, said], key=lambda mention: (mention.span, mention.kind)))
    return mentions


def _said(amendment: Amendment, before: Mention | None, text: str, now: datetime | None) -> Mention:
    found = next(iter(measure(amendment.value, now)), None)
    if found is None:
        raise BadAnswer(say("finding", "no_figure", value=amendment.value))
    bare = found.kind in (MentionKind.NUMBER, MentionKind.ORDINAL) and before and before.kind is not MentionKind.MOMENT
    said = (
        replace(before, low=found.low, high=found.high, low_open=False, high_open=False) if bare and before else found
    )
    return replace(said, quote=amendment.span.of(text), span=amendment.span)
