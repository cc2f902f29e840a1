"""The customer acknowledgment: what was received, who has it now, what happens next; nothing else is promised."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from escalation_core.drafts.checker import check
from escalation_core.model.brief import Acknowledgment, Channel, Promise, Tone
from escalation_core.model.evaluation import Decision, Finding, Question
from escalation_core.model.facts import Fact, FactKind

_SUBJECT_LENGTH = 60


def acknowledge(
    *,
    decision: Decision,
    findings: tuple[Finding, ...],
    facts: tuple[Fact, ...],
    questions: tuple[Question, ...] = (),
    channel: Channel = Channel.EMAIL,
    tone: Tone = Tone.NEUTRAL,
    language: str = "en",
    apology: str = "regret",
    blocks: tuple[str, ...] = (),
    allowed_links: tuple[str, ...] = (),
    ask: tuple[str, ...] = (),
    to_customer_times: tuple[str, ...] = (),
) -> Acknowledgment:
    """The text to send. A time is named only where `to_customer_times` gives one that the policy lets us promise."""
    time = to_customer_times[0] if to_customer_times else None
    values = {
        "name": _first(facts, FactKind.CONTACT),
        "reference": _first(facts, FactKind.REFERENCE),
        "outcome": decision.outcome.value,
        "tone": tone.value,
        "apology": apology,
        "time": time,
        "blocks": blocks,
        "ask": ask,
    }
    text = _tidy(_templates().get_template(f"{language}/{channel.value}.j2").render(values))
    subject = _subject(language, values) if channel is Channel.EMAIL else None
    return Acknowledgment(
        channel=channel,
        subject=subject,
        text=text,
        warnings=check(
            text, language=language, channel=channel, policy_times=to_customer_times, allowed_links=allowed_links
        ),
        language=language,
        tone=tone,
        promise=Promise(time, time) if time else None,
    )


def _first(facts: tuple[Fact, ...], kind: FactKind) -> str | None:
    return next(
        (" ".join(fact.quote.split()) for fact in facts if fact.kind is kind and len(fact.quote) <= _SUBJECT_LENGTH),
        None,
    )


def _subject(language: str, values: Mapping[str, object]) -> str:
    return _tidy(_templates().get_template(f"{language}/subject.j2").render(values))[:_SUBJECT_LENGTH]


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("escalation_core.writing", "templates"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
