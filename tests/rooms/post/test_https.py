"""What a provider's server does to a request, and what is said of it."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

from kashuv.foundation import clock
from kashuv.rooms.post.channels import https
from kashuv.rooms.post.channels.phones import Asked
from kashuv.rooms.post.channels.twilio import Twilio
from kashuv.rooms.post.rules import answers


def test_an_answer_that_trickles_without_end_is_cut_and_called_silence(monkeypatch):
    monkeypatch.setattr(https, "WHOLE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_trickle, args=(listener,), daemon=True).start()
        asked = Asked(f"http://127.0.0.1:{listener.getsockname()[1]}/", {}, b"x")
        outcome = https.carry(asked, Twilio().judge, leaving=lambda steps: True, now=clock.now)
    last = outcome.steps[-1].told()
    assert (outcome.fate, last["said"]) == ("unknown", "[silence] not done after 0 seconds")
    assert answers.reason([last]) == "silence"


def _trickle(listener: socket.socket) -> None:
    line, _ = listener.accept()
    with line, suppress(OSError):
        while True:
            line.sendall(b"H")
            time.sleep(0.02)
