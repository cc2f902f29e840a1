"""Which figure of a situation a criterion means, and on which side of its bound it lies."""

from collections.abc import Iterator

import pytest

from escalation_core.facts.situation import read_situation
from escalation_core.judging.conditions import judge
from escalation_core.model.evaluation import Status
from escalation_core.model.policy import AllOf, AnyOf, AtLeast, Condition, Exceeds, Not
from escalation_core.policy.reader import read_policy

M, N, U = Status.MET, Status.NOT_MET, Status.UNKNOWN


def bounds(condition: Condition) -> Iterator[Exceeds]:
    if isinstance(condition, Exceeds):
        yield condition
    elif isinstance(condition, AllOf | AnyOf | AtLeast):
        for part in condition.parts:
            yield from bounds(part)
    elif isinstance(condition, Not):
        yield from bounds(condition.part)


def measured(criterion: str, said: str) -> Status:
    condition = read_policy(f"Escalate if:\n- {criterion}\n").criteria[0].condition
    return judge(next(bounds(condition)), read_situation(said), {}).status


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("Power has been off for more than 4 hours.", "The power went off at 06:10. It is now 10:40 and still off.", M),
        ("Power has been off for more than 4 hours.", "The power went off at 06:40. It is now 10:40 and still off.", N),
        ("A coach arrives more than 2 hours late.", "Our coach was due at 14:10. We got in at 16:55.", M),
        ("A coach arrives more than 2 hours late.", "Our coach was due at 14:10. We got in at 15:55.", N),
        (
            "A coach arrives more than 2 hours late.",
            "We should have been there at quarter to three and it was ten past five when we stepped off the coach.",
            M,
        ),
        ("A delivery is more than 3 days late.", "Delivery promised for 4 March. It came on 9 March.", M),
        (
            "A delivery is more than 3 days late.",
            "Order 551\nPromised: 4 March 2025\nToday: 6 March 2025\nDelivery not here yet",
            N,
        ),
        (
            "A delivery is more than 3 days late.",
            "The delivery was promised for 4 March. Today is 9 March and nothing has come.",
            M,
        ),
        (
            "The site has been down for more than 90 minutes.",
            "08:02 alert, site down\n08:40 vendor called\n09:35 site still down",
            M,
        ),
        (
            "The site has been down for more than 90 minutes.",
            "08:02 alert, site down\n08:40 vendor called\n09:15 site still down",
            N,
        ),
        (
            "The lift has been out of service for more than 24 hours.",
            "From: A\nDate: Wed 12 March 2025 18:30\n\nThe lift has been out of service since Monday evening.",
            M,
        ),
        (
            "The lift has been out of service for more than 24 hours.",
            "From: A\nDate: Wed 12 March 2025 18:30\n\nThe lift has been out of service since this morning.",
            N,
        ),
        (
            "The heating has been off for more than 12 hours.",
            "[09:12] Ida: heating is off, since about 8 last night\n[09:14] Leo (care): ok",
            M,
        ),
        (
            "The heating has been off for more than 12 hours.",
            "Heating went off at half ten this morning, now quarter past one.",
            N,
        ),
        (
            "A ticket has been open for more than 5 days.",
            "Ticket 4411\nOpened: 03/06/2025\nToday: 10/06/2025\nPrinter jams.",
            M,
        ),
        (
            "A ticket has been open for more than 5 days.",
            "Ticket 4411\nOpened: 06/06/2025\nToday: 10/06/2025\nPrinter jams.",
            N,
        ),
        ("The customer has waited longer than 30 minutes.", "I have been waiting for the best part of an hour.", M),
        ("The customer has waited longer than 30 minutes.", "I waited 30 minutes.", N),
        ("The call took more than an hour.", "The call took an hour and twenty.", M),
        (
            "The food comes less than 60 minutes late.",
            "[19:06] Ann: my food was promised for 19:10 and came stone cold",
            N,
        ),
        (
            "The symptoms have lasted for more than 3 days.",
            "From: A\nDate: Tue 20 May 2025 09:05\n\nThe boy has been holding his cheek since Friday breakfast.",
            M,
        ),
        (
            "A bill charges for power used more than 12 months before the date of the bill.",
            "The bill of 2 June 2025 covers power used from 11 March 2024.",
            M,
        ),
        ("A bill charges for power used more than 12 months before the date of the bill.", "The lift is out.", N),
        ("A notice to leave runs out in 14 days or less.", "The lift has been out since noon, it is 13:30.", N),
        (
            "A notice to leave runs out in 14 days or less.",
            "Today is 3 May 2025. My notice to leave runs out on 12 May.",
            M,
        ),
        (
            "The deposit has not come back 14 days after the return.",
            "I returned the van and the deposit is not here. That is 17 days.",
            M,
        ),
        (
            "The site has been down for more than 90 minutes.",
            "08:02 alert, site down\n08:40 vendor called\n09:10 site back up, all green\n10:20 report sent",
            N,
        ),
    ],
)
def test_a_length_of_time_is_reckoned(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        (
            "The customer has contacted us 4 or more times about the same matter.",
            "My mails of 2 May, 9 May and 14 May were never answered, so I try once more.",
            M,
        ),
        (
            "The customer has contacted us 4 or more times about the same matter.",
            "My mails of 9 May and 14 May were never answered, so I try once more.",
            N,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "Subject: our third letter\n\nThe fence is still broken.",
            M,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "This is the second time I write about the fence.",
            N,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "I rang twice on Monday, once this morning, and now this mail.",
            M,
        ),
        ("The customer has contacted us at least three times about it.", "I rang once yesterday and now this mail.", N),
        (
            "The customer has contacted us at least three times about it.",
            "Contact log:\n  02/05 mail, no heat\n  04/05 phone call, no heat\n  05/05 call from us, said we would come\n  08/05 mail, still no heat",
            M,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "Contact log:\n  02/05 mail, no heat\n  05/05 call from us, said we would come\n  08/05 mail, still no heat",
            N,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "Contacts: 3 May (mail), 9 May (mail), today (phone).",
            M,
        ),
        ("The customer has contacted us at least three times about it.", "7 contacts so far about the fence.", M),
        ("The customer has contacted us at least three times about it.", "It is the first time she calls.", N),
        ("The customer has contacted us at least three times about it.", "The fence is broken.", U),
        (
            "The customer has contacted us 3 or more times.",
            "Ida contacted us on 3 May and again today, 20 May. It is her first-response time that matters.",
            N,
        ),
        ("The customer has contacted us at least three times about it.", "I have never complained before.", N),
        ("The customer has contacted us at least three times about it.", "Her third refund request this year.", M),
        (
            "The customer has contacted us at least three times about it.",
            "I wrote to you on the 3rd and on the 10th, so here I am once more.",
            M,
        ),
        (
            "The customer has contacted us at least three times about it.",
            "Sat 24 May 13:40 caller asks for a plumber\nSun 25 May 09:10 same matter\nThird attempt to reach us.",
            M,
        ),
    ],
)
def test_contacts_are_counted(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        (
            "The same fault has happened at least three times in 30 days.",
            "The pump tripped, exactly as it did on the 3rd and the 11th.",
            M,
        ),
        (
            "The same fault has happened at least three times in 30 days.",
            "The pump tripped, the same as it did on the 3rd.",
            N,
        ),
        (
            "The same fault has happened at least three times in 30 days.",
            "The pump tripped for the third time this month.",
            M,
        ),
        (
            "The same fault has happened at least three times in 30 days.",
            "The pump tripped for the second time this month.",
            N,
        ),
        (
            "The same fault has happened at least three times in 30 days.",
            "The pump tripped twice last week and again today.",
            M,
        ),
        (
            "The customer asks for the third time for a refund.",
            "I asked on 3 March (no rice), on 17 March (nothing), and now again.",
            M,
        ),
        ("We have moved the same appointment three times or more.", "I changed the gauze four times.", U),
    ],
)
def test_occurrences_are_counted(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("The customer claims more than 1,000 euros in all.", "We claim €380 for the doctor and €700 for lost pay.", M),
        ("The customer claims more than 1,000 euros in all.", "We claim €380 for the doctor and €500 for lost pay.", N),
        ("The customer claims more than 1,000 euros in all.", "I ask for 4 x €260.", M),
        (
            "The customer claims more than 1,000 euros in all.",
            "There are six of us and we ask for two hundred euros per head.",
            M,
        ),
        (
            "Payments together come to more than £1,000.",
            "Three payments left the account: 380.00, 420.00 and 265.50 pounds.",
            M,
        ),
        ("Payments together come to more than £1,000.", "Four payments, £275 apiece, left the account.", M),
        ("Payments together come to more than £1,000.", "Four payments of £225 each left the account.", N),
        ("The order is worth more than £500.", "Value: £689.00\nItem: bicycle", M),
        ("The order is worth more than £500.", "I paid £320 for the desk.", N),
        ("The order is worth more than £500.", "Desk, £780, ordered on 3 May.", M),
        ("The contract is worth $100k a year or more.", "They pay $9k a month.", M),
        ("The contract is worth $100k a year or more.", "They pay $7k a month.", N),
        ("The customer pays us $25,000 a month or more.", "Contract worth $312k a year.", M),
        ("The customer asks for more than $5,000.", "I expect a credit of $7,500 on the next invoice.", M),
        ("The customer asks for more than $5,000.", "I want a refund of 80 dollars.", N),
        ("The refund is more than £200.", "The refund comes to £200 exactly.", N),
        (
            "The order cost more than £60.",
            "Dear Sirs, the soup (£24.50), the fish (£22.00) and the cake (£16.90) came cold.",
            M,
        ),
        ("The stay costs more than £1,200 in all.", "Four nights with you, £475 a night, and no hot water.", M),
        ("The stay costs more than £1,200 in all.", "No hot water in our room.", U),
        ("The customer claims more than £1,000.", "No hot water in our room.", N),
        ("The account holds $100,000 or more.", "I hold my 130k with you.", M),
        ("The claim is for more than £500.", "The taxi was £38. I claim £90 for the food.", N),
    ],
)
def test_sums_are_added_and_converted(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("The customer has been with us for 5 years or longer.", "Customer since: 14/02/2019\nToday: 3 May 2025", M),
        (
            "The customer has been with us for 5 years or longer.",
            "Today: 3 May 2025\nWe have been your customer since spring 2023.",
            N,
        ),
        ("The customer has been with us for 5 years or longer.", "I have banked with you for eleven years.", M),
        ("The customer has been with us for 5 years or longer.", "The tap drips since Monday.", U),
        ("Any claim for more than £250.", "The ticket was £31.50 and I want it back.", N),
        ("Any claim for more than £250.", "I want to go home.", N),
        ("The ticket cost more than £2,000.", "My ticket is £2,900 a year.", M),
        ("The stay costs more than £1,200 in all.", "We had two rooms, £210 a room a night.", U),
    ],
)
def test_how_long_somebody_is_a_customer(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("More than 10% of the orders fail.", "180 orders, 27 of them failed.", M),
        ("More than 10% of the orders fail.", "Nine orders out of ten fail.", M),
        ("More than 10% of the orders fail.", "5 of 120 orders fail.", N),
        ("More than 10% of calls drop.", "We see 12% of the calls drop.", M),
        ("More than half of the machines are down.", "7 of the 12 machines are down.", M),
        ("More than half of the staff cannot work.", "There are nine of us here. Six are sitting on their hands.", M),
    ],
)
def test_shares_are_computed(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("Four or more people are affected.", "Five of us are stuck, me, my wife and the kids.", M),
        ("Four or more people are affected.", "The three of us are stuck.", N),
        ("Four or more people are affected.", "We are two adults and our twins.", M),
        ("Four or more people are affected.", "We were four: my sister, our parents and me.", M),
        ("Four or more people are affected.", "Nobody says how many.", U),
        ("More than 25 users are affected.", "Every planner has it, that's 34 of them.", M),
        ("More than 25 users are affected.", "It hits 4 depots x 12 dispatchers.", M),
        ("More than 25 users are affected.", "It hits 30 users. No, make that 18.", N),
        ("More than 25 staff cannot work.", "Thirty-two nurses cannot work.", M),
    ],
)
def test_people_are_counted(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("The customer is 75 or older.", "Mrs Holm will be 82 in May.", M),
        ("The customer is 75 or older.", "She turns 75 next month.", N),
        ("The customer is 75 or older.", "Caller: Mr Ivo Brand, 77, says the lift is out.", M),
        ("The customer is 75 or older.", "I am 33 and the lift is out.", N),
        ("The customer is 75 or older.", "im 58!!", N),
        ("The customer is 75 or older.", "She was born in 1941. Today: 3 May 2025.", M),
        ("The customer is 75 or older.", "The lift is out.", U),
        ("A child under 5 lives there.", "Our 3 yr old sleeps in a coat.", M),
        ("A child under 5 lives there.", "My son Tom is 11.", N),
        ("The customer is 75 or older.", "Our daughter is 9, the lift is out.", U),
        ("The customer is 75 or older.", "DOB: 14/6/43\nToday: 2 May 2025\nThe lift is out.", M),
        ("The customer is 75 or older.", "b. 03/09/1938\nThe lift is out.", M),
        ("The customer is 75 or older.", "Age (optional): 81\nThe lift is out.", M),
        ("The customer is 75 or older.", "Age: 71\nThe lift is out.", N),
        ("A tenant under 16 or over 70 is concerned.", "I am 45. It is about my son, hes 14, his door is stuck.", M),
        (
            "The customer is 75 or older.",
            "[09:01] Leo (care): How old are you, if I may ask?\n[09:02] Ida: 34. Why?",
            N,
        ),
        ("A child under 5 lives there.", "We have a baby here, 8 months.", M),
    ],
)
def test_ages_are_read(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("The renewal is 60 days away or less.", "Today is 3 December 2025. Renewal: 14 January 2026.", M),
        ("The renewal is 60 days away or less.", "Their renewal is in 31 days.", M),
        ("The renewal is 60 days away or less.", "Their renewal is in four months.", N),
    ],
)
def test_the_time_that_is_left_is_reckoned(criterion: str, said: str, expected: Status) -> None:
    assert measured(criterion, said) is expected
