"""Who speaks in a chat that tells no times."""

from escalation_core.model.context import Holder
from escalation_core.text.passages import passages


def spoken(text: str) -> list[tuple[str | None, Holder]]:
    """The label and the holder of each passage."""
    return [(passage.label, passage.holder) for passage in passages(text)]


def test_names_that_take_turns_with_our_agent_are_speakers() -> None:
    chat = "Ines: we are stuck here\nAgent: what is your booking?\nInes: HL-20488\n"

    assert spoken(chat) == [("Ines", Holder.CUSTOMER), ("Agent", Holder.AGENT), ("Ines", Holder.CUSTOMER)]


def test_labels_of_a_form_are_no_speakers() -> None:
    form = "Customer: Lund\nOrder: 4711\nProblem: the lamp is broken\n"

    assert {holder for _, holder in spoken(form)} == {Holder.UNKNOWN}
