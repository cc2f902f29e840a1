"""What the person should know of the input itself: odd characters, another language, great length."""

from collections.abc import Iterator

from escalation_core.language.wording import say
from escalation_core.model.policy import Policy

_LONG = 200_000
_BINARY_SHARE = 0.01


def notices(policy: Policy, situation: str) -> tuple[str, ...]:
    """The notices on both texts, as sentences."""
    return tuple(dict.fromkeys(said for text in (policy.text, situation) for said in _notices(text)))


def _notices(text: str) -> Iterator[str]:
    odd = sum(1 for letter in text if ord(letter) < ord(" ") and letter not in "\n\r\t\f\v") + text.count("\ufffd")
    if odd and odd >= _BINARY_SHARE * len(text):
        yield say("notice", "binary", count=odd)
    if len(text) >= _LONG:
        yield say("notice", "long", count=f"{len(text):,}")
