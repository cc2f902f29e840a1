"""Headings that stand side by side over criteria and name who acts on them."""

import re
from collections.abc import Sequence

from escalation_core.model.policy import Kind
from escalation_core.model.span import Span
from escalation_core.policy.drafts import Draft
from escalation_core.policy.frames import team
from escalation_core.policy.teams import known_name

_BRACKET = re.compile(r"\s*[(\[].*$")
_NAME = 5
"""The name of a team has no more words than this."""


def led_by_headings(drafts: Sequence[Draft]) -> None:
    """Hands criteria their heading as who acts, where none of its own says who does and a heading beside it is a team's.

    Beside a heading that only looks like a team's, all must have a time, and none a team of its own.
    """
    groups: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.kind is Kind.TRIGGER and draft.heading:
            groups.setdefault(draft.heading, []).append(draft)
    names = {heading: _BRACKET.sub("", heading).strip() for heading in groups}
    if len(groups) < 2 or any(not name or len(name.split()) > _NAME for name in names.values()):
        return
    bare = [heading for heading, held in groups.items() if not any(draft.route for draft in held)]
    led = any(draft.route == team(names[heading]) for heading, held in groups.items() for draft in held)
    if not led and not (len(bare) == len(groups) and _timed(groups) and any(map(_known, names.values()))):
        return
    for heading in bare:
        for draft in groups[heading]:
            draft.route = team(names[heading]) if heading != draft.severity else None


def _timed(groups: dict[str, list[Draft]]) -> bool:
    """Whether most criteria have a time."""
    told = [draft.deadline is not None for held in groups.values() for draft in held]
    return sum(told) * 2 > len(told)


def _known(name: str) -> bool:
    return known_name(name, Span(0, len(name)))
