"""Pasted words escaped for a target, so that they can mention nobody, open no macro and hide no link."""

_RANGES = (
    (0x00, 0x08), (0x0D, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE0FFF),
)  # fmt: skip
_UNSEEN: dict[int, str | None] = {sign: None for first, last in _RANGES for sign in range(first, last + 1)} | {
    ord(sign): " " for sign in "\t\x0b\x0c\x85\u2028\u2029"
}
"""A list of our own: what Python knows of Unicode differs between its versions."""
_APART = "\u200b"
"""A space without width: it parts what a target would read as one, and the reader sees nothing."""
_MARKDOWN = frozenset("\\`*_{}[]()<>#+-!|~&")
_JIRA = frozenset("\\*_{}[]()|!#~^+-?&@")
_CAPITALS = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_SLACK_MARKS = frozenset("*_~`@#:<>")


def plain(text: str) -> str:
    """The words without signs that cannot be seen."""
    return text.translate(_UNSEEN)


def markdown(text: str) -> str:
    """For Markdown: every mark is a mark no more, and no address becomes a link or a mention by itself."""
    escaped = "".join("\\" + letter if letter in _MARKDOWN else letter for letter in plain(text))
    return _numbered(_unlinked(escaped))


def slack(text: str) -> str:
    """For Slack, where people paste: its marks parted from their words, and no entity, which would be read as written."""
    said = plain(text)
    return _unlinked("".join(_for_slack(said, at) for at in range(len(said))))


def jira(text: str) -> str:
    """For Jira's wiki markup: every mark with a backslash, and nothing at the beginning that makes a heading."""
    escaped = "".join("\\" + letter if letter in _JIRA else letter for letter in plain(text))
    return _headless(_unlinked(escaped))


def _for_slack(text: str, at: int) -> str:
    """One sign for Slack; a mark inside a word, as in an identifier, or a colon before a space marks nothing."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    harmless = (sign == "_" and before.isalnum() and after.isalnum()) or (sign == ":" and after in {"", " "})
    return _APART + sign + _APART if sign in _SLACK_MARKS and not harmless else sign


def _unlinked(text: str) -> str:
    """Without anything that a target turns into a link or a mention by itself."""
    text = text.replace("://", ":" + _APART + "//").replace("@", "@" + _APART)
    return _apart(_apart(text, "www."), "mailto:")


def _apart(text: str, word: str) -> str:
    """The word parted before its last sign wherever it stands, in capitals or not."""
    small = text.translate(_CAPITALS)
    parts: list[str] = []
    done = 0
    at = small.find(word)
    while at >= 0:
        cut = at + len(word) - 1
        parts.append(text[done:cut])
        done = cut
        at = small.find(word, cut)
    return _APART.join([*parts, text[done:]])


def _numbered(text: str) -> str:
    """Without a number at the beginning of a line that makes a list."""
    head = text.lstrip(" ")
    digits = len(head) - len(head.lstrip("0123456789"))
    at = len(text) - len(head) + digits
    return text[:at] + "\\" + text[at:] if digits and head[digits : digits + 1] == "." else text


def _headless(text: str) -> str:
    head = text.lstrip()
    at = len(text) - len(head) + 1
    begins = head[:1] in {"h", "b"} and (head[1:2].isdigit() or head[1:3] in {"q.", "q "})
    return text[:at] + _APART + text[at:] if begins else text
