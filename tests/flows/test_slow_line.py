"""A large letter over a slow line reaches Sent: slow is not silent, and it has as long as it had on its way out."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import nullcontext
from unittest import mock

from kashuv.foundation.network import reach
from kashuv.rooms.post import filing
from kashuv.rooms.post.channels import imap, smtp
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.models import Dispatch
from tests.cast import NOW
from tests.flows import faults
from tests.flows.outgoing import mailbox

PATIENCE = 0.4
LETTER = b"x" * 62 + b"\r\n"
SOME = 65_536


def test_patience_counts_for_each_piece_and_not_for_all_of_them(monkeypatch):
    monkeypatch.setattr(imap, "reach", _through_a_thin_pipe)
    taken: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SOME)
        threading.Thread(target=_slowly, args=(listener, taken), daemon=True).start()
        where = Server("127.0.0.1", listener.getsockname()[1], "none", "noa")
        with imap.entered(where, Proof("password", "hush"), patience=PATIENCE) as postbox:
            postbox.put("Sent", LETTER * 24_000, at=NOW)
    assert taken == [len(LETTER) * 24_000]


def test_the_copy_has_as_long_as_the_letter_had(noa, monkeypatch):
    faults.put(noa, mailbox(noa, 25), 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).select_related("mailbox", "parcel").get()
    dispatch.mailbox.fetching = Server("127.0.0.1", 1, "none", "noa").said()
    postbox = mock.Mock(**{"places.return_value": [imap.Place("Sent", frozenset())], "find.return_value": []})
    entered = mock.Mock(return_value=nullcontext(postbox))
    monkeypatch.setattr(filing, "entered", entered)
    filing.file(dispatch, at=NOW)
    assert postbox.put.called
    assert entered.call_args.kwargs["whole"] >= smtp.PATIENT.whole


def _through_a_thin_pipe(*how) -> socket.socket:  # type: ignore[no-untyped-def]
    line = reach(*how)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOME)
    return line


def _slowly(listener: socket.socket, taken: list[int]) -> None:
    """A server that knows just what putting a letter needs, and takes it a little at a time."""
    line, _ = listener.accept()
    with line, line.makefile("rwb", buffering=0) as talk:
        talk.write(b"* OK [CAPABILITY IMAP4rev1] here\r\n")
        while words := talk.readline().split():
            if words[1] == b"APPEND":
                talk.write(b"+ go on\r\n")
                left = int(words[-1].strip(b"{}"))
                taken.append(left)
                while left:
                    left -= len(talk.read(min(left, SOME)))
                    time.sleep(0.03)
            if words[1] == b"CAPABILITY":
                talk.write(b"* CAPABILITY IMAP4rev1\r\n")
            talk.write(words[0] + b" OK done\r\n")
