"""How a text stands to what it says: denied or not, real or supposed, now or over, said by whom and where."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the statement is made or denied."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """Whether the statement tells of the world as it is, or of one supposed, asked about or intended."""

    ACTUAL = "actual"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    ASKED = "asked"
    PLANNED = "planned"


class Time(StrEnum):
    """Whether the statement holds now, held once, held years ago, or held until it was put right."""

    CURRENT = "current"
    PAST = "past"
    LONG_AGO = "long_ago"
    RESOLVED = "resolved"


class Holder(StrEnum):
    """Whose statement it is, or about whom."""

    CUSTOMER = "customer"
    AGENT = "agent"
    SYSTEM = "system"
    OTHER = "other"
    UNKNOWN = "unknown"


class Place(StrEnum):
    """In which part of the text the statement stands."""

    BODY = "body"
    QUOTED_REPLY = "quoted_reply"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"
    FIELD = "field"
    LOG_LINE = "log_line"


@dataclass(frozen=True, slots=True)
class Context:
    """The five sides from which a statement is judged."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    time: Time = Time.CURRENT
    holder: Holder = Holder.UNKNOWN
    place: Place = Place.BODY

    @property
    def recalled(self) -> bool:
        """Whether it is a message of ours that a customer quotes below an own one."""
        return self.place is Place.QUOTED_REPLY and self.holder is Holder.AGENT

    def to_dict(self) -> dict[str, str]:
        """The context as plain strings, ready for JSON; what was long ago is past."""
        told = replace(self, time=Time.PAST) if self.time is Time.LONG_AGO else self
        return {name: str(value) for name, value in asdict(told).items()}
