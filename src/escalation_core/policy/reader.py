"""Criteria text to `Policy`: the outline's items, each with its condition, its reading and what it cancels."""

from collections.abc import Sequence
from dataclasses import replace

from escalation_core.model.policy import AllOf, AtLeast, Condition, Criterion, Item, Kind, Outline, Policy, Refers, Use
from escalation_core.policy.asking import read_condition, without_effect
from escalation_core.policy.cancels import cancels
from escalation_core.policy.outline import outline
from escalation_core.policy.remarks import remarks
from escalation_core.policy.rendering import expression, reading
from escalation_core.policy.spoken import spoken
from escalation_core.policy.topics import only_names
from escalation_core.policy.trees import all_of


def read_policy(text: str) -> Policy:
    """The policy that a criteria text states; without criteria where it states none."""
    told = outline(text)
    criteria = tuple(_criterion(item, told) for item in told.items)
    return Policy(text, criteria, told.lines, remarks(text, criteria))


def all_criteria(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Every criterion, each before its parts."""
    return tuple(held for criterion in criteria for held in (criterion, *all_criteria(criterion.parts)))


def _criterion(item: Item, told: Outline) -> Criterion:
    condition = _condition(item, told.text)
    parts = tuple(_criterion(part, told) for part in item.parts) or _spoken(item, told.text, condition)
    return Criterion(
        id=item.id,
        text=item.span.of(told.text),
        span=item.span,
        kind=item.kind,
        route=item.route,
        severity=item.severity,
        deadline=item.deadline,
        reading=reading(item.kind, condition),
        expression=expression(condition),
        condition=condition,
        label=item.label,
        rank=item.rank,
        escalates=item.escalates,
        cancels=cancels(_under(item, told), _flat(told.items), told.text)
        if item.kind in (Kind.EXCEPTION, Kind.DO_NOT_ESCALATE)
        else (),
        matter=item.kind is Kind.DO_NOT_ESCALATE and only_names(item.span.of(told.text)),
        parts=parts,
    )


def _condition(item: Item, text: str) -> Condition:
    """Its own words, and its parts as many as it asks for."""
    parts = tuple(Refers(part.id) for part in item.parts if part.kind is Kind.PART)
    if not parts:
        spares = item.kind in (Kind.EXCEPTION, Kind.DO_NOT_ESCALATE)
        asks = without_effect(text, item.asks) if spares else item.asks
        return read_condition(text, asks, things=item.kind is Kind.DO_NOT_ESCALATE)
    counted: Condition = AllOf(parts) if item.at_least is None else AtLeast(item.at_least, parts)
    outside = [ask for ask in item.asks if not any(part.span.overlap(ask) for part in item.parts)]
    if item.at_least is not None or not outside:
        return counted
    return all_of([read_condition(text, outside), counted])


def _spoken(item: Item, text: str, condition: Condition) -> tuple[Criterion, ...]:
    """What a sentence states in parts, as parts of the criterion."""
    return tuple(
        Criterion(
            id=f"{item.id}.{number}",
            text=part.span.of(text),
            span=part.span,
            kind=Kind.EXCEPTION if part.exception else Kind.PART,
            route=item.route,
            severity=item.severity,
            deadline=item.deadline,
            reading=reading(Kind.EXCEPTION if part.exception else Kind.PART, part.condition),
            expression=expression(part.condition),
            condition=part.condition,
            rank=item.rank,
            escalates=item.escalates,
        )
        for number, part in enumerate(spoken(text, item.asks, condition), 1)
    )


def _under(item: Item, told: Outline) -> Item:
    """A rule with the line that introduces it, which often says what the rules under it spare."""
    before = [
        line for line in told.lines if line.span.end <= item.span.start and line.use in (Use.INTRODUCTION, Use.HEADING)
    ]
    introduced = before[-1].span.of(told.text) if before else ""
    return replace(item, heading=" \n ".join(said for said in (item.heading, introduced) if said) or None)


def _flat(items: Sequence[Item]) -> list[Item]:
    return [held for item in items for held in (item, *_flat(item.parts))]
