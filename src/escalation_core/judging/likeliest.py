"""Where nothing is met or open: the criterion with a figure that the text comes nearest to is asked, not ruled out by silence."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot, log2

from escalation_core.facts.nouns import light, stems
from escalation_core.facts.situation import Situation
from escalation_core.judging.verdict import Ask
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Finding, QuestionKind, Status
from escalation_core.model.mention import MentionKind
from escalation_core.model.policy import AllOf, Criterion, Exceeds, Kind
from escalation_core.text.fields import common
from escalation_core.text.nearest import likeness

_NEAR = 0.35
"""So alike what they are about are a text and a criterion of one matter in seven of ten pairs, of two matters in one."""
_FIELD = 0.06
"""How much each word of one field counts beside them."""
_MORE = 0.2
"""Each time that there are twice as many criteria, the nearest of them comes so much nearer by chance."""
_KINDS = {
    "count": {MentionKind.COUNT},
    "share": {MentionKind.COUNT, MentionKind.SHARE},
    "money": {MentionKind.MONEY},
    "duration": {MentionKind.DURATION, MentionKind.MOMENT},
    "number": {MentionKind.NUMBER, MentionKind.SIZE, MentionKind.COUNT},
}
"""In which figures a quantity may be told."""


def ask_likeliest(findings: Sequence[Finding], situation: Situation) -> tuple[Finding, ...]:
    """The findings; with nothing met or open, the likeliest of those that silence about a figure rules out is open."""
    triggers = [finding for finding in findings if finding.criterion.kind is Kind.TRIGGER]
    if any(finding.status is not Status.NOT_MET for finding in findings):
        return tuple(findings)
    told = frozenset(word.stem for sentence in situation.sentences for word in sentence.words)
    near = [(_alike(finding.criterion, told), finding) for finding in triggers if _silent(finding, situation)]
    most, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    needed = _NEAR + _MORE * log2(len(triggers)) if triggers else 1.0
    return tuple(_open(one) if one is best and most >= needed else one for one in findings)


def _silent(finding: Finding, situation: Situation) -> bool:
    """Whether nothing speaks against it, and the text gives figures of the kind that it asks for."""
    condition = finding.criterion.condition
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    asked = next((part for part in parts if isinstance(part, Exceeds)), None)
    if asked is None or finding.evidence or finding.parts or finding.answered:
        return False
    return any(found.kind in _KINDS[asked.quantity] for found in situation.mentions)


def _alike(criterion: Criterion, told: frozenset[str]) -> float:
    """What a criterion and a text have in common with each concept, as a cosine, and of the fields of life."""
    own = stems(criterion.text) - light()
    one, other = likeness(own), likeness(told)
    lengths = hypot(*one.values()) * hypot(*other.values())
    same = sum(share * other.get(name, 0.0) for name, share in one.items()) / lengths if lengths else 0.0
    return same + _FIELD * common(own, told)


def _open(finding: Finding) -> Finding:
    ask = Ask(say("question", "criterion", quote=finding.criterion.text), QuestionKind.YES_NO)
    why = say("finding", "likeliest", why=finding.reason)
    reason = say("finding", Status.UNKNOWN, why=why)
    return replace(finding, status=Status.UNKNOWN, reason=reason, question=ask.text, asks=ask.kind)
