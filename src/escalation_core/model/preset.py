"""A preset: criteria that an organisation shares, with what belongs to them."""

from dataclasses import dataclass, field

from escalation_core.model.evaluation import Outcome
from escalation_core.model.strict import STRICT


@dataclass(frozen=True, slots=True)
class Team:
    """A team that cases go to, and what for."""

    __pydantic_config__ = STRICT
    name: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Severity:
    """A level of urgency, and what it stands for."""

    __pydantic_config__ = STRICT
    name: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A situation with the outcome that the criteria must give; `met` begins the texts of criteria that must be met."""

    __pydantic_config__ = STRICT
    title: str
    situation: str
    outcome: Outcome
    met: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """A time that the policy allows to promise to a customer, and for which severity or route."""

    __pydantic_config__ = STRICT
    text: str
    severity: str | None = None
    route: str | None = None


PLACEHOLDERS = ("name", "reference", "team", "time", "contact_person")
"""What a block may leave open in braces: the customer's name and reference, who has the case, when they hear again, and
whom they may turn to."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text that a regulator requires in an acknowledgment, with `{placeholders}`; `valid_until` is an ISO date."""

    __pydantic_config__ = STRICT
    regime: str
    text: str
    language: str = "en"
    channel: tuple[str, ...] = ("email",)
    valid_until: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that a law sets for a case, for those who take over; `route` where it runs for one route only."""

    __pydantic_config__ = STRICT
    regime: str
    text: str
    route: str | None = None
    valid_until: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What the policy lets an acknowledgment say, and the times by law: `apology` is none, regret or full."""

    __pydantic_config__ = STRICT
    apology: str = "regret"
    updates: tuple[Update, ...] = ()
    allowed_links: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    public_teams: dict[str, str] = field(default_factory=dict)
    contact_person: str | None = None
    clocks: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True)
class Signals:
    """Phrases that count, or do not count, for one criterion, in the phrase language."""

    __pydantic_config__ = STRICT
    counts: tuple[str, ...] = ()
    does_not_count: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """Criteria with their owner, version and examples; `when` and `signals` are keyed by criterion id."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    means: str
    owner: str
    version: str
    criteria: str
    language: str = "en"
    valid_until: str | None = None
    teams: tuple[Team, ...] = ()
    severities: tuple[Severity, ...] = ()
    examples: tuple[Example, ...] = ()
    acknowledgment: Wording = field(default_factory=Wording)
    when: dict[str, str] = field(default_factory=dict)
    signals: dict[str, Signals] = field(default_factory=dict)
    reviewed: tuple[str, ...] = ()
