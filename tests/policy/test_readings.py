"""What criteria ask for, as their expressions say it."""

import pytest

from escalation_core import evaluate
from escalation_core.policy.expressions import parse_expression
from escalation_core.policy.reader import read_policy
from escalation_core.policy.rendering import expression as render


def told(criteria: str) -> list[str]:
    return [criterion.expression for criterion in read_policy(criteria).criteria]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (
            "- The ferry office passes it to Legal within one day if a passenger was injured, unless they accepted our offer in writing.",
            "injury and not offer_accepted",
        ),
        (
            "- The member says that we treated them worse because of age, religion or disability → Equality Lead",
            "discrimination",
        ),
        (
            "- The tenant, or someone acting for them, has gone to the police → Duty Manager, same day",
            "police_involved",
        ),
    ],
)
def test_a_criterion_is_read_as_it_is_meant(criteria: str, expected: str) -> None:
    assert told(criteria) == [expected]


def test_what_one_sentence_asks_for_together_is_judged_piece_by_piece() -> None:
    policy = read_policy("- The lift is out of service for more than 4 hours and there is no workaround → Facilities")

    assert [part.text for part in policy.criteria[0].parts] == [
        "The lift is out of service for more than 4 hours",
        "there is no workaround",
    ]


@pytest.mark.parametrize(
    ("situation", "status"),
    [
        ("The lift shook on the way up. Anna Berg, Harbour Circle member since May.", "met"),
        ("The lift shook on the way up. She is not in the Harbour Circle.", "not_met"),
        ("The lift shook on the way up.", "unknown"),
    ],
)
def test_what_a_customer_is_stays_open_where_nothing_is_said(situation: str, status: str) -> None:
    evaluation = evaluate("- the guest is a Harbour Circle member → Key Accounts", situation)

    assert evaluation.findings[0].status == status


def test_one_of_ours_before_who_acts_counts_out_no_parts() -> None:
    policy = read_policy("1. Somebody was injured by one of our drones: Flight Safety Lead, within 30 minutes.")

    criterion = policy.criteria[0]
    assert (criterion.route, criterion.parts) == ("Flight Safety Lead", ())


def test_what_falls_away_is_no_condition_of_the_rule_that_says_so() -> None:
    policy = read_policy(
        "1. Fire in the boiler room: Warden, at once.\n\nDo not escalate\n"
        "a) Where a fire drill was announced, clause 1 falls away.\n"
    )

    assert "fall" not in policy.criteria[-1].expression


@pytest.mark.parametrize(
    ("criteria", "route"),
    [
        ("1. If a member is locked out at night, call the night porter within 15 minutes.", "night porter"),
        ("2. When the till of the shop is down, tell IT within 10 minutes.", "IT"),
    ],
)
def test_who_is_to_be_called_by_when_is_a_team_in_small_letters_too(criteria: str, route: str) -> None:
    assert read_policy(criteria).criteria[0].route == route


def test_a_second_time_that_an_event_lasts_belongs_to_it() -> None:
    assert told("- When the internet is down for more than one firm, or for more than 30 minutes → IT") == [
        'outage and (count_firm > 1 or duration > "30 minutes")'
    ]


def test_a_rule_that_says_first_what_it_spares_asks_for_what_stands_behind_its_if() -> None:
    policy = read_policy(
        "1. A parcel is late → Depot Desk, same day\n\nExceptions\n"
        "- Rule 1 does not apply if the customer has picked up the parcel at a shop.\n"
    )

    assert policy.criteria[-1].expression == 'says("the customer has picked up the parcel at a shop")'


def test_whoever_acts_by_a_time_is_the_team() -> None:
    policy = read_policy("If a child has not come in by 9.30, the attendance officer rings home within 15 minutes.")

    assert (policy.criteria[0].route, policy.criteria[0].deadline) == ("attendance officer", "within 15 minutes")


def test_the_same_call_in_a_further_sentence_is_one_more_criterion() -> None:
    policy = read_policy(
        "Ring the Harbour Master within 10 minutes if a boat is adrift. "
        "He gets the same call, day or night, when a child is missing."
    )

    assert [(criterion.route, criterion.deadline) for criterion in policy.criteria] == [
        ("Harbour Master", "within 10 minutes")
    ] * 2


def test_things_of_each_of_which_the_same_is_said_are_alternatives() -> None:
    assert told("- Floods, fires and injuries go to the Warden within 1 hour.") == [
        "flood or electric_or_fire or injury"
    ]


def test_that_a_matter_stays_here_is_no_condition_of_it() -> None:
    policy = read_policy("- A fire: Warden, at once\n\nNot passed on\n- Lost umbrellas are dealt with in the office.\n")

    assert policy.criteria[-1].expression == 'says("Lost umbrellas")'


