"""How data from outside is taken: a field that is not known is refused."""

from typing import Any

STRICT: dict[str, Any] = {"extra": "forbid"}
