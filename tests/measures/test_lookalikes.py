"""What looks like one kind of figure and is another."""

from escalation_core import read
from escalation_core.model.mention import MentionKind


def kinds(text: str) -> list[tuple[str, str]]:
    return [
        (found.kind.value, found.quote.strip())
        for found in read(text).mentions
        if found.kind is not MentionKind.CONCEPT
    ]


def test_a_date_with_dots_before_a_clock_time_is_no_phone_number() -> None:
    assert kinds("Started: 09.10.2025 13:15 UTC")[0][0] == "moment"


def test_a_plural_of_error_codes_is_no_length_of_time() -> None:
    assert ("duration", "502s") not in kinds("502s on article pages")
