"""Who speaks in a chat: one of ours stays ours, however short the name becomes."""

from escalation_core.model.context import Holder
from escalation_core.text.passages import passages

CHAT = """10:02 Nell: the kiln trips every morning
10:03 Bram (Glazeworks): Hello Nell, since when?
10:04 Nell: since the service
10:06 Bram: I can see it in the log.
"""


def test_one_of_ours_who_was_introduced_stays_ours_under_the_bare_name() -> None:
    assert [passage.holder for passage in passages(CHAT)] == [
        Holder.CUSTOMER,
        Holder.AGENT,
        Holder.CUSTOMER,
        Holder.AGENT,
    ]


def test_a_name_that_nobody_introduced_as_ours_is_the_customer_s() -> None:
    assert passages("10:02 Nell: it trips\n10:06 Bram: mine too\n")[1].holder is Holder.CUSTOMER
