"""The brief as a script of four sentences to read aloud in half a minute: situation, background, assessment, ask."""

from collections.abc import Iterator

from escalation_core.language.wording import say
from escalation_core.model.brief import Brief
from escalation_core.writing.formats.escaping import plain

_PARTS = (
    ("situation", ("headline", "decision")),
    ("background", ("issue", "facts", "started", "status", "impact")),
    ("assessment", ("decision", "proof", "headline")),
    ("recommendation", ("ask", "asked", "action", "unknown", "read_back")),
)
_WORDS = 17
"""How many words of a part can be said in seven seconds."""


def spoken(brief: Brief) -> str:
    """One line each for situation, background, assessment and what is asked."""
    said: set[str] = set()
    return "\n".join(say("sbar", part, said=_said(brief, keys, said)) for part, keys in _PARTS)


def _said(brief: Brief, keys: tuple[str, ...], said: set[str]) -> str:
    text = next((text for text in _texts(brief, keys) if text not in said), None)
    if text is None:
        return say("sbar", "unknown")
    said.add(text)
    words = plain(text).split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _texts(brief: Brief, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        for section in brief.sections:
            if section.key == key:
                yield from (item.text for item in section.items)
