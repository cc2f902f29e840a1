"""The pasted text made regular at the same length: HTML becomes list marks, cells and breaks, and every place stays."""

import re
from collections.abc import Iterator
from html import unescape

BREAK, ENTRY, ROW, CELL = "\ue000", "\ue001", "\ue002", "\ue003"
"""A line break inside a cell, a list entry inside a cell, the start of an HTML row, and of a cell in it."""

_MARKUP = re.compile(r"<!--.{0,20000}?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{0,2000})?/?>|&#?\w{2,8};|\n", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\](\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])|\[\^[^\]\n]{1,20}\]")
_EMPHASIS = re.compile(r"\*\*+|__+|~~|`+|(?<![\w*])[*_](?=\w)|(?<=[\w.!?)])[*_](?!\w)|[\u200b\u200c\u200d\u2060\ufeff]")
_MARKS = str.maketrans(
    {
        BREAK: " ",
        ENTRY: " ",
        ROW: " ",
        CELL: " ",
        "\xa0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\u2019": "'",
        "\u2018": "'",
    }
)
_DRAWN = str.maketrans("│║┃─═━┌┐└┘├┤┬┴┼╔╗╚╝╠╣", "|||---+++++++++++++++")
_BOX = re.compile(r"^[ \t]*\+[-=]{6,}\+[ \t]*$", re.MULTILINE)
_SIDES = re.compile(r"^\|([^|\n]*)\|(?=[ \t]*$)", re.MULTILINE)
_HEADS = {"h1": "\n#", "h2": "\n##", "h3": "\n##", "h4": "\n##", "h5": "\n##", "h6": "\n##"}


def regular(text: str) -> str:
    """The text with HTML turned into plain structure, code point for code point."""
    told = text.replace("\r", " ").replace("\u2028", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    told = _unboxed(told)
    if "<" not in told and "&" not in told:
        return told
    return "".join(_pieces(told))


def _unboxed(text: str) -> str:
    """The text without the frame of a box drawn with signs around its lines."""
    text = text.translate(_DRAWN)
    if not _BOX.search(text):
        return text
    text = _SIDES.sub(lambda found: f" {found[1]} ", text)
    return _BOX.sub(lambda found: " " * len(found[0]), text)


def plain(view: str) -> str:
    """The view without emphasis and link targets, code point for code point."""
    told = _LINK.sub(_link, view) if "[" in view else view
    return _EMPHASIS.sub(lambda found: " " * len(found[0]), told).translate(_MARKS)


def _pieces(text: str) -> Iterator[str]:
    at, table, row = 0, 0, text.lstrip().startswith("|")
    last = max(text.lower().rfind(mark) for mark in ("</table", "</tr", "</td", "<td"))
    for found in _MARKUP.finditer(text):
        gap = text[at : found.start()]
        yield gap.replace("|", "¦") if table else gap
        at = found.end()
        closing, name = found[1] == "/", (found[2] or "").lower()
        if found[0] == "\n":
            row = text[at : at + 20].lstrip().startswith("|")
            yield " " if table else "\n"
            continue
        if found[0].startswith("&"):
            yield _padded(unescape(found[0])[:1].replace("\xa0", " ") or " ", found[0])
            continue
        if name == "table":
            table = max(0, table - 1) if closing else table + (found.start() < last)
        yield _padded(_sign(name, closing, bool(table), row), found[0])
    yield text[at:]


def _sign(name: str, closing: bool, table: bool, row: bool) -> str:
    inside = table or row
    match name, closing:
        case "tr", False:
            return "\n" + ROW
        case (("td" | "th"), False):
            return CELL
        case "li", False:
            return ENTRY if inside else "\n- "
        case (("br" | "p" | "div" | "ul" | "ol" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"), _) if inside:
            return BREAK
        case (("h1" | "h2" | "h3" | "h4" | "h5" | "h6"), False):
            return _HEADS[name]
        case "tr", True:
            return " " if table else "\n"
        case (("table" | "ul" | "ol"), True):
            return "\n"
        case (("br" | "p" | "div" | "li" | "ul" | "ol" | "table" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"), _):
            return "\n"
    return ""


def _padded(sign: str, markup: str) -> str:
    """The sign for a piece of markup, at the length of the markup; what is too long for it gives way."""
    if sign == "\n":  # what fills up must not look like an indent
        return sign.rjust(len(markup))
    return sign[: len(markup)].ljust(len(markup))


def _link(found: re.Match[str]) -> str:
    if found[1] is None:
        return " " * len(found[0])
    lead = found[0].index("[") + 1
    return " " * lead + found[1] + " " * (len(found[0]) - lead - len(found[1]))
