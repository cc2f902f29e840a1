"""The customer acknowledgment: what was received, who has it now, what happens next; nothing else is promised."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from escalation_core.drafts.checker import check
from escalation_core.drafts.placeholders import filled
from escalation_core.facts.addressee import Addressee
from escalation_core.language.case import case_names
from escalation_core.language.outgoing import letter_words
from escalation_core.model.brief import Acknowledgment, Channel, Tone
from escalation_core.model.evaluation import Decision, Outcome
from escalation_core.model.preset import Block, Wording
from escalation_core.writing.times import promises

_SUBJECT_LENGTH = 60
_PLAIN = Wording()
_NOBODY = Addressee()


def acknowledge(
    *,
    decision: Decision,
    to: Addressee = _NOBODY,
    channel: Channel = Channel.EMAIL,
    tone: Tone = Tone.NEUTRAL,
    language: str = "en",
    wording: Wording = _PLAIN,
    criteria: str = "",
    today: str | None = None,
    ask: tuple[str, ...] = (),
) -> Acknowledgment:
    """The text to send. A time is named only where `wording` gives one for the severity or route of the decision.

    A block stands there for its language and channel until its date, compared with `today` (ISO) where that is known.
    """
    promised = tuple(promises(wording.updates, decision, language, criteria))
    values: dict[str, object] = {
        "name": _name(to, language),
        "reference": to.reference,
        "about": to.subject if to.subject and not check(to.subject, language=language) else None,
        "outcome": decision.outcome.value,
        "tone": tone.value,
        "apology": _apology(wording, decision),
        "team": _team(wording, decision, language),
        "time": promised[0].text if promised else None,
        "ask": ask,
    }
    own = {**values, "contact_person": wording.contact_person}
    told = [block.text for block in wording.blocks if _stands(block, language, channel, today)]
    values["blocks"] = [filled(said, own) for said in told]
    text = _tidy(_templates().get_template(f"{language}/{channel.value}.j2").render(values))
    subject = _subject(language, values) if channel is Channel.EMAIL else None
    return Acknowledgment(
        channel=channel,
        subject=subject,
        text=text,
        warnings=check(
            text,
            language=language,
            channel=channel,
            policy_times=tuple(promise.text for promise in promised),
            allowed_links=wording.allowed_links,
            authorised=tuple(map(_tidy, told)),
        ),
        language=language,
        tone=tone,
        promise=promised[0] if promised else None,
    )


def _name(to: Addressee, language: str) -> str | None:
    """The name with its title as the language has it; none where it has no such title."""
    title, _, rest = (to.name or "").partition(" ")
    if title.casefold().rstrip(".") not in case_names()["titles"]:
        return to.name
    known = letter_words(language).titles.get(title.casefold().rstrip("."))
    return f"{known} {_surname(rest)}" if known and rest else None


def _surname(name: str) -> str:
    """What stands behind a title in a greeting: the last name, with the small words that belong to it."""
    said = name.split()
    first = next((at for at, word in enumerate(said) if word[0].islower()), len(said) - 1)
    return " ".join(said[first:])


def _apology(wording: Wording, decision: Decision) -> str:
    """What is escalated may become a claim: there at most the effect is regretted."""
    escalated = decision.outcome is Outcome.ESCALATE
    return "regret" if wording.apology == "full" and escalated else wording.apology


def _team(wording: Wording, decision: Decision, language: str) -> str | None:
    """The name under which customers may know the first route, in the language that presets are written in."""
    named = (wording.public_teams.get(route) for route in decision.routes)
    return next((name for name in named if name), None) if language == "en" else None


def _stands(block: Block, language: str, channel: Channel, today: str | None) -> bool:
    expired = today is not None and block.valid_until is not None and today[:10] > block.valid_until
    return block.language == language and channel.value in block.channel and not expired


def _subject(language: str, values: Mapping[str, object]) -> str:
    """One line; without the reference where that would be cut."""
    template = _templates().get_template(f"{language}/subject.j2")
    told = _tidy(template.render(values))
    return told if len(told) <= _SUBJECT_LENGTH else _tidy(template.render({**values, "reference": None}))


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
