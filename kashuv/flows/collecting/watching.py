"""Watching: listens at the inbox of each mailbox (IMAP IDLE), and asks for a visit as soon as its server says something.

A thread for each mailbox, at most so many; a server that can't be listened at is visited by the timetable alone. What
goes wrong here is not said: the next visit meets it too, and says it.
"""

from __future__ import annotations

import logging
import math
import threading
import uuid
from datetime import datetime, timedelta

from django.db import Error, connection

from kashuv.flows.collecting import jobs
from kashuv.foundation import clock
from kashuv.foundation.belonging import across_workspaces
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.channels.imap import IDLE, Trouble, entered
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.proving import Locked, proof_of

MOST = 50  # mailboxes that one process listens at
ROUND = 60.0  # seconds between two looks at who should be listened at
AGAIN = timedelta(minutes=15)  # after which a server that did not let us listen is tried anew

log = logging.getLogger(__name__)


def watch(stop: threading.Event, pause: float = ROUND) -> None:
    """Keeps a listener at each mailbox until `stop` is set."""
    watcher = _Watcher(stop)
    while not stop.is_set():
        try:
            watcher.look()
        except Error:
            log.exception("The mailboxes could not be looked at.")
        finally:
            connection.close()
        stop.wait(pause)


class _Watcher:
    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._listeners: dict[uuid.UUID, threading.Thread] = {}
        self._not_before: dict[uuid.UUID, datetime] = {}

    def look(self) -> None:
        """Starts a listener where none is alive, and none has failed of late."""
        with across_workspaces("a watcher listens for every workspace"):
            mailboxes = list(Mailbox.objects.fetched().order_by("id")[:MOST])
        for mailbox in mailboxes:
            listener = self._listeners.get(mailbox.id)
            free = listener is None or not listener.is_alive()
            if free and self._not_before.get(mailbox.id, clock.now()) <= clock.now():
                self._not_before[mailbox.id] = clock.now() + AGAIN
                self._start(mailbox)

    def _start(self, mailbox: Mailbox) -> None:
        thread = threading.Thread(
            target=_listen, args=(mailbox, self._stop), name=f"listening at {mailbox.id}", daemon=True
        )
        self._listeners[mailbox.id] = thread
        thread.start()


def _listen(mailbox: Mailbox, stop: threading.Event) -> None:
    try:
        server, proof = Server.of(mailbox.fetching), proof_of(mailbox, clock.now())
        with entered(server, proof, whole=math.inf) as postbox:
            postbox.look("INBOX")
            heard = postbox.listens  # what came before we listened was told to nobody
            while postbox.listens and not stop.is_set() and _is_followed(mailbox):
                if heard:
                    jobs.ask_for(mailbox.workspace_id, mailbox.id, clock.now())
                heard = postbox.listen(IDLE)
    except (Trouble, Locked) as why:
        log.info("Nobody listens at %s: %s", mailbox.id, why)
    except Error:
        log.exception("Nobody listens at %s.", mailbox.id)
    finally:
        connection.close()


def _is_followed(mailbox: Mailbox) -> bool:
    """Whether it is still to be listened at, and by the same way."""
    here = (
        Mailbox.objects.within(mailbox.workspace_id)
        .fetched()
        .filter(pk=mailbox.pk, fetching=mailbox.fetching)
    )
    known = here.exists()
    connection.close()  # nobody needs it while it is quiet
    return known
