"""A brief that a person has edited, read back from its Markdown: headings, bullets, and nothing else."""

from escalation_core.language.wording import wording
from escalation_core.model.brief import Audience, Brief, Item, Section, Source

HEADING, BULLET = "#", "-"
_MARKS = {"-": BULLET, "*": BULLET, "•": BULLET} | {HEADING * depth: HEADING for depth in range(1, 7)}


def parted(line: str) -> tuple[str, str]:
    """What a line is, a heading, a bullet or neither, and what it says."""
    mark, _, said = line.lstrip().partition(" ")
    return (_MARKS[mark], said) if mark in _MARKS else ("", line)


def edited(text: str) -> Brief:
    """The brief with the sections whose titles are known and one item for each line below them."""
    keys = {title: key for key, title in wording()["brief"].items()}
    rows: list[tuple[str, list[str]]] = [("", [])]
    for line in text.split("\n"):
        mark, said = parted(line)
        if mark == HEADING:
            rows.append((said.strip(), []))
        elif said.strip():
            rows[-1][1].append(said.strip())
    sections = tuple(
        Section(keys.get(title, "facts") if title else "headline", title, tuple(_item(said) for said in told))
        for title, told in rows
        if told
    )
    return Brief(Audience.GENERAL, sections, (), text)


def _item(said: str) -> Item:
    return Item(said, Source.ANSWERED)
