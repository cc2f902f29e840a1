"""The formats that a brief or an acknowledgment is copied in."""

from enum import StrEnum


class Format(StrEnum):
    """Where a text goes: as it is, to a place that knows markup, or to somebody's ear."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    SLACK = "slack"
    JIRA = "jira"
    SBAR = "sbar"
