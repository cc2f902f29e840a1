"""Of what an event is told: one small thing is no service, and what our own leaflets say is said of no customer."""

import pytest

from escalation_core import evaluate
from escalation_core.model.evaluation import Status


@pytest.mark.parametrize(
    ("criterion", "told", "status"),
    [
        ("The bottling line has stopped", "The terminal in the hall was frozen. We fill bottles on.", Status.UNKNOWN),
        ("The bottling line has stopped", "The bottling line is dead since six.", Status.MET),
    ],
)
def test_one_small_thing_is_no_service(criterion: str, told: str, status: Status) -> None:
    assert evaluate(f"- {criterion}", told).findings[0].status is status


@pytest.mark.parametrize(
    ("criterion", "told"),
    [
        ("A fire, smoke or sparks", "The line crackles when it rains."),
        ("A service is down", "The officer has written it all down."),
        ("Water or heating has failed", "I turned the little tap off and it is dry now."),
        ("A spare part is not to be had", "The spare cable is a bit short."),
    ],
)
def test_words_that_only_sound_like_it_tell_nothing(criterion: str, told: str) -> None:
    assert evaluate(f"- {criterion}", told).findings[0].status is Status.NOT_MET


def test_what_our_quoted_mail_advertises_is_said_of_no_customer() -> None:
    policy = "- The client is a member of Larch Plus"
    mail = "From: Ada Moss\nSubject: my bill\n\nThe bill is wrong.\n\n> On Friday the desk wrote:\n> {} members get in free.\n"

    assert evaluate(policy, mail.format("Larch Plus")).findings[0].status is Status.UNKNOWN
    assert evaluate(policy, "From: Ada Moss\n\nI am with Larch Plus.").findings[0].status is Status.MET
