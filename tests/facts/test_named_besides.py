"""What else a brief names: told where the text tells it, asked where it does not."""

import pytest

from escalation_core import evaluate
from escalation_core.facts.case import case_facts
from escalation_core.facts.situation import read_situation
from escalation_core.model.brief import Audience
from escalation_core.model.facts import FactKind

POLICY = "- Escalate if more than 10 customers are affected."
TICKET = """Ticket: QX-2207
Customer: Redfern Bakery
Browser: Firefox 128
Reproduced: yes, on our test till
Workaround: receipts by hand
Solicitor: Hale LLP

The tills print no receipts. Everyone else can print.
"""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FactKind.SCOPE, "Everyone else can print."),
        (FactKind.ENVIRONMENT, "Firefox 128"),
        (FactKind.REPLICATED, "yes, on our test till"),
        (FactKind.WORKAROUND, "receipts by hand"),
        (FactKind.COUNSEL, "Hale LLP"),
    ],
)
def test_it_is_quoted_from_its_field_or_sentence(kind: FactKind, said: str) -> None:
    assert said in [fact.quote for fact in case_facts(read_situation(TICKET)) if fact.kind is kind]


@pytest.mark.parametrize("said", ["Is there a workaround?", "If it only affects us, tell me.", "Restarted it by hand."])
def test_what_is_asked_or_supposed_is_not_told(said: str) -> None:
    kinds = {fact.kind for fact in case_facts(read_situation(said))}

    assert not kinds & {FactKind.WORKAROUND, FactKind.SCOPE}


def test_who_is_on_call_sees_in_one_line_what_else_is_unknown() -> None:
    told = evaluate(POLICY, "Customer: Redfern Bakery", audience=Audience.ON_CALL).brief.markdown

    assert "Unknown: Scope, Environment, Seen by us too, Workaround." in told


@pytest.mark.parametrize("audience", [Audience.GENERAL, Audience.ON_CALL, Audience.ACCOUNT, Audience.LEGAL])
def test_who_acts_for_the_customer_stands_in_every_view(audience: Audience) -> None:
    assert "Hale LLP" in evaluate(POLICY, TICKET, audience=audience).brief.markdown


def test_lawyers_read_whether_anybody_acts_for_the_customer() -> None:
    told = evaluate(POLICY, "Customer: Redfern Bakery", audience=Audience.LEGAL).brief

    assert "counsel" in {gap.key for gap in told.missing}


def test_a_person_can_fill_it_in() -> None:
    told = evaluate(POLICY, "Customer: Redfern Bakery", audience=Audience.ON_CALL, filled={"workaround": "none"})

    assert "Workaround: none" in told.brief.markdown
