"""Whatever happens on the server and to us, in any order: after a visit our mirror is the server, each letter told once.

The nightly size (KASHUV_NIGHTLY=1) is 10,000 actions.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from kashuv.flows import incoming
from kashuv.flows.collecting import visit
from kashuv.rooms.post import collecting, folders, mailboxes
from kashuv.rooms.post.channels import imap as channel
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Folder, Mailbox
from tests import cast, dovecot
from tests.flows.collecting import mirror, peril, proxy
from tests.flows.collecting.conftest import room
from tests.flows.writing import YOAV, arrived, letter

NIGHTLY = os.environ.get("KASHUV_NIGHTLY") == "1"
EXAMPLES, STEPS = (200, 50) if NIGHTLY else (16, 25)
PATHS = ("INBOX", "Sent", "Clients", "לקוחות")
FLAGS = (b"\\Seen", b"\\Flagged", b"\\Answered", b"\\Deleted", b"\\Draft", b"$Later")
NOWHERE = {b"\\Noselect", b"\\NonExistent"}
FORMS = ("plain", "by another way", "other words", "answer", "nameless", "too much")

some_path = st.integers(0, 9)
some_letter = st.integers(0, 9)
_number = itertools.count(1)


def written(number: int, form: str) -> bytes:
    """A letter; the same number is the same Message-ID, and "by another way" the very same letter."""
    at = cast.NOW - timedelta(days=30, minutes=-number)
    words = f"{'No' if form == 'other words' else 'Yes'}, about matter {number}: " + "so be it. " * 40 * (
        number % 3
    )
    answers = [f"m{number - 1}@gal.example"] if form == "answer" else []
    mark = "" if form == "nameless" else f"m{number}@gal.example"
    raw = letter(YOAV, "noa@rosen-levy.example", f"Matter {number}", words, mark=mark, at=at, answers=answers)
    if form == "by another way":
        raw = b"Received: by mx.example; Mon, 2 Nov 2026 10:00:00 +0200\n" + raw
    if form == "too much":
        raw = b"X-Long: " + b"y" * 270_000 + b"\n" + raw
    return raw.replace(b"\n", b"\r\n")


class Post(RuleBasedStateMachine):
    """A server on which anything happens, and us, who visit it now and then."""

    server: dovecot.Dovecot
    proxy: proxy.Proxy
    peril: peril.Peril

    @initialize()
    def settle_in(self) -> None:
        number = next(_number)
        firm = cast.firm(f"Firm {number}", f"firm-{number}")
        self.noa = cast.member(firm, f"Noa{number}", "owner")
        login = f"machine{number}@kashuv.example"
        reached = Server("127.0.0.1", self.proxy.port, "none", login)
        self.mailbox = mailboxes.open_at(
            firm, login, member=self.noa, fetching=reached, sending=reached,
            secret={"password": dovecot.PASSWORD}, by=self.noa, at=cast.NOW,
        )  # fmt: skip
        self.at = cast.NOW
        self.imap = self.server.enter(login)
        self.proxy.cut_after, self.proxy.down = None, False

    def teardown(self) -> None:
        if hasattr(self, "imap"):
            self.imap.logout()

    # What others do on the server.

    @rule(
        path=some_path, number=some_letter, form=st.sampled_from(FORMS), flag=st.sampled_from((None, *FLAGS))
    )
    def append(self, path: int, number: int, form: str, flag: bytes | None) -> None:
        self.imap.append(self._path(path), written(number, form), [flag] if flag else [])

    @rule(path=some_path, first=some_letter)
    def append_many(self, path: int, first: int) -> None:
        self.imap.multiappend(
            self._path(path), [written(first * 20 + number, "plain") for number in range(20)]
        )

    @rule(path=some_path, which=some_letter, flag=st.sampled_from(FLAGS), on=st.booleans())
    def flag(self, path: int, which: int, flag: bytes, on: bool) -> None:
        for uid in self._uids(path, which):
            (self.imap.add_flags if on else self.imap.remove_flags)([uid], [flag])

    @rule(path=some_path, to=some_path, which=some_letter)
    def move(self, path: int, to: int, which: int) -> None:
        uids = self._uids(path, which)
        if uids and self._path(path) != self._path(to):
            self.imap.move(uids, self._path(to))

    @rule(path=some_path, which=some_letter)
    def expunge(self, path: int, which: int) -> None:
        uids = self._uids(path, which)
        if uids:
            self.imap.delete_messages(uids)
            self.imap.uid_expunge(uids)

    @rule(path=some_path)
    def empty(self, path: int) -> None:
        self.imap.select_folder(self._path(path))
        self.imap.expunge()  # whatever is marked \Deleted

    @rule(path=some_path)
    def count_anew(self, path: int) -> None:
        where = self._path(path)
        self.imap.select_folder(where)
        self.imap.logout()
        self.server.recount(self.mailbox.address, where)
        self.imap = self.server.enter(self.mailbox.address)

    @rule(path=st.sampled_from(PATHS[2:]))
    def open_folder(self, path: str) -> None:
        if path not in self._paths():
            self.imap.create_folder(path)

    @rule(path=st.sampled_from(PATHS[2:]))
    def delete_folder(self, path: str) -> None:
        self.imap.select_folder("INBOX")  # whoever stands in a folder that is deleted is thrown out
        if path in self._paths():
            self.imap.delete_folder(path)

    # What we do, and what happens to us.

    @rule(path=some_path, follow=st.booleans())
    def choose(self, path: int, follow: bool) -> None:
        known = Folder.objects.within(self.mailbox.workspace_id).filter(mailbox_id=self.mailbox.id)
        row = known.filter(path=self._path(path)).first()
        if row and row.path in PATHS[2:]:
            folders.choose(row, follow, by=self.noa, at=self.at)

    @rule(number=some_letter)
    def bring(self, number: int) -> None:
        raw = written(number, "plain").replace(b"\r\n", b"\n")
        incoming.take_in(self.noa.workspace, [arrived(raw)], shipment=None, by=self.noa, at=self.at)

    @rule()
    def visit(self) -> None:
        self._visit()
        self._check()

    @rule()
    def visit_in_a_hurry(self) -> None:
        self._visit(seconds=0)

    @rule()
    def be_offline(self) -> None:
        self.proxy.down = True
        assert self._visit().troubles and self.mailbox.trouble
        self.proxy.down = False
        self.at += timedelta(hours=48)

    @rule(bytes_=st.integers(0, 12_000))
    def visit_over_a_bad_line(self, bytes_: int) -> None:
        self.proxy.cut_after = bytes_
        self._visit()
        self.proxy.cut_after = None
        self._check()

    @rule(steps=st.integers(0, 60))
    def be_killed(self, steps: int) -> None:
        try:
            with self.peril.after(steps, peril.kill):
                self._visit()
        except peril.Killed:
            pass

    @rule(steps=st.integers(0, 40))
    def visit_at_the_same_time(self, steps: int) -> None:
        with self.peril.after(steps, lambda: self._visit() and None):
            self._visit()
        self._visit()
        self._check()

    def _visit(self, **more: float) -> visit.Visit:
        self.mailbox = Mailbox.objects.within(self.mailbox.workspace_id).get(pk=self.mailbox.pk)
        return visit.pay(self.mailbox, room, self.at, **more)

    def _check(self) -> None:
        followed = Folder.objects.within(self.mailbox.workspace_id).filter(
            mailbox_id=self.mailbox.id, followed=True
        )
        standing = [row for row in followed if row.path in self._paths()]
        assert {row.path for row in standing} >= {"INBOX", "Sent"}
        for row in standing:
            assert row.is_in_step
            assert mirror.ours(self.mailbox, row.path) == mirror.theirs(self.imap, row.path)
        assert mirror.each_once_on_the_timeline(self.mailbox)
        assert bool(self.mailbox.trouble) == (len(standing) < followed.count())

    def _paths(self) -> list[str]:
        return sorted(path for marks, _, path in self.imap.list_folders() if not NOWHERE & set(marks))

    def _path(self, which: int) -> str:
        paths = self._paths()
        return paths[which % len(paths)]

    def _uids(self, path: int, which: int) -> list[int]:
        """One letter of the folder, if there is any."""
        self.imap.select_folder(self._path(path))
        uids = self.imap.search()
        return [uids[which % len(uids)]] if uids else []


@pytest.fixture
def stage(server: dovecot.Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Small portions, so that few letters already meet all their edges."""
    for home, name, value in (
        (visit, "FIRST", 3), (visit, "BATCH", 8), (collecting, "WINDOW", 6), (collecting, "NEAR", 9),
        (collecting, "BEGINNING", 700), (channel, "BEGINNING", 700), (channel, "PORTION", 5),
    ):  # fmt: skip
        monkeypatch.setattr(home, name, value)
    with proxy.before(server.port) as stands:
        Post.server, Post.proxy, Post.peril = server, stands, peril.beset(monkeypatch)
        yield


@pytest.mark.dovecot
@pytest.mark.django_db
@pytest.mark.usefixtures("stage")
def test_after_each_visit_our_mirror_is_the_server() -> None:
    how = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=not NIGHTLY,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Post, settings=how)
