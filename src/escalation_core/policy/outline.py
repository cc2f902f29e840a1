"""The criteria text taken apart: its criteria in order, and an account of every line."""

from escalation_core.model.policy import Outline
from escalation_core.policy.blocks import blocks
from escalation_core.policy.drafts import finished
from escalation_core.policy.frames import Frame
from escalation_core.policy.legends import inform, meanings
from escalation_core.policy.siblings import led_by_headings
from escalation_core.policy.tongue import tongue
from escalation_core.policy.view import plain, regular
from escalation_core.policy.walk import Walk


def outline(text: str) -> Outline:
    """The items of the text and what each line was taken for."""
    view = regular(text)
    walk = Walk(view, plain(view).replace("\n", " "))
    walk.through(blocks(view), Frame())
    inform(walk.said, walk.drafts, [*walk.legend, *meanings(walk.said, walk.uses, walk.drafts)])
    led_by_headings(walk.drafts)
    return finished(text, walk.drafts, walk.uses, tongue(text))
