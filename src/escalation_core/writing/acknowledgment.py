"""The customer acknowledgment: what was received, who has it now, what happens next; nothing else is promised."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from escalation_core.drafts.checker import check
from escalation_core.model.brief import Acknowledgment, Channel, Promise, Tone
from escalation_core.model.evaluation import Decision, Finding, Outcome, Question
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.preset import Block, Update, Wording

_SUBJECT_LENGTH = 60
_PLAIN = Wording()


def acknowledge(
    *,
    decision: Decision,
    findings: tuple[Finding, ...],
    facts: tuple[Fact, ...],
    questions: tuple[Question, ...] = (),
    channel: Channel = Channel.EMAIL,
    tone: Tone = Tone.NEUTRAL,
    language: str = "en",
    wording: Wording = _PLAIN,
    today: str | None = None,
    ask: tuple[str, ...] = (),
) -> Acknowledgment:
    """The text to send. A time is named only where `wording` gives one for the severity or route of the decision.

    A block stands there for its language and channel until its date, compared with `today` (ISO) where that is known.
    """
    times = tuple(update.text for update in wording.updates if _meant(update, decision))
    time = times[0] if times else None
    values = {
        "name": _first(facts, FactKind.CONTACT),
        "reference": _first(facts, FactKind.REFERENCE),
        "outcome": decision.outcome.value,
        "tone": tone.value,
        "apology": wording.apology,
        "time": time,
        "blocks": _blocks(wording, language, channel, today),
        "ask": ask,
    }
    text = _tidy(_templates().get_template(f"{language}/{channel.value}.j2").render(values))
    subject = _subject(language, values) if channel is Channel.EMAIL else None
    return Acknowledgment(
        channel=channel,
        subject=subject,
        text=text,
        warnings=check(
            text, language=language, channel=channel, policy_times=times, allowed_links=wording.allowed_links
        ),
        language=language,
        tone=tone,
        promise=Promise(time, time) if time else None,
    )


def _meant(update: Update, decision: Decision) -> bool:
    """Whether the time is given for this severity and this route; one that names neither is for every escalation."""
    if decision.outcome is not Outcome.ESCALATE:
        return False
    return _is(update.severity, (decision.severity or "",)) and _is(update.route, decision.routes)


def _is(wanted: str | None, given: tuple[str, ...]) -> bool:
    return wanted is None or wanted.casefold() in {each.casefold() for each in given}


def _blocks(wording: Wording, language: str, channel: Channel, today: str | None) -> tuple[str, ...]:
    return tuple(block.text for block in wording.blocks if _stands(block, language, channel, today))


def _stands(block: Block, language: str, channel: Channel, today: str | None) -> bool:
    expired = today is not None and block.valid_until is not None and today[:10] > block.valid_until
    return block.language == language and channel.value in block.channel and not expired


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
