"""What servers say, in plain words."""

from __future__ import annotations

import pytest

from kashuv.rooms.post.rules import answers


@pytest.mark.parametrize(
    ("step", "said", "why"),
    [
        ("recipient", "550 5.1.1 The email account does not exist", "no_such_address"),
        ("recipient", "550 No such user here", "no_such_address"),
        ("recipient", "452 4.2.2 Over quota", "mailbox_full"),
        ("answer", "552 5.2.2 Mailbox full", "mailbox_full"),
        ("sender", "552 5.3.4 Message too big", "too_big"),
        ("answer", "552 too long", "too_big"),
        ("answer", "550 5.7.1 Our system has detected unsolicited mail", "unwelcome"),
        ("login", "535 5.7.8 Username and Password not accepted", "login"),
        ("login", "535 no", "login"),
        ("sender", "553 5.7.1 Sender address rejected", "unwelcome"),
        ("sender", "550 not yours", "sender"),
        ("recipient", "450 Greylisted", "later"),
        ("connect", "[broken] [Errno 111] Connection refused", "nobody_there"),
        ("tls", "[broken] certificate verify failed", "tls"),
        ("answer", "[silence] timed out", "silence"),
        ("body", "[broken] reset by peer", "broken_off"),
        ("mailbox", "[closed]", "closed"),
        ("stopped", "", "stopped"),
        ("answer", "554 Transaction failed", "refused"),
    ],
)
def test_the_reason(step, said, why):
    assert answers.reason([{"step": "connect", "said": "x:25"}, {"step": step, "said": said}]) == why


def test_what_came_back_later_tells_nothing_of_how_it_left():
    steps = [{"step": "answer", "said": "[silence] timed out"}, {"step": "reported", "said": "4.4.1"}]
    assert answers.reason(steps) == "silence"
    assert answers.reason([]) == "refused"
