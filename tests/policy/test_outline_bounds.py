"""Any text at all is taken apart without complaint, line by line, in time that grows with its length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core.model.policy import Item, Use
from escalation_core.policy.outline import outline
from tests.work import calls

BITS = [
    "- ",
    "* ",
    "1. ",
    "a) ",
    "(ii) ",
    "| P1 | ",
    "|---|---|\n",
    "\t",
    "## ",
    "**",
    "<td>",
    "<ul><li>",
    "</table>",
    "<br/>",
    "→ Legal, ",
    "within 4 hours ",
    "IF ",
    "THEN page on-call ",
    "UNLESS ",
    "Exception: ",
    "any two of: ",
    "a customer complains. ",
    "🔴 ",
    "P1 – ",
    "Owner: ",
    "\n",
    "\n\n",
    "    ",
    "&nbsp;",
    "[x](y)",
    "> ",
    "```\n",
    "x",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(BITS), max_size=60).map("".join))


def every(items: tuple[Item, ...]) -> list[Item]:
    return [held for item in items for held in (item, *every(item.parts))]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_line_is_accounted_for_once(text: str) -> None:
    lines = outline(text).lines

    assert "\n".join(line.span.of(text) for line in lines) == text


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_item_stands_within_the_text(text: str) -> None:
    items = every(outline(text).items)

    assert all(0 <= item.span.start < item.span.end <= len(text) for item in items)
    assert all(0 <= ask.start <= ask.end <= len(text) for item in items for ask in item.asks)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_item_has_an_id_of_its_own(text: str) -> None:
    names = [item.id for item in every(outline(text).items)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["", "   \n\t\n", "\n\n"])
def test_an_empty_text_holds_no_criterion(text: str) -> None:
    told = outline(text)

    assert told.items == ()
    assert {line.use for line in told.lines} == {Use.BLANK}


@pytest.mark.parametrize(
    "piece",
    [
        "- a customer threatens legal action → Legal, within 4 hours\n",
        "If a guest is hurt, ring the Duty Manager at once. ",
        "| P1 | all lifts stopped<br>person trapped | 10 min | Engineering |\n",
        "<tr><td>P1</td><td><ul><li>down</li></ul></td></tr>",
        "(((((((((((",
        "a a a a a ",
        "# heading\n",
        "within within within ",
        "Owner: x\n",
        "    - deeper\n",
    ],
)
def test_a_long_text_takes_work_in_proportion(piece: str) -> None:
    def cost(size: int) -> int:
        text = piece * (size // len(piece))
        return calls(lambda: outline(text))

    cost(1_000)
    assert cost(80_000) < 5 * cost(20_000)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Escalate to Legal within four hours when the customer says that they will go to court over the invoice.",
            "en",
        ),
        (
            "Wenn der Kunde mit einem Anwalt droht, ist der Fall sofort an die Rechtsabteilung zu geben.",
            "de",
        ),
        (
            "Si le client menace de saisir un avocat, il faut transmettre le dossier au service juridique aujourd'hui.",
            "fr",
        ),
        (
            "Si el cliente dice que va a llamar a un abogado, hay que pasar el caso al asesor en menos de una hora.",
            "es",
        ),
        (
            "Если клиент угрожает судом, передайте дело юристам в течение четырёх часов и не отвечайте сами.",
            "unknown",
        ),
    ],
)
def test_the_language_of_the_criteria_is_told(text: str, language: str) -> None:
    assert outline(text).language == language
