"""Corrections: a policy whose readings a person put right, criterion by criterion."""

import re
from collections.abc import Mapping
from dataclasses import replace

from escalation_core.errors import BadPreset
from escalation_core.model.policy import AllOf, AnyOf, AtLeast, Condition, Criterion, Not, Policy, Refers, named
from escalation_core.policy.expressions import parse_expression
from escalation_core.policy.reader import all_criteria
from escalation_core.policy.remarks import remarks
from escalation_core.policy.rendering import expression, reading


def corrected(policy: Policy, readings: Mapping[str, str]) -> Policy:
    """The policy with the condition of each named criterion as its expression states it.

    Raises `BadPreset` where an expression is none, or belongs to no criterion of the policy.
    """
    if not readings:
        return policy
    strange = readings.keys() - {criterion.id for criterion in all_criteria(policy.criteria)}
    if strange:
        raise BadPreset(f"there is no criterion {min(strange)} whose reading could be corrected")
    criteria = tuple(_criterion(criterion, readings) for criterion in policy.criteria)
    return replace(policy, criteria=criteria, remarks=remarks(policy.text, criteria))


def _criterion(criterion: Criterion, readings: Mapping[str, str]) -> Criterion:
    held = replace(criterion, parts=tuple(_criterion(part, readings) for part in criterion.parts))
    said = readings.get(criterion.id)
    if said is None:
        return held
    try:
        condition = _condition(said, tuple(part.id for part in criterion.parts))
    except BadPreset as error:
        raise BadPreset(f"{criterion.id}: {error}") from error
    return replace(
        held,
        parts=held.parts if named(criterion.condition) else (),
        condition=condition,
        reading=reading(criterion.kind, condition),
        expression=expression(condition),
        corrected=True,
    )


def _condition(said: str, parts: tuple[str, ...]) -> Condition:
    """A part's id holds a full stop, which no name of an expression may: it is parsed under a name that has none."""
    names = {re.sub(r"\W", "_", part): part for part in parts}
    for name, part in names.items():
        said = re.sub(rf"(?<![\w.]){re.escape(part)}(?![\w.])", name, said)
    return _renamed(parse_expression(said, frozenset(names)), names)


def _renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    match condition:
        case Refers(part=part):
            return Refers(names[part])
        case AllOf(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return replace(condition, parts=tuple(_renamed(part, names) for part in parts))
        case Not(part=held):
            return Not(_renamed(held, names))
        case _:
            return condition
