"""The door to the page: one JSON request in, one JSON reply out, never an exception."""

import json
from datetime import datetime
from functools import cache
from typing import Annotated, assert_never

from pydantic import Field, TypeAdapter, ValidationError

from escalation_core._version import VERSION
from escalation_core.drafts.checker import check
from escalation_core.drafts.redaction import redactions
from escalation_core.errors import BadInput, EscalationError
from escalation_core.evaluation import evaluate
from escalation_core.language.lexicon import lexicon
from escalation_core.model.evaluation import Evaluation
from escalation_core.model.exchange import (
    About,
    CheckPreset,
    CheckWords,
    Engine,
    EscapeText,
    Evaluate,
    Evaluated,
    FindSecrets,
    FormatWritten,
    MakeRecord,
    PolicyRead,
    PresetChecked,
    ReadPolicy,
    ReadSituation,
    RecordMade,
    Refused,
    Reply,
    Request,
    SecretsFound,
    SituationRead,
    TextEscaped,
    Verified,
    Verify,
    WordsChecked,
    WriteFormat,
)
from escalation_core.model.plain import plain
from escalation_core.model.preset import Preset
from escalation_core.policy.corrections import corrected
from escalation_core.policy.expressions import vocabulary
from escalation_core.policy.reader import read_policy
from escalation_core.presets import preset_from, read_preset
from escalation_core.reading import read
from escalation_core.records import line, read_record, record_of, verify
from escalation_core.writing.formats import acknowledgment_in, brief_in, brief_text_in, text_in

_LANGUAGES = ("en", "de", "fr", "es")


def handle(request: str) -> str:
    """Carry out one request and reply in JSON."""
    try:
        return _told(_carry_out(_requests().validate_json(request)))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        return _told(Refused("bad_request", f"{place}: {first['msg']}".removeprefix(": ")))
    except EscalationError as error:
        return _told(Refused(error.code, str(error)))


def schemas() -> dict[str, object]:
    """The JSON Schemas of requests (as they are validated) and replies (as they are written)."""
    return {
        "request": _requests().json_schema(mode="validation"),
        "reply": TypeAdapter(Reply).json_schema(mode="serialization"),
    }


@cache
def _requests() -> TypeAdapter[Request]:
    return TypeAdapter(Annotated[Request, Field(discriminator="op")])


def _carry_out(request: Request) -> Reply:
    match request:
        case About():
            return Engine(VERSION, len(lexicon().concepts), _LANGUAGES, vocabulary())
        case MakeRecord():
            return _recorded(request)
        case WriteFormat():
            return _written(request)
        case Evaluate():
            return Evaluated(_evaluated(request))
        case Verify():
            return Verified(verify(read_record(request.record), request.criteria, request.situation))
        case ReadPolicy():
            return PolicyRead(corrected(read_policy(request.criteria), request.readings))
        case ReadSituation():
            return SituationRead(read(request.situation, now=_moment(request.now)))
        case CheckWords():
            return _checked(request)
        case FindSecrets():
            return SecretsFound(redactions(request.text))
        case EscapeText():
            told = brief_text_in if request.brief else text_in
            return TextEscaped(told(request.text, request.form))
        case CheckPreset():
            return PresetChecked(_preset(request.text))
        case unreachable:
            assert_never(unreachable)


def _evaluated(request: Evaluate) -> Evaluation:
    return evaluate(
        request.criteria,
        request.situation,
        answers=request.answers,
        now=_moment(request.now),
        audience=request.audience,
        channel=request.channel,
        tone=request.tone,
        language=request.language,
        excluded=request.excluded,
        amended=request.amended,
        readings=request.readings,
        ask_customer=request.ask_customer,
        preset=request.preset,
        preset_version=request.preset_version,
        wording=request.wording,
        filled=request.filled,
        today=request.today,
    )


def _recorded(request: MakeRecord) -> RecordMade:
    record = record_of(
        _evaluated(request),
        decided=request.decided,
        by=request.by,
        at=request.at,
        reason=request.reason,
        note=request.note,
        first_view=request.first_view,
    )
    return RecordMade(record, line(record))


def _written(request: WriteFormat) -> FormatWritten:
    told = _evaluated(request)
    return FormatWritten(brief_in(told.brief, request.form), acknowledgment_in(told.acknowledgment, request.form))


def _checked(request: CheckWords) -> WordsChecked:
    return WordsChecked(
        check(
            request.text,
            language=request.language,
            channel=request.channel,
            policy_times=request.policy_times,
            allowed_links=request.allowed_links,
            authorised=request.authorised,
        )
    )


def _preset(text: str) -> Preset:
    if text.lstrip().startswith("{"):
        try:
            return preset_from(json.loads(text))
        except (ValueError, RecursionError) as error:
            raise BadInput(f"not JSON: {error}") from error
    return read_preset(text)


def _moment(told: str | None) -> datetime | None:
    if not told:
        return None
    try:
        return datetime.fromisoformat(told)
    except ValueError as error:
        raise BadInput(f"now: {told!r} is no date and time; write it as 2026-03-02T14:30") from error


def _told(reply: Reply) -> str:
    return json.dumps(plain(reply), ensure_ascii=False, separators=(",", ":"))
