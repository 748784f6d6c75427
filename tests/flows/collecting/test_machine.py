"""Whatever happens on the server and to us, in any order: after a visit our mirror is the server, each letter told once.

The nightly size (KASHUV_NIGHTLY=1) is 10,000 actions on a server that tells what changed, and 4,000 on lesser ones.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import suppress
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
STEPS = 40 if NIGHTLY else 10
TALKATIVE, CONDSTORE, BARE = (
    "",
    "IMAP4rev1 ENABLE CONDSTORE UIDPLUS MOVE MULTIAPPEND",
    "IMAP4rev1 UIDPLUS MOVE MULTIAPPEND",
)
EXAMPLES = {TALKATIVE: 65, CONDSTORE: 15, BARE: 15} if NIGHTLY else {TALKATIVE: 6, CONDSTORE: 3, BARE: 3}
PATHS = ("INBOX", "Sent", "Clients", "לקוחות")
FLAGS = (b"\\Seen", b"\\Flagged", b"\\Answered", b"\\Deleted", b"\\Draft", b"$Later")
NOWHERE = {b"\\Noselect", b"\\NonExistent"}
FORMS = ("plain", "by another way", "other words", "answer", "nameless", "too much")

OFTEN = ("append", "append", "append", "flag", "flag", "flag", "expunge", "expunge", "move", "move")
SELDOM = ("append_many", "empty", "open_folder", "delete_folder", "choose", "bring")


def some_of(names: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, int, int, int]]]:
    """A few actions, each with what it is done to."""
    one = st.tuples(st.sampled_from(names), st.integers(0, 3), st.integers(0, 5), st.integers(0, 5))
    return st.lists(one, min_size=1, max_size=9)


actions = some_of(OFTEN + SELDOM + ("count_anew",))
under_our_feet = some_of(
    OFTEN + SELDOM
)  # Dovecot's indexes can't be taken away while somebody stands in the folder
Happened = list[tuple[str, int, int, int]]
_number = itertools.count(1)


def written(number: int, form: str) -> bytes:
    """A letter; the same number is the same Message-ID, and "by another way" the very same letter."""
    at = cast.NOW - timedelta(days=30, minutes=-number)
    words = f"{'Nay' if form == 'other words' else 'Yes'}, about matter {number}: " + "so be it. " * 40 * (
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
    happened = 0

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
        self.imap.multiappend("INBOX", [written(number, "plain") for number in range(4)])

    def teardown(self) -> None:
        if hasattr(self, "imap"):
            self.imap.logout()

    # Each step: some things happen on the server, then we come by, in one way or another.

    @rule(happened=actions)
    def visit(self, happened: Happened) -> None:
        self._happen(happened)
        self._visit()
        self._check()

    @rule(happened=actions)
    def visit_in_a_hurry(self, happened: Happened) -> None:
        self._happen(happened)
        self._visit(seconds=0)

    @rule(happened=actions)
    def be_offline_for_two_days(self, happened: Happened) -> None:
        self._happen(happened)
        self.proxy.down = True
        assert self._visit().troubles and self.mailbox.trouble
        self.proxy.down = False
        self.at += timedelta(hours=48)

    @rule(happened=actions, after=st.integers(0, 9000))
    def visit_over_a_bad_line(self, happened: Happened, after: int) -> None:
        self._happen(happened)
        self.proxy.cut_after = after
        self._visit()
        self.proxy.cut_after = None
        self._check()

    @rule(happened=actions, steps=st.integers(0, 40))
    def be_killed(self, happened: Happened, steps: int) -> None:
        self._happen(happened)
        with suppress(peril.Killed), self.peril.after(steps, peril.kill):
            self._visit()

    @rule(happened=actions, steps=st.integers(0, 30), meanwhile=under_our_feet)
    def visit_while_things_happen_and_another_visits(
        self, happened: Happened, steps: int, meanwhile: Happened
    ) -> None:
        self._happen(happened)
        with self.peril.after(steps, lambda: (self._happen(meanwhile), self._visit())):
            self._visit()
        self._visit()
        self._check()

    def _happen(self, happened: Happened) -> None:
        for name, *how in happened:
            getattr(self, f"_{name}")(*how)
            Post.happened += 1

    # What may happen. `path` is one of the folders, `which` one of its letters.

    def _append(self, path: int, number: int, form: int) -> None:
        flags = [FLAGS[number]] if form == 5 else []
        self.imap.append(self._path(path), written(number, FORMS[form]), flags)

    def _append_many(self, path: int, first: int, _: int) -> None:
        many = [written(first * 20 + number, "plain") for number in range(20)]
        self.imap.multiappend(self._path(path), many)

    def _flag(self, path: int, which: int, flag: int) -> None:
        for uid in self._uids(path, which):
            has = FLAGS[flag] in self.imap.get_flags([uid])[uid]
            (self.imap.remove_flags if has else self.imap.add_flags)([uid], [FLAGS[flag]])

    def _move(self, path: int, which: int, to: int) -> None:
        uids = self._uids(path, which)
        if uids and self._path(path) != self._path(to):
            self.imap.move(uids, self._path(to))

    def _expunge(self, path: int, which: int, _: int) -> None:
        uids = self._uids(path, which)
        if uids:
            self.imap.delete_messages(uids)
            self.imap.uid_expunge(uids)

    def _empty(self, path: int, *_: int) -> None:
        self.imap.select_folder(self._path(path))
        self.imap.expunge()  # whatever is marked as deleted

    def _count_anew(self, path: int, *_: int) -> None:
        where = self._path(path)
        self.imap.select_folder(where)
        self.imap.logout()
        self.server.recount(self.mailbox.address, where)
        self.imap = self.server.enter(self.mailbox.address)

    def _open_folder(self, path: int, *_: int) -> None:
        if PATHS[2 + path % 2] not in self._paths():
            self.imap.create_folder(PATHS[2 + path % 2])

    def _delete_folder(self, path: int, *_: int) -> None:
        self.imap.select_folder("INBOX")  # whoever stands in a folder that is deleted is thrown out
        if PATHS[2 + path % 2] in self._paths():
            self.imap.delete_folder(PATHS[2 + path % 2])

    def _choose(self, path: int, follow: int, _: int) -> None:
        known = Folder.objects.within(self.mailbox.workspace_id).filter(mailbox_id=self.mailbox.id)
        for row in known.filter(path=PATHS[2 + path % 2]):
            folders.choose(row, follow > 1, by=self.noa, at=self.at)

    def _bring(self, _: int, number: int, __: int) -> None:
        raw = written(number, "plain").replace(b"\r\n", b"\n")
        incoming.take_in(self.noa.workspace, [arrived(raw)], shipment=None, by=self.noa, at=self.at)

    def _visit(self, **more: float) -> visit.Visit:
        self.mailbox = Mailbox.objects.within(self.mailbox.workspace_id).get(pk=self.mailbox.pk)
        return visit.pay(self.mailbox, room, self.at, **more)

    def _check(self) -> None:
        followed = Folder.objects.within(self.mailbox.workspace_id).filter(
            mailbox_id=self.mailbox.id, followed=True
        )
        standing = [row for row in followed if row.path in self._paths()]
        assert {row.path for row in standing} >= {"INBOX", "Sent"}
        assert all(row.is_in_step for row in standing)
        with self.server.enter(
            self.mailbox.address
        ) as imap:  # whose sight is not clouded by what it did before
            for row in standing:
                assert mirror.ours(self.mailbox, row.path) == mirror.theirs(imap, row.path)
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


@pytest.fixture(params=EXAMPLES, ids=["qresync", "condstore", "bare"])
def capability(request: pytest.FixtureRequest) -> str:
    """What the server offers; nothing for whatever it can."""
    return str(request.param)


@pytest.fixture
def stage(capability: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Small portions, so that few letters already meet all their edges."""
    for home, name, value in (
        (visit, "FIRST", 3), (visit, "BATCH", 8), (collecting, "WINDOW", 6), (collecting, "NEAR", 9),
        (collecting, "BEGINNING", 700), (channel, "BEGINNING", 700), (channel, "PORTION", 5),
    ):  # fmt: skip
        monkeypatch.setattr(home, name, value)
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving(capability) as server, proxy.before(server.port) as stands:
        Post.server, Post.proxy, Post.peril = server, stands, peril.beset(monkeypatch)
        yield


@pytest.mark.dovecot
@pytest.mark.django_db
@pytest.mark.usefixtures("stage")
def test_after_each_visit_our_mirror_is_the_server(capability: str) -> None:
    how = settings(
        max_examples=EXAMPLES[capability],
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=not NIGHTLY,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    Post.happened = 0
    run_state_machine_as_test(Post, settings=how)
    print(f"{Post.happened:,} actions")  # pytest -s shows it
