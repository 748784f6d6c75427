"""What the servers' answers mean: why a letter did not go, read from the step and the code (RFC 5321, RFC 3463)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

Reason = Literal[
    "nobody_there", "silence", "tls", "login", "no_such_address", "mailbox_full", "too_big", "unwelcome", "sender",
    "later", "closed", "private", "stopped", "restored", "broken_off", "refused",
]  # fmt: skip
COMING_BACK = ("bounced", "reported")
_code = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_by_status = {
    ("1", "1"): "no_such_address", ("1", "2"): "no_such_address", ("1", "3"): "no_such_address",
    ("1", "6"): "no_such_address", ("1", "10"): "no_such_address", ("2", "1"): "no_such_address",
    ("1", "7"): "sender", ("1", "8"): "sender", ("2", "2"): "mailbox_full", ("2", "3"): "too_big", ("3", "4"): "too_big",
    ("7", "8"): "login", ("7", "0"): "unwelcome", ("7", "1"): "unwelcome", ("7", "26"): "unwelcome",
}  # fmt: skip
_by_step = {
    "tls": "tls",
    "login": "login",
    "sender": "sender",
    "stopped": "stopped",
    "restored": "restored",
    "mailbox": "closed",
}


def reason(evidence: Sequence[Mapping[str, str]]) -> Reason:
    """Of a dispatch, by the last step of its evidence; what came back later tells nothing of how it left."""
    steps = [step for step in evidence if step["step"] not in COMING_BACK]
    return of_step(steps[-1]["step"], steps[-1]["said"]) if steps else "refused"


def of_step(step: str, said: str) -> Reason:
    """Of one step, or of one answer where the step is "recipient"."""
    if said.startswith("["):
        return _of_the_network(step, said)
    if (found := _code.search(said)) and (named := _by_status.get((found[2], found[3]))):
        return named  # type: ignore[return-value]
    if step in _by_step:
        return _by_step[step]  # type: ignore[return-value]
    if said.startswith("552"):
        return "too_big"
    if said.startswith("4"):
        return "later"
    return "no_such_address" if step == "recipient" and said.startswith(("550", "551", "553")) else "refused"


def _of_the_network(step: str, said: str) -> Reason:
    """What no server said."""
    if said.startswith("[private]"):
        return "private"
    if step == "mailbox":
        return "closed"
    if step == "tls":
        return "tls"
    if step == "connect":
        return "nobody_there"
    return "silence" if said.startswith("[silence]") else "broken_off"
