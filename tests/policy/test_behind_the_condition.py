"""Who acts, by when and how urgently, where a sentence or column behind the condition says nothing else."""

from escalation_core.policy.reader import read_policy


def test_a_lone_colour_behind_the_action_is_the_severity() -> None:
    policy = read_policy(
        "(1) If a client has had a fall\n      then tell the On-call Nurse, straight away. RED\n\n"
        "(2) If a dose was left out\n      then tell the Day Nurse, within 30 minutes. AMBER\n"
    )

    assert [(one.route, one.deadline, one.severity) for one in policy.criteria] == [
        ("On-call Nurse", "straight away", "RED"),
        ("Day Nurse", "within 30 minutes", "AMBER"),
    ]


def test_a_role_is_named_with_the_place_it_belongs_to() -> None:
    policy = read_policy("1.2 A wound has come open. Head nurse of that clinic, within one hour.\n")

    assert (policy.criteria[0].route, policy.criteria[0].deadline) == ("Head nurse of that clinic", "within one hour")


def test_whoever_the_caller_is_put_through_to_acts() -> None:
    policy = read_policy("1.1 An animal cannot be woken. Put through to the duty vet, at once.\n")

    assert (policy.criteria[0].route, policy.criteria[0].deadline) == ("duty vet", "at once")


def test_a_column_for_at_the_latest_holds_the_deadlines() -> None:
    policy = read_policy(
        "| What we look at | Hand over to | At the latest |\n|---|---|---|\n"
        "| Somebody was hurt at work | Health & Safety | 1 hour |\n"
    )

    assert policy.criteria[0].deadline == "1 hour"


def test_a_team_in_a_heading_is_told_by_the_channel_in_its_bracket() -> None:
    policy = read_policy("## Risk (phone, within 1 hour)\n- An account was taken over.\n")

    assert (policy.criteria[0].route, policy.criteria[0].deadline) == ("Risk", "within 1 hour")


def test_a_short_condition_before_its_action_is_no_title() -> None:
    policy = read_policy(
        "- A client has had a fall. Tell the On-call Nurse within 1 hour.\n- A dose was left out. Tell the Nurse, at once.\n"
    )

    assert [one.route for one in policy.criteria] == ["On-call Nurse", "Nurse"]


def test_a_lone_colour_ends_a_line_that_says_all_before_it() -> None:
    policy = read_policy(
        "- A customer was hurt: call the site manager at once. RED\n- A tyre was flat: tell the desk. GREEN\n"
    )

    assert [one.severity for one in policy.criteria] == ["RED", "GREEN"]
