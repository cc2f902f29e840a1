"""What passes between the page and the core: one request, one reply, told apart by `op`."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from escalation_core.model.brief import Audience, Channel, Tone, Warning
from escalation_core.model.evaluation import Amendment, Evaluation, Outcome
from escalation_core.model.format import Format
from escalation_core.model.mention import Reading
from escalation_core.model.policy import Policy
from escalation_core.model.preset import Preset, Wording
from escalation_core.model.record import Record, Verification
from escalation_core.model.redaction import Redaction
from escalation_core.model.span import Span
from escalation_core.model.strict import STRICT


@dataclass(frozen=True, slots=True)
class About:
    """Ask which engine this is."""

    __pydantic_config__ = STRICT
    op: Literal["about"]


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Ask for an evaluation; `now` is an ISO 8601 date and time."""

    __pydantic_config__ = STRICT
    op: Literal["evaluate"]
    criteria: str
    situation: str
    answers: dict[str, str] = field(default_factory=dict)
    now: str | None = None
    audience: Audience = Audience.GENERAL
    channel: Channel = Channel.EMAIL
    tone: Tone = Tone.NEUTRAL
    language: str = "en"
    excluded: tuple[Span, ...] = ()
    amended: tuple[Amendment, ...] = ()
    readings: dict[str, str] = field(default_factory=dict)
    ask_customer: tuple[str, ...] = ()
    preset: str | None = None
    preset_version: str | None = None
    wording: Wording = field(default_factory=Wording)
    filled: dict[str, str] = field(default_factory=dict)
    today: date | None = None


@dataclass(frozen=True, slots=True)
class MakeRecord(Evaluate):
    """Ask for the record of an evaluation and of what a person decided."""

    __pydantic_config__ = STRICT
    op: Literal["record"]  # type: ignore[assignment]
    decided: Outcome | None = None
    by: str | None = None
    at: str | None = None
    reason: str | None = None
    note: str | None = None
    first_view: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Verify:
    """Ask whether a record, in JSON, comes out the same again."""

    __pydantic_config__ = STRICT
    op: Literal["verify"]
    record: str
    criteria: str
    situation: str


@dataclass(frozen=True, slots=True)
class ReadPolicy:
    """Ask how criteria are read, with the readings that a person corrected."""

    __pydantic_config__ = STRICT
    op: Literal["read_policy"]
    criteria: str
    readings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadSituation:
    """Ask how a situation is read."""

    __pydantic_config__ = STRICT
    op: Literal["read_situation"]
    situation: str
    now: str | None = None


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Ask whether an outgoing text may go out.

    `policy_times` are the times that the policy allows to be promised, `authorised` the texts that a preset requires.
    """

    __pydantic_config__ = STRICT
    op: Literal["check_words"]
    text: str
    language: str = "en"
    channel: Channel = Channel.EMAIL
    policy_times: tuple[str, ...] = ()
    allowed_links: tuple[str, ...] = ()
    authorised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindSecrets:
    """Ask which secrets and personal details an outgoing text holds."""

    __pydantic_config__ = STRICT
    op: Literal["find_secrets"]
    text: str


@dataclass(frozen=True, slots=True)
class WriteFormat(Evaluate):
    """Ask for brief and acknowledgment of an evaluation in a format."""

    __pydantic_config__ = STRICT
    op: Literal["write_format"]  # type: ignore[assignment]
    form: Format = Format.PLAIN


@dataclass(frozen=True, slots=True)
class EscapeText:
    """Ask for an edited text, escaped for a format; in a `brief` its headings and bullets stay what they are."""

    __pydantic_config__ = STRICT
    op: Literal["escape_text"]
    text: str
    form: Format
    brief: bool = False


@dataclass(frozen=True, slots=True)
class CheckPreset:
    """Ask whether a preset, in TOML or as plain values in JSON, is one, and what it holds."""

    __pydantic_config__ = STRICT
    op: Literal["check_preset"]
    text: str


Request = (
    About
    | Evaluate
    | MakeRecord
    | Verify
    | ReadPolicy
    | ReadSituation
    | CheckWords
    | FindSecrets
    | WriteFormat
    | EscapeText
    | CheckPreset
)


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine this is, and which languages it writes."""

    __pydantic_config__ = STRICT
    version: str
    concepts: int
    languages: tuple[str, ...]
    vocabulary: tuple[str, ...] = ()
    """The names that an expression may use."""
    op: Literal["about"] = "about"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The evaluation."""

    __pydantic_config__ = STRICT
    evaluation: Evaluation
    op: Literal["evaluate"] = "evaluate"


@dataclass(frozen=True, slots=True)
class RecordMade:
    """The record, and the same as one line."""

    __pydantic_config__ = STRICT
    record: Record
    line: str
    op: Literal["record"] = "record"


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether the outcome is the same."""

    __pydantic_config__ = STRICT
    verification: Verification
    op: Literal["verify"] = "verify"


@dataclass(frozen=True, slots=True)
class PolicyRead:
    """The policy as read."""

    __pydantic_config__ = STRICT
    policy: Policy
    op: Literal["read_policy"] = "read_policy"


@dataclass(frozen=True, slots=True)
class SituationRead:
    """The situation as read."""

    __pydantic_config__ = STRICT
    reading: Reading
    op: Literal["read_situation"] = "read_situation"


@dataclass(frozen=True, slots=True)
class WordsChecked:
    """What is wrong with the text."""

    __pydantic_config__ = STRICT
    warnings: tuple[Warning, ...]
    op: Literal["check_words"] = "check_words"


@dataclass(frozen=True, slots=True)
class SecretsFound:
    """What had better not leave the house as it stands; a person chooses what is replaced."""

    __pydantic_config__ = STRICT
    redactions: tuple[Redaction, ...]
    op: Literal["find_secrets"] = "find_secrets"


@dataclass(frozen=True, slots=True)
class FormatWritten:
    """Brief and acknowledgment in the format."""

    __pydantic_config__ = STRICT
    brief: str
    acknowledgment: str
    op: Literal["write_format"] = "write_format"


@dataclass(frozen=True, slots=True)
class TextEscaped:
    """The text in the format."""

    __pydantic_config__ = STRICT
    text: str
    op: Literal["escape_text"] = "escape_text"


@dataclass(frozen=True, slots=True)
class PresetChecked:
    """The preset."""

    __pydantic_config__ = STRICT
    preset: Preset
    op: Literal["check_preset"] = "check_preset"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was done; `code` is for programs and stays, `message` is for people."""

    __pydantic_config__ = STRICT
    code: str
    message: str
    op: Literal["refused"] = "refused"


Reply = (
    Engine
    | Evaluated
    | RecordMade
    | Verified
    | PolicyRead
    | SituationRead
    | WordsChecked
    | SecretsFound
    | FormatWritten
    | TextEscaped
    | PresetChecked
    | Refused
)
