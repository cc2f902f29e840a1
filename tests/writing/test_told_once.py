"""Nothing is told twice in a brief, and nothing stands where it does not belong."""

from escalation_core import evaluate
from escalation_core.model.brief import Brief

POLICY = "Escalate to the keeper when more than 20 animals are ill.\n"
SHED = """Shed log, Sat 8 March 2025, LM-4471. Farm: Hollow Beck Eggs

07:10 Mrs Tarn rings: hens off their feed since Friday, some lie down
07:20 water line flushed, same
07:40 told her a vet will ring by 09:00
07:55 still lying down. Please send litter before noon, she asks
"""


def brief(situation: str) -> Brief:
    return evaluate(POLICY, situation).brief


def section(situation: str, key: str) -> list[str]:
    return [item.text for part in brief(situation).sections if part.key == key for item in part.items]


def test_what_we_promised_is_no_deadline_of_the_customer_s() -> None:
    assert "09:00" not in section(SHED, "headline")[4] + " ".join(section(SHED, "deadline"))


def test_an_open_question_is_asked_once() -> None:
    told = brief(SHED).markdown

    assert told.count("How many") <= 1


def test_an_element_that_is_missing_is_told_by_its_question_alone() -> None:
    assert "Unknown: By when does the customer need it?" in section("Farm: Hollow Beck\n\nHens off feed.", "unknown")


def test_no_line_of_a_section_is_part_of_another() -> None:
    for part in brief(SHED).sections:
        told = [item.text for item in part.items]
        assert not [one for one in told for other in told if one is not other and one in other]
