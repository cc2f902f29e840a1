"""The labelled cases are sound: quotes stand in their texts, keys and values are known, decisions follow from labels."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FILES = sorted(Path(__file__).parent.rglob("*.json"))
POLICIES: list[dict[str, Any]] = [json.loads(file.read_text(encoding="utf-8")) for file in FILES]
CASES = [pytest.param(policy, case, id=case["id"]) for policy in POLICIES for case in policy["cases"]]
each_policy = pytest.mark.parametrize("policy", POLICIES, ids=[policy["id"] for policy in POLICIES])
each_case = pytest.mark.parametrize(("policy", "case"), CASES)

KINDS = {"trigger", "exception", "do_not_escalate", "part"}
LABELS = {"met", "not_met", "unknown"}
OUTCOMES = {"escalate", "do_not_escalate", "needs_information"}


def values(given: dict[str, str | list[str]]) -> Iterator[str]:
    for value in given.values():
        yield from [value] if isinstance(value, str) else value


def state(criterion: dict[str, Any], policy: dict[str, Any], labels: dict[str, str]) -> str:
    """What a trigger comes to once the rules that cancel it are counted in."""
    cancelling = {labels.get(c["key"]) for c in policy["criteria"] if criterion["key"] in c.get("cancels", [])}
    own = labels.get(criterion["key"], "not_met")
    if own == "not_met" or "met" in cancelling:
        return "not_met"
    return "unknown" if "unknown" in cancelling else own


def outcome(policy: dict[str, Any], labels: dict[str, str]) -> str:
    triggers = [c for c in policy["criteria"] if c["kind"] == "trigger" and c.get("escalates", True)]
    states = {state(criterion, policy, labels) for criterion in triggers}
    if "met" in states:
        return "escalate"
    return "needs_information" if "unknown" in states else "do_not_escalate"


def joined(at_least: int, parts: list[str]) -> str:
    if parts.count("met") >= at_least:
        return "met"
    return "unknown" if len(parts) - parts.count("not_met") >= at_least else "not_met"


def test_there_are_at_least_eight_policies_and_forty_eight_situations() -> None:
    assert len(POLICIES) >= 8
    assert len(CASES) >= 48


@each_policy
def test_a_policy_file_is_named_by_its_id(policy: dict[str, Any]) -> None:
    assert policy["id"] in {file.stem for file in FILES}


@each_policy
def test_every_criterion_stands_once_in_its_policy(policy: dict[str, Any]) -> None:
    assert {c["key"]: policy["policy"].count(c["text"]) for c in policy["criteria"]} == {
        c["key"]: 1 for c in policy["criteria"]
    }


@each_policy
def test_kinds_and_the_keys_that_criteria_name_are_known(policy: dict[str, Any]) -> None:
    keys = [c["key"] for c in policy["criteria"]]
    assert max(Counter(keys).values()) == 1
    assert {c["kind"] for c in policy["criteria"]} <= KINDS
    assert {named for c in policy["criteria"] for field in ("cancels", "parts") for named in c.get(field, [])} <= set(
        keys
    )


@each_policy
def test_route_level_and_deadline_are_worded_as_in_the_policy(policy: dict[str, Any]) -> None:
    said = {c[field] for c in policy["criteria"] for field in ("route", "severity", "deadline") if c[field]}
    assert {words for words in said if words.lower() not in policy["policy"].lower()} == set()


@each_policy
def test_every_policy_has_all_three_outcomes(policy: dict[str, Any]) -> None:
    assert {case["decision"] for case in policy["cases"]} == OUTCOMES


@each_case
def test_labels_name_the_criteria_of_the_policy(policy: dict[str, Any], case: dict[str, Any]) -> None:
    keys = {c["key"] for c in policy["criteria"]}
    named = {*case["labels"], *case["evidence"], *case["questions"], *case.get("timeline", {})}
    assert named <= keys
    assert set(case["labels"].values()) <= LABELS


@each_case
def test_every_quote_stands_in_the_situation(policy: dict[str, Any], case: dict[str, Any]) -> None:
    quotes = [*values(case["evidence"]), *values(case["facts"]), *case.get("timeline", {}).values()]
    assert [quote for quote in quotes if quote not in case["situation"]] == []


@each_case
def test_what_is_met_is_quoted_and_what_is_unknown_is_asked(policy: dict[str, Any], case: dict[str, Any]) -> None:
    labels = case["labels"]
    assert {key for key, label in labels.items() if label == "met"} <= set(case["evidence"])
    assert {key for key, label in labels.items() if label == "unknown"} == set(case["questions"])


@each_case
def test_combinations_follow_from_their_parts(policy: dict[str, Any], case: dict[str, Any]) -> None:
    for criterion in policy["criteria"]:
        if "parts" in criterion:
            parts = [case["labels"][key] for key in criterion["parts"]]
            assert case["labels"][criterion["key"]] == joined(criterion["at_least"], parts)


@each_case
def test_the_decision_follows_from_the_labels(policy: dict[str, Any], case: dict[str, Any]) -> None:
    assert case["decision"] == outcome(policy, case["labels"])
