"""What the tests of going out share: a mailbox at a server of ours, a draft, and a worker whose clock can be turned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from kashuv.config.timetable import TIMETABLE
from kashuv.flows import worker
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Dispatch, Mailbox
from tests.cast import NOW


def mailbox(member, port, security="none", **more) -> Mailbox:  # type: ignore[no-untyped-def]
    """Hers, at a server on this machine; IMAP is reached nowhere."""
    server = Server("127.0.0.1", port, security, more.pop("login", ""))
    secret = {"password": more.pop("password", "a word")}
    box = mailboxes.open_at(
        member.workspace, more.pop("address", "noa@rosen-levy.example"), member=member, fetching=server,
        sending=server, secret=secret, by=member, at=NOW, name="נועה לוי", **more,
    )  # fmt: skip
    Mailbox.objects.within(member.workspace_id).filter(pk=box.pk).update(fetching={})
    box.fetching = {}
    return box


def draft(member, box, client=None, **more) -> Draft:  # type: ignore[no-untyped-def]
    """A letter to Yoav, ready to go."""
    told = {
        "to": [["יואב גל", "yoav@gal.example"]],
        "subject": "הצעה לקמפיין",
        "text": "שלום יואב,\n\nמצורפת ההצעה.",
    } | more
    return Draft.objects.create(
        workspace_id=member.workspace_id, member=member, mailbox=box, client=client, made_at=NOW, saved_at=NOW, **told
    )  # fmt: skip


@contextmanager
def clock_at(at: datetime) -> Iterator[None]:
    """Whoever asks for the time hears this."""
    with mock.patch("kashuv.foundation.clock.now", lambda: at):
        yield


def work(at: datetime = NOW + timedelta(seconds=11)) -> int:
    """Does all jobs that are due at that moment; how many there were."""
    with clock_at(at):
        done = 0
        while worker.work_once(TIMETABLE):
            done += 1
        return done


def as_it_stands(dispatch: Dispatch) -> Dispatch:
    return Dispatch.objects.within(dispatch.workspace_id).get(pk=dispatch.pk)
