"""Texts made ready for where they go: what was pasted stays words, and can do nothing there."""

from collections.abc import Callable
from typing import assert_never

from escalation_core.model.brief import Acknowledgment, Brief, Item
from escalation_core.model.format import Format
from escalation_core.writing.formats import escaping
from escalation_core.writing.formats.edited import BULLET, HEADING, edited, parted
from escalation_core.writing.formats.spoken import spoken


def brief_in(brief: Brief, form: Format) -> str:
    """The brief in a format."""
    if form is Format.SBAR:
        return spoken(brief)
    escape, heading, bullet, _ = _marks(form)
    parts: list[str] = []
    for section in brief.sections:
        lines = [f"{bullet}{escape(_one_line(item))}" for item in section.items]
        title = [] if section.key == "headline" else [heading.format(escape(section.title))]
        parts.append("\n".join([*title, *lines]))
    return "\n\n".join(parts)


def acknowledgment_in(acknowledgment: Acknowledgment, form: Format) -> str:
    """The acknowledgment in a format, its subject first; read aloud it is the plain text."""
    escape, _, _, strong = _marks(form)
    text = text_in(acknowledgment.text, form)
    return f"{strong.format(escape(acknowledgment.subject))}\n\n{text}" if acknowledgment.subject else text


def text_in(text: str, form: Format) -> str:
    """A text that an agent has edited, escaped line by line."""
    escape, *_ = _marks(form)
    return "\n".join(escape(line) for line in text.split("\n"))


def brief_text_in(text: str, form: Format) -> str:
    """A brief that a person has edited as Markdown: its headings and bullets stay, every word behind them is escaped."""
    if form is Format.SBAR:
        return spoken(edited(text))
    escape, heading, bullet, _ = _marks(form)

    def told(line: str) -> str:
        mark, said = parted(line)
        return {HEADING: heading.format(escape(said)), BULLET: bullet + escape(said)}.get(mark, escape(said))

    return "\n".join(map(told, text.split("\n")))


def _one_line(item: Item) -> str:
    return " ".join(item.text.split())


def _marks(form: Format) -> tuple[Callable[[str], str], str, str, str]:
    match form:
        case Format.PLAIN | Format.SBAR:
            return escaping.plain, "{}", "- ", "{}"
        case Format.MARKDOWN:
            return escaping.markdown, "## {}", "- ", "**{}**"
        case Format.SLACK:
            return escaping.slack, "*{}*", "• ", "*{}*"
        case Format.JIRA:
            return escaping.jira, "h3. {}", "* ", "*{}*"
        case unreachable:
            assert_never(unreachable)
