"""A visit to a real server: what came, went, moved and was marked is so with us, and each letter is told once."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest

from kashuv.flows import incoming
from kashuv.flows.collecting import visit
from kashuv.flows.collecting.taking import EMPTY
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post import copies, folders, mailboxes
from kashuv.rooms.post.channels.imap import Postbox
from kashuv.rooms.post.models import Copy, Folder, Letter
from kashuv.transfer.arriving import carrying, returning, shipping
from tests import dovecot
from tests.cast import NOW
from tests.flows.collecting import peril, proxy
from tests.flows.collecting.conftest import opened, room
from tests.flows.collecting.mirror import each_once_on_the_timeline, ours, theirs
from tests.flows.writing import YOAV, arrived, letter

pytestmark = [pytest.mark.dovecot, pytest.mark.django_db]


LONG = "A long letter has many words.\n" * 300


def mail(number: int, to: str = "noa@rosen-levy.example", sender: str = YOAV, words: str = "") -> bytes:
    raw = letter(
        sender, to, f"Matter {number}", words or f"Words {number}.", mark=f"m{number}@gal.example",
        at=NOW - timedelta(days=100) + timedelta(minutes=number),
    )  # fmt: skip
    return raw.replace(b"\n", b"\r\n")


def pay(mailbox, **more):
    return visit.pay(mailbox, room, NOW, **more)


def folder(mailbox, path="INBOX"):
    return Folder.objects.within(mailbox.workspace_id).get(mailbox_id=mailbox.id, path=path)


def test_what_lies_in_inbox_and_sent_is_taken_in_once(mailbox, server, gal):
    with server.enter(mailbox.address) as imap:
        for number in range(3):
            imap.append("INBOX", mail(number), [b"\\Seen"] if number else [])
        imap.append("Sent", mail(7, to=YOAV, sender=mailbox.address))
        imap.append("Sent", mail(1))
        paid = pay(mailbox)
        assert paid.troubles == [] and not paid.more
        assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
        assert ours(mailbox, "Sent") == theirs(imap, "Sent")
    assert [entry.direction for entry in Entry.objects.within(mailbox.workspace_id).order_by("at")] == [
        "in",
        "in",
        "in",
        "out",
    ]
    assert set(Entry.objects.within(mailbox.workspace_id).values_list("client_id", flat=True)) == {gal.id}
    assert each_once_on_the_timeline(mailbox)
    assert folder(mailbox).is_in_step and folder(mailbox, "Sent").theirs == 2
    assert mailbox.looked_at == NOW and mailbox.trouble == ""
    assert pay(mailbox).new == 0


def test_flags_moves_and_expunges_are_followed_and_the_letters_stay(mailbox, server):
    with server.enter(mailbox.address) as imap:
        imap.create_folder("Clients")
        for number in range(6):
            imap.append("INBOX", mail(number))
        pay(mailbox)
        imap.select_folder("INBOX")
        imap.add_flags([1, 2], [b"\\Seen", b"$Label1"])
        imap.move([3], "Sent")
        imap.move([4], "Clients")
        imap.delete_messages([5])
        imap.uid_expunge([5])
        imap.append("INBOX", mail(8))
        paid = pay(mailbox)
        assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
        assert ours(mailbox, "Sent") == theirs(imap, "Sent")
    assert paid.new == 1 and folder(mailbox).is_in_step
    assert Entry.objects.within(mailbox.workspace_id).count() == 7
    assert each_once_on_the_timeline(mailbox)


@pytest.mark.parametrize("capability", ["IMAP4rev1", "IMAP4rev1 ENABLE CONDSTORE IDLE"])
def test_servers_that_tell_less_are_followed_by_comparison(noa, capability):
    with dovecot.serving(capability) as lesser:
        mailbox = opened(noa, lesser)
        with lesser.enter(mailbox.address) as imap:
            for number in range(5):
                imap.append("INBOX", mail(number))
            pay(mailbox)
            imap.select_folder("INBOX")
            imap.add_flags([2], [b"\\Flagged"])
            imap.delete_messages([1, 4])
            imap.expunge()
            imap.append("INBOX", mail(9))
            pay(mailbox)
            assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
    assert folder(mailbox).is_in_step


def test_a_server_that_counts_anew_hands_nothing_over_twice(mailbox, server, monkeypatch):
    with server.enter(mailbox.address) as imap:
        for number in range(4):
            imap.append("INBOX", mail(number, words=LONG))
        pay(mailbox)
        imap.select_folder("INBOX")
        imap.delete_messages([1])
        imap.expunge()
    before = folder(mailbox).validity
    server.recount(mailbox.address)
    asked = []
    whole = Postbox.raw
    monkeypatch.setattr(Postbox, "raw", lambda self, uids: asked.extend(uids) or whole(self, uids))
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", mail(11, words=LONG))
        paid = pay(mailbox)
        assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
    assert folder(mailbox).validity != before and folder(mailbox).is_in_step
    assert paid.new == 1 and len(asked) == 1
    assert Letter.objects.within(mailbox.workspace_id).count() == 5


def test_a_letter_under_the_name_and_with_the_size_of_another_is_another(mailbox, server):
    one, other = mail(1, words="Yes. " + LONG), mail(1, words="No!! " + LONG)
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", one)
        pay(mailbox)
        imap.append("INBOX", other)
        imap.append("Sent", one)
        paid = pay(mailbox)
        assert len(one) == len(other) and paid.new == 1
        assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")


def test_a_bad_letter_is_kept_and_shown_and_stops_nothing(mailbox, server):
    vast = b"From: a@b.example\r\n" + b"X: " + b"y" * 300_000 + b"\r\n\r\nwords\r\n"
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", mail(1))
        imap.append("INBOX", vast)
        imap.append("INBOX", b"\r\n")
        imap.append("INBOX", mail(2))
        paid = pay(mailbox)
        assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
    refused = Copy.objects.within(mailbox.workspace_id).exclude(refused="").order_by("uid")
    assert [row.refused for row in refused] == ["This letter has more than 262,144 bytes of headers.", EMPTY]
    assert paid.new == 2 and paid.told["INBOX"].rejected == 2
    assert folder(mailbox).is_in_step and mailbox.trouble == ""


def test_a_letter_at_which_the_server_breaks_off_waits_until_all_others_are_in(noa, server):
    with proxy.before(server.port) as between:
        mailbox = opened(noa, server, port=between.port)
        with server.enter(mailbox.address) as imap:
            for number in range(9):
                imap.append("INBOX", mail(number, words="poison" if number in (3, 4) else ""))
            between.poison = b"poison"
            assert pay(mailbox).new == 7
            assert [copy.refused for copy in copies.stubborn(folder(mailbox))] == [copies.STUBBORN] * 2
            assert (folder(mailbox).ours, folder(mailbox).theirs) == (7, 9) and mailbox.trouble == ""
            imap.append("INBOX", mail(10))
            assert pay(mailbox).new == 1
            between.poison = None
            assert pay(mailbox).new == 2
            assert ours(mailbox, "INBOX") == theirs(imap, "INBOX")
    assert folder(mailbox).is_in_step


def test_an_import_that_is_taken_back_leaves_what_lies_in_the_mailbox(mailbox, server, firm, noa, tmp_path):
    (tmp_path / "one.eml").write_bytes(mail(1))
    shipment = shipping.prepare(firm, [tmp_path / "one.eml"], {}, noa, NOW)
    carrying.carry(shipment, NOW)
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", mail(1))
    assert pay(mailbox).new == 0
    returning.take_back(shipment, noa, NOW)
    assert not Letter.objects.within(firm.id).exists()
    assert pay(mailbox).new == 1 and folder(mailbox).is_in_step and each_once_on_the_timeline(mailbox)


def test_what_the_road_stumbles_over_is_refused_alone(mailbox, server, monkeypatch):
    take_in = incoming.take_in

    def stumble(workspace, items, **more):
        if any(b"stumble" in item.raw for item in items):
            raise ValueError("no road")
        return take_in(workspace, items, **more)

    monkeypatch.setattr(incoming, "take_in", stumble)
    with server.enter(mailbox.address) as imap:
        for number, words in enumerate(("fine", "stumble", "fine as well")):
            imap.append("INBOX", mail(number, words=words))
    assert pay(mailbox).new == 2
    [refused] = Copy.objects.within(mailbox.workspace_id).exclude(refused="")
    assert refused.refused == copies.STRANGE and refused.parcel_id
    assert folder(mailbox).is_in_step


def test_the_newest_come_first_and_a_short_visit_says_that_there_is_more(mailbox, server):
    with server.enter(mailbox.address) as imap:
        for number in range(60):
            imap.append("INBOX", mail(number))
    paid = pay(mailbox, seconds=0)
    subjects = set(Entry.objects.within(mailbox.workspace_id).values_list("subject", flat=True))
    assert subjects == {f"Matter {number}" for number in range(10, 60)}
    assert paid.more and not folder(mailbox).is_in_step
    assert (folder(mailbox).ours, folder(mailbox).theirs) == (50, 60)
    assert not pay(mailbox).more
    assert folder(mailbox).is_in_step and each_once_on_the_timeline(mailbox)


def test_what_was_brought_before_is_not_told_again(mailbox, server, firm, noa):
    raw = mail(1).replace(b"\r\n", b"\n")
    incoming.take_in(firm, [arrived(raw)], shipment=None, by=noa, at=NOW)
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", b"Received: by mx.example; Mon, 23 Nov 2026 10:00:00 +0200\r\n" + mail(1))
    assert pay(mailbox).new == 0
    assert Entry.objects.within(firm.id).count() == 1 and folder(mailbox).is_in_step


def test_nothing_from_before_the_day_since_is_fetched(noa, server):
    mailbox = opened(noa, server, since=date(2026, 11, 1))
    with server.enter(mailbox.address) as imap:
        for number, day in enumerate(((10, 1), (11, 2), (11, 20))):
            imap.append("INBOX", mail(number), msg_time=datetime(2026, *day, tzinfo=UTC))
    assert pay(mailbox).new == 2 and folder(mailbox).is_in_step
    assert pay(mailbox).new == 0


def test_a_followed_folder_that_is_gone_is_said_and_the_others_go_on(mailbox, server, noa):
    with server.enter(mailbox.address) as imap:
        imap.create_folder("Clients")
        imap.append("Clients", mail(1))
        pay(mailbox)
        folders.choose(folder(mailbox, "Clients"), True, by=noa, at=NOW)
        assert pay(mailbox).new == 1
        imap.delete_folder("Clients")
        imap.append("INBOX", mail(2))
        assert pay(mailbox).new == 1
    assert "Clients" in mailbox.trouble
    assert Letter.objects.within(mailbox.workspace_id).count() == 2
    folders.choose(folder(mailbox, "Clients"), False, by=noa, at=NOW)
    pay(mailbox)
    assert mailbox.trouble == ""


def test_a_renamed_folder_is_followed_on_without_being_asked_for_or_fetched_anew(
    mailbox, server, noa, monkeypatch
):
    with server.enter(mailbox.address) as imap:
        for path in ("Clients", "Clients/Gal"):
            imap.create_folder(path)
        pay(mailbox)
        for path in ("Clients", "Clients/Gal"):
            folders.choose(folder(mailbox, path), True, by=noa, at=NOW)
            for number in range(4):
                imap.append(path, mail(number + len(path), words=LONG))
        pay(mailbox)
        asked, whole = [], Postbox.raw
        monkeypatch.setattr(Postbox, "raw", lambda self, uids: asked.extend(uids) or whole(self, uids))
        imap.rename_folder("Clients", "לקוחות")  # takes the folder below it along
        imap.create_folder("Another")
        imap.append("Another", mail(90))
        imap.select_folder("לקוחות/Gal")
        imap.add_flags([2], [b"\\Seen"])
        imap.delete_messages([1])
        imap.expunge()
        imap.append("לקוחות/Gal", mail(50, words=LONG))
        paid = pay(mailbox)
        for path in ("לקוחות", "לקוחות/Gal"):
            assert ours(mailbox, path) == theirs(imap, path) and folder(mailbox, path).is_in_step
    assert paid.troubles == [] and paid.new == len(asked) == 1
    assert not folder(mailbox, "Another").followed
    assert not Folder.objects.within(mailbox.workspace_id).filter(path__startswith="Clients").exists()


def test_another_folder_with_the_count_of_one_that_vanished_is_another(mailbox, server, noa, monkeypatch):
    with server.enter(mailbox.address) as imap:
        imap.create_folder("Clients")
        imap.append("Clients", mail(1))
        pay(mailbox)
        folders.choose(folder(mailbox, "Clients"), True, by=noa, at=NOW)
        pay(mailbox)
        imap.delete_folder("Clients")
        imap.create_folder("Another")
        imap.append("Another", mail(2))
        look = Postbox.look
        same = folder(mailbox, "Clients").validity  # as servers tell it that count all folders alike
        monkeypatch.setattr(
            Postbox, "look", lambda self, path: dataclasses.replace(look(self, path), validity=same)
        )
        assert "Clients" in str(pay(mailbox).troubles[0])
    assert not folder(mailbox, "Another").followed


def test_whoever_comes_late_to_a_folder_that_began_anew_writes_nothing_of_the_old_one(
    noa, server, monkeypatch
):
    danger = peril.beset(monkeypatch)
    for steps in range(24):
        mailbox = opened(noa, server)
        with server.enter(mailbox.address) as imap:
            imap.create_folder("Clients")
            pay(mailbox)
            folders.choose(folder(mailbox, "Clients"), True, by=noa, at=NOW)
            imap.append("Clients", mail(1))
            imap.append("Clients", mail(2))
            with danger.after(steps, lambda imap=imap, mailbox=mailbox: _begin_anew(imap, mailbox)):
                pay(mailbox)
        pay(mailbox)
        with server.enter(mailbox.address) as imap:
            assert ours(mailbox, "Clients") == theirs(imap, "Clients")


def _begin_anew(imap, mailbox):
    """Other letters come to lie under the same numbers, and somebody else sees it first."""
    imap.delete_folder("Clients")
    imap.create_folder("Clients")
    imap.append("Clients", mail(3))
    imap.append("Clients", mail(4))
    pay(mailbox)


def test_a_wrong_password_and_a_silent_host_are_said_in_one_sentence(mailbox, server, noa):
    mailboxes.change(mailbox, secret={"password": "wrong"}, by=noa, at=NOW)
    pay(mailbox)
    assert "127.0.0.1" in mailbox.trouble and mailbox.troubled_at == NOW
    mailboxes.change(mailbox, fetching={**mailbox.fetching, "port": 1}, by=noa, at=NOW)
    pay(mailbox)
    assert "127.0.0.1" in mailbox.trouble
