"""The form in which a reading can be corrected: an expression in Python's comparison syntax, read by `ast`, never run."""

import ast
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from escalation_core.errors import BadPreset
from escalation_core.language.attributes import attributes
from escalation_core.language.lexicon import lexicon
from escalation_core.measures.reader import measure
from escalation_core.model.mention import Mention, MentionKind
from escalation_core.model.policy import AllOf, AnyOf, AtLeast, Condition, Exceeds, Happens, Has, Judgment, Not, Refers
from escalation_core.model.policy import Resembles as Says
from escalation_core.policy.clauses import content
from escalation_core.text.words import words

_QUANTITIES: dict[str, Literal["count", "share", "money", "duration", "number"]] = {
    "count": "count",
    "contacts": "count",
    "occurrences": "count",
    "share": "share",
    "amount": "money",
    "excess_share": "share",
    "excess": "money",
    "duration": "duration",
    "time_until": "duration",
    "notice": "duration",
    "between": "duration",
    "age": "number",
    "size": "number",
    "number": "count",
}
"""What each measure is measured in; where one name begins another, the longer stands first."""
_LONGEST = 2000


def parse_expression(said: str, parts: frozenset[str] = frozenset()) -> Condition:
    """The condition that an expression states; `parts` are the ids of the criterion's own parts.

    Raises `BadPreset` where it is no expression, or uses a name or form that is not known, with its place.
    """
    if len(said) > _LONGEST:
        raise BadPreset(f"the expression is longer than {_LONGEST} characters")
    try:
        tree = ast.parse(said.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadPreset(f"not an expression: {said.strip()[:80]}") from error
    return _condition(tree.body, parts)


def vocabulary() -> tuple[str, ...]:
    """The names that an expression may use: concepts, attributes, measures, and forms."""
    return tuple(sorted({*lexicon().concepts, *attributes(), *_QUANTITIES, "says", "asked", "at_least"}))


def _condition(node: ast.expr, parts: frozenset[str]) -> Condition:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return AllOf(tuple(_condition(value, parts) for value in values))
        case ast.BoolOp(values=values):
            return AnyOf(tuple(_condition(value, parts) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_condition(operand, parts))
        case ast.Name(id=name):
            return _named(name, parts, node)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _call(name, arguments, parts, node)
        case ast.Compare(left=ast.Name(id=name), ops=[operator], comparators=[ast.Constant(value=value)]):
            return _compared(name, operator, value, node)
        case _:
            raise _wrong(node, "this form is not known")


def _named(name: str, parts: frozenset[str], node: ast.expr) -> Condition:
    if name in parts:
        return Refers(name)
    if name in lexicon().concepts:
        return Happens(name, name)
    raise _wrong(node, f"there is no concept {name}")


def _call(name: str, arguments: list[ast.expr], parts: frozenset[str], node: ast.expr) -> Condition:
    match name, arguments:
        case _, [ast.Constant(value=str(about))] if name in lexicon().concepts:
            return Happens(name, name, tuple(word.form for word in words(about)))
        case "says", [ast.Constant(value=str(quote))]:
            return Says(quote, content(words(quote)))
        case "asked", [ast.Constant(value=str(quote))]:
            return Judgment(quote, why=quote)
        case "at_least", [ast.Constant(value=int(count)), *rest] if rest:
            return AtLeast(count, tuple(_condition(part, parts) for part in rest))
        case _:
            raise _wrong(node, f"{name}(…) is not known")


def _compared(name: str, operator: ast.cmpop, value: object, node: ast.expr) -> Condition:
    if name in attributes():
        if isinstance(operator, ast.Eq) and isinstance(value, str):
            return Has(name, (value,), value)
        raise _wrong(node, f'write {name} == "value"')
    known = next((measured for measured in _QUANTITIES if name == measured or name.startswith(measured + "_")), None)
    if known is None:
        raise _wrong(node, f"there is no measure {name}")
    noun = name.removeprefix(known).strip("_").replace("_", " ")
    number, unit, per = _value(value, node)
    bound = Exceeds(known, str(value), _QUANTITIES[known], unit=unit, per=per, noun=noun or None)
    if known == "count":
        bound = replace(bound, unit=noun or None)
    return _bounded(bound, operator, number, node)


def _bounded(bound: Exceeds, operator: ast.cmpop, number: float, node: ast.expr) -> Exceeds:
    shapes: dict[type[ast.cmpop], Callable[[], Exceeds]] = {
        ast.Gt: lambda: replace(bound, low=number, low_open=True),
        ast.GtE: lambda: replace(bound, low=number),
        ast.Lt: lambda: replace(bound, high=number, high_open=True),
        ast.LtE: lambda: replace(bound, high=number),
        ast.Eq: lambda: replace(bound, low=number, high=number),
    }
    if type(operator) not in shapes:
        raise _wrong(node, "compare with >, >=, <, <= or ==")
    return shapes[type(operator)]()


def _value(value: object, node: ast.expr) -> tuple[float, str | None, str | None]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value), None, None
    if isinstance(value, str):
        kinds = {*MentionKind} & {
            MentionKind(name) for name in ("duration", "money", "share", "count", "number", "size")
        }
        for found in measure(value):
            if found.kind in kinds and found.low is not None:
                return found.low, _unit(found), found.per
    raise _wrong(node, f"{value!r} is no figure")


def _unit(found: Mention) -> str | None:
    if found.kind is MentionKind.DURATION and found.value == "business":
        return "working day"
    return found.unit if found.kind is not MentionKind.COUNT else None


def _wrong(node: ast.expr, why: str) -> BadPreset:
    return BadPreset(f"in the expression, character {node.col_offset + 1}: {why}")
