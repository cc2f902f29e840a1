"""Rules that switch criteria off: what they are taken for, what they ask for, and what they cancel."""

import pytest

from escalation_core.model.policy import Criterion, Kind
from escalation_core.policy.reader import read_policy

_NUMBERED = """\
1. Fire in the hall. Warden, at once.
2. A parcel was lost. Claims desk, within a day.
3. A parcel was damaged. Quality desk, within a day.

Beside these
"""


def the_rule(criteria: str) -> Criterion:
    return read_policy(criteria).criteria[-1]


@pytest.mark.parametrize(
    ("rule", "cancelled", "asked"),
    [
        (
            "- While the customer has been refunded, (2) and (3) rest. Everything else goes on.",
            ["c2", "c3"],
            "refund_issued",
        ),
        ("- Skip row 3 if the customer has been refunded.", ["c3"], "refund_issued"),
        ("- A drill is no matter for rule 1.", ["c1"], "own_exercise"),
        ("- Rules 2 and 3 take a rest when the customer has been refunded.", ["c2", "c3"], "refund_issued"),
        ("- Once the customer has been refunded, point 3 no longer counts.", ["c3"], "refund_issued"),
        ("- As long as the customer has been refunded, nothing goes on under point 2.", ["c2"], "refund_issued"),
        ("- Row 2 is not handed over if the customer has been refunded.", ["c2"], "refund_issued"),
        ("- EXCEPT 2 and 3: the customer has been refunded.", ["c2", "c3"], "refund_issued"),
        ("- Except for clause 2: where the customer has been refunded.", ["c2"], "refund_issued"),
        ("- Line 3 is left alone where the customer has been refunded.", ["c3"], "refund_issued"),
    ],
)
def test_a_rule_switches_off_the_criteria_whose_numbers_it_names(rule: str, cancelled: list[str], asked: str) -> None:
    criterion = the_rule(_NUMBERED + rule)

    assert criterion.kind in (Kind.EXCEPTION, Kind.DO_NOT_ESCALATE)
    assert (list(criterion.cancels), criterion.expression) == (cancelled, asked)


def test_a_numbered_point_under_a_criterion_that_names_it_is_its_exception() -> None:
    policy = read_policy(
        "1. Wounds\n"
        "   1.1 A wound at one of our clinics is bleeding. Head nurse, within one hour.\n"
        "       1.1.1 Point 1.1 falls away if the customer has been refunded.\n"
        "   1.2 A dose was missed. Pharmacist, within one hour.\n"
    )

    assert [(one.kind.value, one.cancels) for one in policy.criteria] == [
        ("trigger", ()),
        ("exception", ("c1",)),
        ("trigger", ()),
    ]
    assert policy.criteria[1].expression == "refund_issued"


def test_a_section_named_by_its_number_is_all_its_criteria() -> None:
    criterion = the_rule(
        "1. Fire\n   1.1 Fire in the hall. Warden, at once.\n"
        "2. Parcels\n   2.1 A parcel was lost. Claims desk, within a day.\n"
        "   2.2 A parcel was damaged. Claims desk, within a day.\n"
        "   2.3 As long as the customer has been refunded, nothing goes on under section 2.\n"
    )

    assert (criterion.cancels, criterion.expression) == (("c2", "c3"), "refund_issued")


def test_a_row_of_a_table_is_known_by_its_number() -> None:
    criterion = the_rule(
        "| Row | What we see | Team |\n|---|---|---|\n| 1 | Fire in the hall | Warden |\n| 2 | A parcel was lost | Claims |\n\n"
        "- If the customer has been refunded, row 2 is not handed over.\n"
    )

    assert (criterion.cancels, criterion.expression) == (("c2",), "refund_issued")


@pytest.mark.parametrize(
    "criteria",
    [
        "- A parcel was lost.\n  - Don't page while the customer has been refunded.\n- Fire in the hall",
        "- A parcel was lost.\n  - Except where the customer has been refunded.\n- Fire in the hall",
        "- A parcel was lost.\n  - Nobody is called once the customer has been refunded.\n- Fire in the hall",
        "1) If a parcel was lost\n   then tell the Claims desk, straight away. RED\n"
        "   but not if the customer has been refunded\n2) Fire in the hall",
        "1. If a parcel was lost, the Claims desk is told within one day; if, however, the customer has been refunded, "
        "the Claims desk is not troubled with it.\n2. Fire in the hall",
        "1. If a parcel was lost, the Claims desk is told within one day; where the customer has been refunded, "
        "nobody is called.\n2. Fire in the hall",
    ],
)
def test_an_exception_that_stands_with_a_criterion_is_an_exception_to_that_alone(criteria: str) -> None:
    policy = read_policy("## Warden (phone, at once)\n" + criteria)

    rule = policy.criteria[1]
    assert rule.kind in (Kind.EXCEPTION, Kind.DO_NOT_ESCALATE)
    assert (rule.cancels, rule.expression) == (("c1",), "refund_issued")
    assert [one.kind for one in policy.criteria[::2]] == [Kind.TRIGGER, Kind.TRIGGER]


