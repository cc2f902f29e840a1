"""Records of decisions: made from an evaluation, written as one line, and verified by evaluating again."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter, ValidationError

from escalation_core.errors import BadRecord
from escalation_core.evaluation import evaluate
from escalation_core.judging.findings import flat
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Evaluation, Outcome
from escalation_core.model.record import Record, State, Verification

_SHORT = 12


def record_of(
    evaluation: Evaluation,
    *,
    decided: Outcome | None = None,
    by: str | None = None,
    at: str | None = None,
    reason: str | None = None,
    note: str | None = None,
    first_view: Outcome | None = None,
) -> Record:
    """The record of an evaluation and of what a person made of it; undecided where `decided` is None."""
    told, source = evaluation.decision, evaluation.provenance
    return Record(
        suggested=told.outcome,
        decided=decided,
        states=tuple(State(found.criterion.id, found.status) for found in flat(evaluation.findings)),
        answers={given.id: given.answer for given in evaluation.answers},
        engine=source.engine,
        criteria_sha256=source.criteria_sha256,
        situation_sha256=source.situation_sha256,
        by=by,
        at=at,
        reason=reason,
        note=note,
        first_view=first_view,
        routes=told.routes,
        severity=told.severity,
        carried_by=told.carried_by,
        now=source.now,
        excluded=source.excluded,
        amended=source.amended,
        preset=source.preset,
        preset_version=source.preset_version,
        preset_sha256=source.preset_sha256,
        readings=source.readings,
        filled=source.filled,
    )


def line(record: Record) -> str:
    """The record in one line for the ticket."""
    key = "open" if record.decided is None else "confirmed" if record.decided is record.suggested else "overridden"
    made = say(
        "record",
        key,
        suggested=say("outcome", record.suggested),
        decided=say("outcome", record.decided or record.suggested),
        by=record.by or say("record", "nobody"),
        reason=record.note or record.reason or say("record", "no_reason"),
    )
    criteria = ", ".join(f"{state.criterion} {say('status', state.status)}" for state in record.states)
    source = say(
        "record",
        "source",
        engine=record.engine,
        criteria=record.criteria_sha256[:_SHORT],
        situation=record.situation_sha256[:_SHORT],
    )
    return " · ".join([made, *([record.at] if record.at else []), criteria, *_preset(record), source])


def _preset(record: Record) -> Iterator[str]:
    if record.preset:
        shown = (record.preset_sha256 or "")[:_SHORT]
        yield say("record", "preset", preset=record.preset, version=record.preset_version or "", hash=shown)


def read_record(text: str) -> Record:
    """The record in a JSON text. Raises `BadRecord` with the first field that is wrong."""
    try:
        return _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise BadRecord(f"{place or 'record'}: {first['msg']}") from error


def verify(record: Record, criteria: str, situation: str) -> Verification:
    """Evaluate both texts again with the recorded answers, and say whether the outcome is the same."""
    now = datetime.fromisoformat(record.now) if record.now else None
    told = evaluate(
        criteria,
        situation,
        answers=record.answers,
        now=now,
        excluded=record.excluded,
        amended=record.amended,
        readings=record.readings,
    )
    again = record_of(told)
    found = tuple(_differences(record, again))
    return Verification(not found, found)


def _differences(record: Record, again: Record) -> Iterator[str]:
    if record.criteria_sha256 != again.criteria_sha256:
        yield say("record", "other_criteria")
    if record.situation_sha256 != again.situation_sha256:
        yield say("record", "other_situation")
    if record.suggested is not again.suggested:
        yield say("record", "other_outcome", then=say("outcome", record.suggested), now=say("outcome", again.suggested))
    before = _states(record)
    for criterion, status in _states(again).items():
        if before.get(criterion) != status:
            then = say("status", before[criterion]) if criterion in before else say("record", "absent")
            yield say("record", "other_state", criterion=criterion, then=then, now=say("status", status))
    if record.engine != again.engine:
        yield say("record", "other_engine", then=record.engine, now=again.engine)


def _states(record: Record) -> Mapping[str, str]:
    return {state.criterion: state.status.value for state in record.states}


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)
