"""What leaves the house: the handoff brief, the acknowledgment, and the warnings on either."""

from dataclasses import dataclass
from enum import StrEnum

from escalation_core.model.span import Quote, Span


class Audience(StrEnum):
    """For whom a brief is written."""

    GENERAL = "general"
    ON_CALL = "on_call"
    ACCOUNT = "account"
    LEGAL = "legal"


class Channel(StrEnum):
    """How an acknowledgment reaches the customer."""

    EMAIL = "email"
    CHAT = "chat"
    PHONE = "phone"
    STATUS_PAGE = "status_page"


class Tone(StrEnum):
    """How an acknowledgment sounds."""

    WARM = "warm"
    NEUTRAL = "neutral"
    FORMAL = "formal"


class Source(StrEnum):
    """Where an item of the brief comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    ANSWERED = "answered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the reader must know, and the words it rests on."""

    text: str
    source: Source
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; `key` stays, `title` is for the reader."""

    key: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """An element that the brief should hold and does not, with the question that would fill it."""

    key: str
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The handoff brief for one audience; `present` are the titles of the elements that it holds."""

    audience: Audience
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]
    markdown: str
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """A passage of an outgoing text that must not, or had better not, stand there.

    `rule` is N1 to N12; `blocks` says whether it must be mended before the text goes out; the `suggestion` may stand in
    the place of the whole `sentence`.
    """

    rule: str
    quote: str
    span: Span
    reason: str
    suggestion: str | None
    blocks: bool
    sentence: Span


@dataclass(frozen=True, slots=True)
class Promise:
    """A time that an acknowledgment names, and the words of the policy that allow it."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Acknowledgment:
    """What is sent to the customer, in `language` (ISO 639-1)."""

    channel: Channel
    subject: str | None
    text: str
    warnings: tuple[Warning, ...]
    language: str = "en"
    tone: Tone = Tone.NEUTRAL
    promise: Promise | None = None