_NAMED = """\
Red
- A rack has lost both of its power feeds. Site desk, at once.
- A managed circuit has been down for an hour. Network desk, at once.

P2
- A parcel was lost. Claims desk, within a day.
- A parcel was damaged. Quality desk, within a day.

Not raised
"""


@pytest.mark.parametrize(
    ("rule", "cancelled"),
    [
        ("- The customer has been refunded: the lines on feeds and circuits do not count.", ["c1", "c2"]),
        ("- The customer has been refunded: the line about lost parcels does not apply.", ["c3"]),
        ("- If the customer has been refunded, the power feeds line is left out.", ["c1"]),
        ("- If the customer has been refunded, a lost parcel is not escalated.", ["c3"]),
        ("- The customer has been refunded: a damaged parcel is not handed over.", ["c4"]),
        ("- The customer has been refunded: P2 does not apply.", ["c3", "c4"]),
        ("- The customer has been refunded: nothing under P2 is handed over.", ["c3", "c4"]),
        ("- The customer has been refunded: the second point of P2 falls away.", ["c4"]),
        ("- A managed circuit that waits for the customer does not count.", ["c2"]),
        ("- If the customer has been refunded, nobody is called.", ["c1", "c2", "c3", "c4"]),
        (
            "- What concerns the sandbox only is answered by the desk. Lost parcels are still for the Claims desk.",
            ["c1", "c2", "c4"],
        ),
    ],
)
def test_a_rule_switches_off_the_criteria_that_it_names_by_their_subject(rule: str, cancelled: list[str]) -> None:
    assert list(the_rule(_NAMED + rule).cancels) == cancelled


def test_that_only_some_criteria_hold_switches_off_the_others() -> None:
    criterion = the_rule(
        _NUMBERED + "- A customer of another firm is sent there; of this rule only 2 and 3 hold for them."
    )

    assert criterion.cancels == ("c1",)


def test_but_not_if_behind_who_acts_is_no_condition_of_the_criterion() -> None:
    criterion = the_rule("- Fire in the hall goes to the Warden at once, but not if the customer has been refunded.")

    assert criterion.expression == 'electric_or_fire("hall") and not refund_issued'


def test_what_a_rule_spares_in_a_further_sentence_is_not_what_it_asks_for() -> None:
    criterion = the_rule(
        "- Whatever concerns the sandbox only is answered by Support, however loudly it is put. "
        "Real card data in the sandbox is still for the Card data team."
    )

    assert (criterion.kind, criterion.expression) == (Kind.DO_NOT_ESCALATE, "test_environment")


@pytest.mark.parametrize(
    "rule",
    [
        "The customer has been refunded: nothing is passed on.",
        "If the customer has been refunded, the desk keeps it.",
        "When the customer has been refunded, nobody is informed.",
        "Once the customer has been refunded, nothing goes on.",
        "Where the customer has been refunded, the Claims desk need not be called.",
        "Not so if the customer has been refunded.",
    ],
)
def test_words_that_keep_a_case_back_make_a_rule_of_what_stands_beside_them(rule: str) -> None:
    criterion = the_rule(_NUMBERED + f"- {rule}")

    assert criterion.kind in (Kind.EXCEPTION, Kind.DO_NOT_ESCALATE)
    assert criterion.expression == "refund_issued"


@pytest.mark.parametrize(
    "line",
    [
        "What the table does not name is solved at the desk.",
        "Whatever is not listed here stays with the desk.",
        "Anything that this page does not mention is settled by Support.",
        "What fits none of these stays with us.",
    ],
)
def test_what_becomes_of_all_that_is_not_named_is_no_rule_and_no_heading(line: str) -> None:
    assert [one.kind for one in read_policy(f"{line}\n\n- Fire in the hall → Warden").criteria] == [Kind.TRIGGER]
