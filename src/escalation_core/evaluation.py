"""The one line through the house: two texts in, one evaluation out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from escalation_core._version import VERSION
from escalation_core.errors import BadAnswer
from escalation_core.facts.addressee import Addressee, addressee
from escalation_core.facts.case import case_facts
from escalation_core.facts.situation import Situation, read_situation, without
from escalation_core.judging.apart import told_apart
from escalation_core.judging.decision import decide
from escalation_core.judging.findings import find, flat
from escalation_core.judging.questions import ask
from escalation_core.model.brief import Audience, Channel, Tone
from escalation_core.model.evaluation import Amendment, Answer, Evaluation, Finding, GivenAnswer, Provenance, Question
from escalation_core.model.facts import Fact, FactKind
from escalation_core.model.plain import plain
from escalation_core.model.policy import Policy
from escalation_core.model.preset import Wording
from escalation_core.model.span import Span
from escalation_core.notices import notices
from escalation_core.policy.corrections import corrected
from escalation_core.policy.reader import read_policy
from escalation_core.policy.tongue import tongue
from escalation_core.writing.acknowledgment import acknowledge
from escalation_core.writing.brief import write_brief
from escalation_core.writing.case import Case

_MOST_ASKED = 3
_LONGEST_FILLED = 500


def evaluate(
    criteria: str | Policy,
    situation: str,
    *,
    answers: Mapping[str, Answer] | None = None,
    now: datetime | None = None,
    audience: Audience = Audience.GENERAL,
    channel: Channel = Channel.EMAIL,
    tone: Tone = Tone.NEUTRAL,
    language: str = "en",
    excluded: Sequence[Span] = (),
    amended: Sequence[Amendment] = (),
    readings: Mapping[str, str] | None = None,
    ask_customer: Sequence[str] = (),
    preset: str | None = None,
    preset_version: str | None = None,
    wording: Wording | None = None,
    filled: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Evaluation:
    """Say which criteria a situation meets, what to do, and what to tell whom.

    `answers` is keyed by the id of a question or of a criterion; a value is "yes", "no", "unknown", or a figure with
    its unit in words. `now` is when the situation is told, if it is not to be taken from its own text. What was
    read at one of the `excluded` stretches counts for nothing: a person said that it is wrong; at an `amended` one
    stands what the person says instead. `readings` holds the expressions by which a person corrected how criteria are
    read, by criterion id. `filled` is what a person knows of the case by kind of fact, in the place of what the text
    says of that kind; empty words say that there is none. `ask_customer` holds the ids of the questions that the
    acknowledgment asks; `wording` what a preset lets it say, `today` the day on which it is sent. The same arguments
    give the same result, to the byte. Raises `BadAnswer` where an answer belongs to nothing that is asked or a figure
    is none, `BadPreset` where a corrected reading cannot be read.
    """
    read = criteria if isinstance(criteria, Policy) else read_policy(criteria)
    policy = corrected(read, readings or {})
    told = without(read_situation(situation, now, amended), excluded)
    given = by_criterion(answers or {})
    findings = find(policy, told, given)
    everything = tuple(flat(findings))
    decision = decide(findings, told=bool(situation.strip()), apart=told_apart(findings, told))
    questions = ask(findings, decision)
    known = _filled(filled or {})
    facts = tuple(fact for fact in case_facts(told) if fact.kind not in known)
    replies = _given(everything, given)
    said = wording or Wording()
    return Evaluation(
        decision=decision,
        findings=findings,
        brief=write_brief(
            Case(
                facts,
                findings,
                decision,
                questions,
                replies,
                {kind: said for kind, said in known.items() if said},
                tuple(clock for clock in said.clocks if clock.route is None or clock.route in decision.routes),
            ),
            audience,
        ),
        acknowledgment=acknowledge(
            decision=decision,
            to=_addressee(told, facts, known, language),
            criteria=policy.text,
            ask=_asked(questions, ask_customer),
            channel=channel,
            tone=tone,
            language=language,
            wording=said,
            today=_day(today, now),
        ),
        questions=questions,
        provenance=Provenance(
            engine=VERSION,
            criteria_sha256=_hash(policy.text),
            situation_sha256=_hash(situation),
            now=now.isoformat() if now else None,
            excluded=tuple(excluded),
            amended=tuple(amended),
            readings=dict(readings or {}),
            preset=preset,
            preset_version=preset_version,
            preset_sha256=_preset_hash(preset, preset_version, policy.text, said),
            filled=dict(filled or {}),
        ),
        remarks=policy.remarks,
        lines=policy.lines,
        facts=facts,
        answers=replies,
        notices=notices(policy, situation),
    )


def _day(today: date | None, now: datetime | None) -> str | None:
    day = today or (now.date() if now else None)
    return day.isoformat() if day else None


def by_criterion(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers keyed by criterion id alone: the id of a question is that of its criterion after "q-"."""
    return {key.removeprefix("q-"): answer for key, answer in answers.items()}


def _given(findings: tuple[Finding, ...], answers: Mapping[str, Answer]) -> tuple[GivenAnswer, ...]:
    return tuple(
        GivenAnswer(found.criterion.id, answers[found.criterion.id], found.question or found.criterion.text)
        for found in findings
        if found.criterion.id in answers
    )


def _asked(questions: tuple[Question, ...], wanted: Sequence[str]) -> tuple[str, ...]:
    """What the customer is asked: few questions, or none is answered."""
    return tuple(question.text for question in questions if question.id in wanted)[:_MOST_ASKED]


def _filled(told: Mapping[str, str]) -> dict[FactKind, str]:
    """What a person filled in, by kind. Raises `BadAnswer` where there is no such element."""
    for key in told:
        if key not in {kind.value for kind in FactKind}:
            raise BadAnswer(f"{key!r} is no element of the brief")
    return {FactKind(key): said.strip()[:_LONGEST_FILLED] for key, said in told.items()}


def _addressee(told: Situation, facts: tuple[Fact, ...], known: Mapping[FactKind, str], language: str) -> Addressee:
    """To whom the acknowledgment goes, as a person put it right; their heading is given back only in its language."""
    read = addressee(told, facts)
    found = replace(
        read,
        name=known.get(FactKind.CONTACT, read.name) or None,
        reference=known.get(FactKind.REFERENCE, read.reference) or None,
    )
    return found if tongue(told.text) == language else replace(found, subject=None)


def _preset_hash(preset: str | None, version: str | None, criteria: str, wording: Wording) -> str | None:
    """The hash of the preset as it was used: its name and version, its criteria and what it lets us say."""
    told = json.dumps([preset, version, criteria, plain(wording)], ensure_ascii=False, sort_keys=True)
    return _hash(told) if preset else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
