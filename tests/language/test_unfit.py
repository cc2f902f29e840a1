"""What a note to lawyers must not hold is known in every language that we write."""

import pytest

from escalation_core.language.outgoing import languages, unfit
from escalation_core.text.unfit import no_fact

COUNTS = [said for language in languages()[1:] for said in unfit(language)["counts"]]
PASS = [said for language in languages()[1:] for said in unfit(language)["does_not_count"]]


@pytest.mark.parametrize("said", COUNTS)
def test_a_cause_an_opinion_or_an_apology_is_no_fact(said: str) -> None:
    assert no_fact(said)


@pytest.mark.parametrize("said", PASS)
def test_a_fact_is_one(said: str) -> None:
    assert not no_fact(said)
