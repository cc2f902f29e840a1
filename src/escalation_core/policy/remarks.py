"""What the owner of the criteria should know: vague, contradictory, overlapping, unreachable criteria."""

from collections.abc import Iterator, Sequence

from escalation_core.language.conditions import condition_words
from escalation_core.language.wording import say
from escalation_core.model.policy import AnyOf, Criterion, Judgment, Kind, Remark, Resembles
from escalation_core.model.span import Quote
from escalation_core.text.words import words_in


def remarks(text: str, criteria: Sequence[Criterion]) -> tuple[Remark, ...]:
    """Every remark on the criteria, in their order."""
    found: list[Remark] = []
    for criterion in criteria:
        found += _vague(text, criterion)
        found += _unsaid(criterion, criteria)
        found += _not_read(criterion)
    return (*found, *_pairs(criteria))


def _vague(text: str, criterion: Criterion) -> Iterator[Remark]:
    said = words_in(text, criterion.span)
    for word in said:
        near = text[max(0, word.span.start - 30) : word.span.end + 30]
        if word.form in condition_words().vague and not any(letter.isdigit() for letter in near):
            message = say("remark", "vague", word=word.form)
            yield Remark("vague", message, criterion.id, Quote(word.span.of(text), word.span))


def _unsaid(criterion: Criterion, criteria: Sequence[Criterion]) -> Iterator[Remark]:
    if criterion.kind is not Kind.TRIGGER or not criterion.escalates:
        return
    for code, value, others in (
        ("no_route", criterion.route, [other.route for other in criteria]),
        ("no_deadline", criterion.deadline, [other.deadline for other in criteria]),
    ):
        if not value and any(others):
            yield Remark(code, say("remark", code), criterion.id, None)


def _not_read(criterion: Criterion) -> Iterator[Remark]:
    if isinstance(criterion.condition, (Resembles, Judgment)):
        yield Remark("not_read", say("remark", "not_read"), criterion.id, Quote(criterion.text, criterion.span))


def _pairs(criteria: Sequence[Criterion]) -> Iterator[Remark]:
    for number, criterion in enumerate(criteria):
        for earlier in criteria[:number]:
            if criterion.expression == earlier.expression and Kind.PART not in (criterion.kind, earlier.kind):
                code = "twice" if criterion.kind is earlier.kind else "contradicts"
                yield Remark(
                    code, say("remark", code, other=earlier.id), criterion.id, Quote(criterion.text, criterion.span)
                )
            elif _holds(earlier, criterion) and criterion.kind is earlier.kind is Kind.TRIGGER:
                yield Remark("overlap", say("remark", "overlap", other=earlier.id), criterion.id, None)
        off = [rule for rule in criteria if criterion.id in rule.cancels and rule.expression == criterion.expression]
        for rule in off:
            yield Remark("unreachable", say("remark", "unreachable", other=rule.id), criterion.id, None)


def _holds(wider: Criterion, narrower: Criterion) -> bool:
    return isinstance(wider.condition, AnyOf) and narrower.condition in wider.condition.parts