def test_a_column_of_times_named_when_holds_the_deadlines() -> None:
    policy = read_policy(
        "Level | What | Who | When\n"
        "Red | A child is lost for more than 10 minutes | Duty Security Manager | Immediately\n"
        "Amber | Lift closed for more than 30 minutes | Facilities | Within 1 hour\n"
        "Green | Lost umbrellas | Desk | -\n"
    )

    assert [criterion.deadline for criterion in policy.criteria] == ["Immediately", "Within 1 hour", None]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (
            "- The account is not on the Enterprise plan and the database is corrupted → Desk",
            'not tier == "enterprise" and data_corrupted',
        ),
        ("- The loss is reserved or estimated above £25,000 → Desk", 'amount_loss_reserv_estim > "25,000 GBP"'),
        (
            "- If the alarm company rings or an alarm has been going for more than 5 minutes → Site Lead",
            'says("the alarm company rings") or duration_alarm_go > "5 minutes"',
        ),
        ("- Where a passenger was injured, the case goes to the Claims team the same day.", "injury"),
        (
            "- Three or more claims reach us from one street or village within 24 hours → Surge desk",
            "count_claims >= 3",
        ),
        (
            "- The sofa was ordered less than 14 days before the cancellation → Desk",
            'between_sofa_order_and_cancel < "14 days"',
        ),
    ],
)
def test_what_the_words_around_a_condition_make_of_it(criteria: str, expected: str) -> None:
    assert told(criteria) == [expected]


def test_a_part_that_is_denied_is_a_part_and_no_exception() -> None:
    policy = read_policy("- The account is not on the Enterprise plan and production is down → On-call")

    assert [part.kind for part in policy.criteria[0].parts] == ["part", "part"]


def test_an_aside_that_widens_a_verb_parts_no_condition() -> None:
    policy = read_policy("- A cyclist was hurt and our driver is, or is likely to be, held liable → Liability team")

    assert [part.text for part in policy.criteria[0].parts] == [
        "A cyclist was hurt",
        "our driver is, or is likely to be, held liable",
    ]


def test_that_a_higher_level_comes_first_is_no_condition() -> None:
    assert told("## P3 Routine\n- the boiler is broken and P1 does not fit") == ["basic_supply_out"]


def test_beside_an_age_the_rest_of_the_words_are_asked_for() -> None:
    evaluation = evaluate(
        "- An adult asks a player under 18 to move to a private messenger → Safety",
        "My son is 12 and lost his sword in the last patch.",
    )

    assert evaluation.findings[0].status == "not_met"


def test_words_that_only_say_that_an_event_took_place_are_nothing_it_must_be_told_of() -> None:
    evaluation = evaluate("- A journalist is involved → Press Desk", "A journalist from the Gazette rang at noon.")

    assert evaluation.findings[0].status == "met"


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (
            "- A child under 14 plans to meet, or has met, a stranger from the internet → Duty Lead",
            'minor("meet") and age < 14 and meets_online_contact("met stranger internet")',
        ),
        (
            "- A child under 5, or somebody who depends on medical equipment, lives there → Duty Lead",
            "(minor and age < 5) or relies_on_aid",
        ),
        (
            "- Details about a real pupil or parent have reached somebody who has no right to them → Data Lead",
            'intrusion("right")',
        ),
        (
            "- A child under 5 or somebody of 80 or older has no heating → Duty Lead",
            "((minor and age < 5) or age >= 80) and basic_supply_out",
        ),
    ],
)
def test_of_whom_it_is_told_is_no_event_of_its_own(criteria: str, expected: str) -> None:
    assert told(criteria) == [expected]


def test_words_that_name_a_wide_and_a_narrow_concept_ask_for_the_narrow_one() -> None:
    assert told("- The passenger is pregnant → Ferry Nurse") == ["pregnancy"]


def test_as_long_as_nobody_does_it_is_an_exception() -> None:
    policy = read_policy("- Swearing and name calling, as long as nobody is threatened with violence → Arena Desk")

    assert policy.criteria[0].expression == "strong_language and not threat_of_violence"


def test_a_clause_of_few_words_is_a_condition_of_its_own() -> None:
    assert told("- The guest waited more than 3 days and no decision has been given → Desk") == [
        'duration_guest_wait > "3 days" and says("no decision has been given")'
    ]


def test_a_list_is_what_its_last_member_makes_of_all_its_members() -> None:
    assert told("- A wheelchair, a walking frame or other mobility aid that we broke or lost → Access desk") == [
        "device_lost or mobility_aid_damaged"
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("New equipment and how-to questions", "new_equipment_request or how_to_question"),
        ("A power cut and no injury", "power_cut and not injury"),
    ],
)
def test_things_that_stay_here_are_alternatives_and_circumstances_are_not(item: str, expected: str) -> None:
    assert told(f"# What stays here\n\n- {item}\n\n# Press Desk\n\n- a journalist") == [expected, "press_involved"]


def test_a_panel_is_a_team() -> None:
    policy = read_policy("If a second appeal was refused, the Appeals panel gets it within 3 working days.")

    assert policy.criteria[0].route == "Appeals panel"


@pytest.mark.parametrize(
    "criterion",
    [
        "- a bill is more than £150 above the estimate → Desk",
        "- the invoice is more than 20 % above our written quote → Desk",
        "- The sofa was ordered less than 14 days before the cancellation → Desk",
    ],
)
def test_an_expression_that_is_shown_can_be_read_back(criterion: str) -> None:
    expression = read_policy(criterion).criteria[0].expression

    assert render(parse_expression(expression)) == expression
