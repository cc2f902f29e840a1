"""A condition back in words: as one plain sentence, and as an expression that can be corrected."""

from typing import assert_never

from escalation_core.language.attributes import attributes
from escalation_core.language.lexicon import lexicon
from escalation_core.language.wording import say
from escalation_core.measures.telling import shown, told, window
from escalation_core.model.policy import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Exceeds,
    Happens,
    Has,
    Judgment,
    Kind,
    Not,
    Refers,
    Resembles,
)


def reading(kind: Kind, condition: Condition) -> str:
    """The condition as one plain sentence."""
    return say("reading", kind, condition=_sentence(condition))


def expression(condition: Condition) -> str:
    """The condition in Python's own comparison syntax."""
    match condition:
        case Happens():
            about = " ".join(condition.about)
            return f'{condition.concept}("{_quoted(about)}")' if about else condition.concept
        case Exceeds():
            return _comparison(condition)
        case Has():
            return " or ".join(f'{condition.attribute} == "{value}"' for value in condition.values)
        case Resembles():
            return f'says("{_quoted(condition.quote)}")'
        case Judgment():
            return f'asked("{_quoted(condition.quote)}")'
        case Refers():
            return condition.part
        case AllOf():
            return " and ".join(_bracketed(part) for part in condition.parts)
        case AnyOf():
            return " or ".join(_bracketed(part) for part in condition.parts)
        case AtLeast():
            return f"at_least({condition.count}, {', '.join(expression(part) for part in condition.parts)})"
        case Not():
            return f"not {_bracketed(condition.part)}"
        case unreachable:
            assert_never(unreachable)


def _sentence(condition: Condition) -> str:
    match condition:
        case Happens():
            title = lexicon().concepts[condition.concept].title
            return (
                say("reading", "about", concept=title, about=", ".join(condition.about)) if condition.about else title
            )
        case Exceeds():
            inside = say("reading", "within", window=window(condition.within)) if condition.within else ""
            return say("reading", "exceeds", what=_what(condition), bound=told(condition)) + inside
        case Has():
            values = say("reading", "or").join(condition.values)
            return say("reading", "has", attribute=attributes()[condition.attribute].title, values=values)
        case Resembles():
            return say("reading", "resembles", quote=" ".join(condition.quote.split()))
        case Judgment():
            return say("reading", "judgment", quote=" ".join(condition.quote.split()))
        case Refers():
            return condition.part
        case AllOf():
            return say("reading", "and").join(_inner(part) for part in condition.parts)
        case AnyOf():
            return say("reading", "or").join(_inner(part) for part in condition.parts)
        case AtLeast():
            parts = "; ".join(_sentence(part) for part in condition.parts)
            return say("reading", "at_least", count=condition.count, parts=parts)
        case Not():
            return say("reading", "not", part=_sentence(condition.part))
        case unreachable:
            assert_never(unreachable)


def _inner(condition: Condition) -> str:
    said = _sentence(condition)
    return f"({said})" if isinstance(condition, (AllOf, AnyOf)) else said


def _bracketed(condition: Condition) -> str:
    said = expression(condition)
    several = isinstance(condition, Has) and len(condition.values) > 1
    return f"({said})" if several or isinstance(condition, (AllOf, AnyOf)) or " and " in said else said


def _what(condition: Exceeds) -> str:
    return say(
        "measure",
        condition.measure,
        noun=(condition.unit if condition.quantity == "count" else None) or condition.noun or condition.quote,
    )


def _comparison(condition: Exceeds) -> str:
    noun = condition.unit if condition.quantity == "count" else condition.noun
    most = _BOTH if condition.measure == "between" else _FEW
    name = (
        "_".join([condition.measure, *_identifiers(noun)[:most]])
        if condition.measure not in _ALONE
        else condition.measure
    )
    parts = []
    if condition.low is not None:
        parts.append(f"{name} {'>' if condition.low_open else '>='} {_figure(condition.low, condition)}")
    if condition.high is not None:
        parts.append(f"{name} {'<' if condition.high_open else '<='} {_figure(condition.high, condition)}")
    return " and ".join(parts) or name


_FEW, _BOTH = 3, 9
"""How many words of what is measured its name holds; of two things, so that both are named."""
_ALONE = ("contacts", "occurrences", "age")


def _identifiers(noun: str | None) -> list[str]:
    return [word for word in (noun or "").casefold().split() if word.isidentifier()]


def _figure(value: float, condition: Exceeds) -> str:
    if condition.quantity in ("count", "number") and condition.measure != "size":
        return f"{value:g}"
    return f'"{shown(value, condition)}"'


def _quoted(quote: str) -> str:
    return " ".join(quote.split()).replace("\\", "").replace('"', "'")
