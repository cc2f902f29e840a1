"""An acknowledgment says what the preset lets it say, and passes its own checker."""

from datetime import datetime

import pytest

from escalation_core.evaluation import evaluate
from escalation_core.facts.addressee import Addressee
from escalation_core.model.brief import Acknowledgment, Channel, Tone
from escalation_core.model.preset import Block, Update, Wording
from escalation_core.writing.acknowledgment import acknowledge

CRITERIA = "- Escalate to Legal if a customer threatens legal action."
SUED = "Jane Miller says she will sue us. Ticket ABC-1234."
NOW = datetime(2026, 3, 2, 14, 30)


def told(
    wording: Wording, *, situation: str = SUED, now: datetime | None = NOW, language: str = "en"
) -> Acknowledgment:
    return evaluate(CRITERIA, situation, now=now, wording=wording, language=language).acknowledgment


def test_a_time_is_promised_where_the_preset_gives_one_for_everyone() -> None:
    said = told(Wording(updates=(Update("within 4 hours"),)))

    assert "within 4 hours" in said.text
    assert said.promise is not None
    assert not said.warnings


def test_a_time_for_another_route_or_severity_is_not_promised() -> None:
    updates = (Update("within 4 hours", route="Safety"), Update("within 2 hours", severity="P1"))

    assert told(Wording(updates=updates)).promise is None


def test_no_time_is_promised_where_nothing_is_escalated() -> None:
    assert told(Wording(updates=(Update("within 4 hours"),)), situation="How do I change my name?").promise is None


@pytest.mark.parametrize(("until", "stands"), [("2026-03-02", True), ("2026-03-01", False), (None, True)])
def test_a_block_stands_until_its_date(until: str | None, stands: bool) -> None:
    block = Block("UK", "You will have our answer in writing.", valid_until=until)

    assert (block.text in told(Wording(blocks=(block,))).text) is stands


def test_a_block_of_another_language_or_channel_does_not_stand() -> None:
    blocks = (Block("DE", "Pflichttext.", language="de"), Block("UK", "For chat.", channel=("chat",)))
    text = told(Wording(blocks=blocks)).text

    assert "Pflichttext" not in text
    assert "For chat" not in text


def test_without_an_apology_nothing_is_regretted() -> None:
    assert "sorry" in told(Wording()).text
    assert "sorry" not in told(Wording(apology="none")).text


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("channel", list(Channel))
def test_every_text_passes_the_checker(language: str, channel: Channel) -> None:
    for tone in Tone:
        for situation in (SUED, "How do I change my name?"):
            made = evaluate(CRITERIA, situation, channel=channel, tone=tone, language=language)
            assert not made.acknowledgment.warnings


@pytest.mark.parametrize(
    ("language", "time", "said"),
    [
        ("en", "within 1 hour", "within 1 hour"),
        ("de", "within 1 hour", "innerhalb von einer Stunde"),
        ("fr", "within 30 minutes", "sous 30 minutes"),
        ("es", "within 5 working days", "en un plazo de 5 días laborables"),
        ("de", "before the weekend", None),
    ],
)
def test_a_time_is_said_in_the_customers_language_or_not_at_all(language: str, time: str, said: str | None) -> None:
    promise = told(Wording(updates=(Update(time),)), language=language).promise

    assert (promise.text if promise else None) == said


def test_the_words_of_the_policy_stand_behind_a_time() -> None:
    criteria = f"{CRITERIA}\n\nWe write to the customer again within 4 hours. We are open all day."
    promise = evaluate(criteria, SUED, wording=Wording(updates=(Update("within 4 hours"),))).acknowledgment.promise

    assert promise is not None
    assert promise.source == "We write to the customer again within 4 hours."


def test_a_full_apology_is_made_only_where_nothing_is_escalated() -> None:
    assert "apologise" not in told(Wording(apology="full")).text
    assert "apologise" in told(Wording(apology="full"), situation="How do I change my name?").text


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Mr Declan Byrne", "Hello Mr Byrne,"),
        ("Dr Ines van der Berg", "Hello Dr van der Berg,"),
        ("Ann Lee", "Hello Ann Lee,"),
    ],
)
def test_a_title_is_followed_by_the_last_name(name: str, greeted: str) -> None:
    decision = evaluate("- Escalate if a customer threatens legal action.", "They will sue us.").decision

    assert acknowledge(decision=decision, to=Addressee(name=name)).text.startswith(greeted)
