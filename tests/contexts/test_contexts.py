"""What the words around a stretch make of it: denied, supposed, past, over, offered, or told of others."""

import pytest

from escalation_core import context, evaluate
from escalation_core.model.context import Modality, Place, Polarity, Time


def around(text: str, words: str) -> tuple[Polarity, Modality, Time]:
    found = context(text, text.index(words), text.index(words) + len(words))
    return found.polarity, found.modality, found.time


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She has no intention of seeing a solicitor about the fence.", "solicitor"),
        ("This has nothing to do with the leak upstairs.", "leak"),
        ("He decided against going to the papers.", "papers"),
        ("The smell of gas was a false alarm.", "smell of gas"),
        ("She has had not so much as a cough since.", "cough"),
        ("There was hardly any smoke.", "smoke"),
        ("The barrister wrote to the club, but that was another club, and that's their affair.", "barrister wrote"),
    ],
)
def test_what_is_denied(text: str, words: str) -> None:
    assert around(text, words)[0] is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It came close to a fire in the kiln room.", "fire"),
        ("We moved the files just in case of a flood.", "flood"),
        ("I read about a school whose boiler exploded.", "exploded"),
        ("A friend of mine lost her savings that way.", "lost her savings"),
        ("It was my neighbour the doctor came for.", "doctor came"),
        ("My cousin's restaurant was robbed on Friday.", "robbed"),
    ],
)
def test_what_is_supposed_or_told_of_others(text: str, words: str) -> None:
    assert around(text, words)[1] in (Modality.HYPOTHETICAL, Modality.CONDITIONAL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Past history: two floods, a burst pipe, mould in the cellar, one break-in.", "break-in"),
        ("The cellar was flooded the year before last.", "flooded"),
        ("We had a burst pipe the winter before last.", "burst pipe"),
        ("In 2009 a lorry hit the wall.", "hit the wall"),
        (
            "The account history includes two late bills, a lost parcel, a wrong invoice, three calls about the meter "
            "and a complaint about a driver.",
            "complaint about a driver",
        ),
    ],
)
def test_what_was_long_ago(text: str, words: str) -> None:
    assert around(text, words)[2] in (Time.PAST, Time.LONG_AGO)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I could write to the Herald about the fence, but I won't.", "write to the Herald"),
        ("Are you hiring a barrister? Good grief, no.", "barrister"),
        ("He was all for a solicitor. I told him to leave it.", "solicitor"),
    ],
)
def test_what_is_taken_back_in_the_next_clause_or_sentence(text: str, words: str) -> None:
    assert around(text, words)[0] is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I am not happy and will write to the Herald.", "write to the Herald"),
        ("If the fence is not mended by Monday I will see a barrister.", "see a barrister"),
        ("My barrister is ready. I won't wait another week.", "barrister"),
        ("The pump is dead, but I will not pay for a new one.", "dead"),
        ("Was not pleased, said the porter had sworn at her.", "sworn"),
    ],
)
def test_a_denial_ends_where_a_new_statement_begins(text: str, words: str) -> None:
    assert around(text, words)[0] is Polarity.AFFIRMED


def test_what_others_say_one_should_do_is_supposed() -> None:
    assert around("My uncle keeps saying I should call the Gazette.", "Gazette")[1] is Modality.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If you remain unhappy you can take it to the Housing Ombudsman.", "Housing Ombudsman"),
        ("Disputes may be taken to the Wharf Tribunal.", "Wharf Tribunal"),
        ("The Harbour Ombudsman will look into your case free of charge.", "Harbour Ombudsman"),
        ("Ask for our complaints leaflet.", "complaints leaflet"),
    ],
)
def test_what_we_tell_people_they_can_do_proves_nothing(text: str, words: str) -> None:
    at = text.index(words)

    assert context(text, at, at + len(words)).place is Place.BOILERPLATE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If the porter had been rude I would have called the Gazette.", "called the Gazette"),
        ("Had you said Friday, he would never have gone to a barrister.", "gone to a barrister"),
        ("My uncle said go to the Gazette, I told him to calm down.", "go to the Gazette"),
    ],
)
def test_what_would_have_been_done_or_was_turned_down_was_not_done(text: str, words: str) -> None:
    assert around(text, words)[0] is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Should the barrister ring, we will let you know.", "barrister"),
        ("Had they been told of the smoke, the pumps would be on.", "smoke"),
    ],
)
def test_a_condition_may_begin_with_its_verb(text: str, words: str) -> None:
    assert around(text, words)[1] is Modality.CONDITIONAL


@pytest.mark.parametrize(
    ("mail", "status"),
    [
        ("From: Ida Moor\n\nThank you.\n\n> We wrote: the police came to the pier and you are safe.", "not_met"),
        ("Note for handover, desk 4\n\n> Ida Moor: the police came to the pier.", "met"),
    ],
)
def test_what_we_wrote_and_a_customer_quotes_proves_nothing(mail: str, status: str) -> None:
    assert evaluate("- The police are involved → Duty Manager", mail).findings[0].status == status


def test_a_year_before_that_of_the_case_was_long_ago() -> None:
    policy = "- A threat of legal action"
    told = "In {} they threatened to sue us over the fence."

    old = evaluate(policy, "Date: 4 May 2026\n\n" + told.format(2024))
    new = evaluate(policy, "Date: 4 May 2026\n\n" + told.format(2026))

    assert [one.findings[0].status for one in (old, new)] == ["not_met", "met"]


def test_a_label_that_points_elsewhere_tells_nothing() -> None:
    found = evaluate("- The customer asks for compensation", "The lift is fine.\n\nCompensation: see schedule 2\n")

    assert found.findings[0].status == "not_met"
