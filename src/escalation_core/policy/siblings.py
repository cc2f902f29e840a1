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
    """Hands each criterion its heading as who acts, where none says who does, all have a time, and one heading is a team's."""
    triggers = [draft for draft in drafts if draft.kind is Kind.TRIGGER]
    if any(draft.route or not draft.heading for draft in triggers):
        return
    names = {draft.heading: _BRACKET.sub("", draft.heading).strip() for draft in triggers if draft.heading}
    timed = sum(draft.deadline is not None for draft in triggers) * 2 > len(triggers)
    sure = any(name and known_name(name, Span(0, len(name))) for name in names.values())
    if len(names) < 2 or not timed or not sure or any(not name or len(name.split()) > _NAME for name in names.values()):
        return
    for draft in triggers:
        if draft.heading and draft.heading != draft.severity:
            draft.route = team(names[draft.heading])
