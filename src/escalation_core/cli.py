"""The command line: evaluate, read, test a preset."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from escalation_core._version import VERSION
from escalation_core.errors import BadInput, EscalationError
from escalation_core.evaluation import evaluate
from escalation_core.language.wording import say
from escalation_core.model.evaluation import Evaluation
from escalation_core.model.format import Format
from escalation_core.model.mention import Mention
from escalation_core.model.plain import plain
from escalation_core.model.policy import Policy
from escalation_core.policy.reader import all_criteria, read_policy
from escalation_core.reading import read
from escalation_core.writing.formats import acknowledgment_in, brief_in


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where it did what was asked, 1 where a check failed, 2 for bad input with one clear line."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        return int(asked.run(asked))
    except EscalationError as error:
        print(f"escalation: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command, and where to read how it is written."""

    def error(self, message: str) -> NoReturn:
        """One clear line, and the exit code for bad input."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="escalation", description="Applies escalation criteria to a situation.")
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    evaluating = commands.add_parser("evaluate", help="say which criteria a situation meets, and what to do")
    evaluating.add_argument("--criteria", required=True, metavar="FILE")
    evaluating.add_argument("--situation", required=True, metavar="FILE|-")
    evaluating.add_argument(
        "--format", choices=("text", "markdown", "json", "plain", "slack", "jira", "sbar"), default="text"
    )
    evaluating.add_argument("--answer", action="append", default=[], metavar="ID=VALUE")
    evaluating.add_argument("--now", metavar="ISO-TIME")
    evaluating.set_defaults(run=_evaluate)
    reading = commands.add_parser("read", help="show how criteria or a situation are read")
    which = reading.add_mutually_exclusive_group(required=True)
    which.add_argument("--criteria", metavar="FILE")
    which.add_argument("--situation", metavar="FILE|-")
    reading.add_argument("--format", choices=("text", "json"), default="text")
    reading.add_argument("--now", metavar="ISO-TIME")
    reading.set_defaults(run=_read)
    testing = commands.add_parser("test", help="run the examples of a preset")
    testing.add_argument("preset", metavar="PRESET")
    testing.set_defaults(run=_test)
    verifying = commands.add_parser("verify", help="evaluate again and say whether a record comes out the same")
    verifying.add_argument("record", metavar="RECORD")
    verifying.add_argument("--criteria", required=True, metavar="FILE")
    verifying.add_argument("--situation", required=True, metavar="FILE|-")
    verifying.set_defaults(run=_verify)
    return parser


def _evaluate(asked: argparse.Namespace) -> int:
    answers = dict(_answer(given) for given in asked.answer)
    told = evaluate(_text(asked.criteria), _text(asked.situation), answers=answers, now=_now(asked.now))
    if not told.findings:
        raise BadInput(told.decision.reasoning)
    match asked.format:
        case "json":
            print(json.dumps(told.to_dict(), ensure_ascii=False, indent=1))
        case "markdown":
            print(told.brief.markdown)
        case "plain" | "slack" | "jira" | "sbar" as form:
            print(f"{brief_in(told.brief, Format(form))}\n\n{acknowledgment_in(told.acknowledgment, Format(form))}")
        case _:
            print("\n".join(_lines(told)))
    return 0


def _lines(told: Evaluation) -> list[str]:
    decision = told.decision
    lines = [decision.outcome.value.replace("_", " ").upper(), decision.reasoning, ""]
    for found in told.findings:
        lines += [f"{found.criterion.id:6} {found.status.value:8} {' '.join(found.criterion.text.split())[:100]}"]
        lines += [f"       {found.reason}"]
    if told.questions:
        lines += ["", *(f"? {question.criterion}: {question.text}" for question in told.questions)]
    return [*lines, "", told.brief.markdown, "", told.acknowledgment.text]


def _read(asked: argparse.Namespace) -> int:
    if asked.situation:
        told = read(_text(asked.situation), now=_now(asked.now))
        if asked.format == "json":
            print(json.dumps(told.to_dict(), ensure_ascii=False, indent=1))
        for mention in told.mentions if asked.format == "text" else ():
            value = _value(mention)
            context = " ".join(mention.context.to_dict().values())
            print(f"{mention.span.start:6} {mention.kind.value:10} “{mention.quote}” = {value}  [{context}]")
        return 0
    policy = read_policy(_text(asked.criteria))
    if asked.format == "json":
        print(json.dumps(plain(policy), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_account(policy)))
    return 0


def _value(mention: Mention) -> str:
    if mention.concept:
        return f"{mention.concept}: {mention.value}"
    return mention.value or f"{mention.low} … {mention.high} {mention.unit or ''}"


def _account(policy: Policy) -> list[str]:
    lines: list[str] = []
    for criterion in all_criteria(policy.criteria):
        facts = [criterion.kind.value, criterion.severity, criterion.route, criterion.deadline]
        lines += [f"{criterion.id}  {' · '.join(fact for fact in facts if fact)}"]
        lines += [
            f"    {' '.join(criterion.text.split())}",
            f"    → {criterion.reading}",
            f"    = {criterion.expression}",
        ]
    return [*lines, *(f"! {remark.criterion or ''} {remark.message}" for remark in policy.remarks)]


def _test(asked: argparse.Namespace) -> int:
    from escalation_core.presets import read_preset, try_examples

    tried = try_examples(read_preset(_text(asked.preset)))
    for example in tried:
        print(f"{'ok  ' if example.passes else 'FAIL'} {example.title}: {example.outcome.value}")
        if not example.passes:
            print(f"     expected {example.expected.value}; not met: {', '.join(example.unmet) or 'none missing'}")
    print(f"{sum(example.passes for example in tried)} of {len(tried)} pass")
    return 0 if all(example.passes for example in tried) else 1


def _verify(asked: argparse.Namespace) -> int:
    from escalation_core.records import read_record, verify

    told = verify(read_record(_text(asked.record)), _text(asked.criteria), _text(asked.situation))
    print(say("record", "same" if told.same else "different"))
    for difference in told.differences:
        print(f"- {difference}")
    return 0 if told.same else 1


def _text(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}: not a text in UTF-8 (byte {error.start})") from error


def _answer(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals:
        raise BadInput(f"--answer {given}: write it as ID=VALUE, for instance C3=yes")
    return key, value


def _now(given: str | None) -> datetime | None:
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given)
    except ValueError as error:
        raise BadInput(f"--now {given}: write it as 2026-03-02T14:30") from error
