"""A shipment on its way, inside: batches that are whole or not at all, who we are, workers that take over, taking back."""

from __future__ import annotations

import io
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.foundation.keys import uuid7
from kashuv.foundation.queue import line
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients import introductions
from kashuv.rooms.clients.models import Address, Client, KeyDate, Person
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.post.models import Letter, Parcel, Refusal, Shipment
from kashuv.rooms.promises.models import Promise
from kashuv.transfer.arriving import boxes, carrying, cutting, gathering, job, returning, shipping
from kashuv.transfer.arriving.pieces import Unfit
from tests import cast
from tests.transfer import archives
from tests.transfer.archives import NOA, YOAV


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    file = tmp_path / "inbox.mbox"
    file.write_bytes(archives.mbox(archives.exchange(12)))
    return file


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "BATCH", 3)


@pytest.fixture(autouse=True)
def own_shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipping, "shelf", lambda: tmp_path / "shelf")


def brought(noa, *paths: Path, now, **options: object) -> Shipment:  # type: ignore[no-untyped-def]
    shipment = shipping.prepare(noa.workspace, paths, options, noa, now)
    return carrying.carry(shipment, now)


def again(shipment: Shipment) -> Shipment:
    return Shipment.objects.within(shipment.workspace_id).get(pk=shipment.pk)


def adds_up(counts: dict[str, int]) -> bool:
    return counts["messages"] == counts["new"] + counts["duplicates"] + counts["rejected"]


def test_it_arrives_with_its_counts_and_a_proposed_client(noa, inbox, now) -> None:
    shipment = brought(noa, inbox, now=now)
    shipment = again(shipment)
    assert shipment.state == Shipment.State.ARRIVED and shipment.done == shipment.total
    assert shipment.counts["new"] == 12 and shipment.counts["clients"] == 1 and adds_up(shipment.counts)
    client = Client.objects.within(noa.workspace.id).get()
    assert client.standing == Client.Standing.PROPOSED and client.because
    assert Entry.objects.of(client).count() == 12


def test_the_tables_are_counted_after_a_large_shipment_and_not_after_one_that_is_known(
    noa, inbox, now, monkeypatch
) -> None:
    counted: list[object] = []
    monkeypatch.setattr(carrying.statistics, "count", counted.append)
    monkeypatch.setattr(carrying.statistics, "MANY", 12)
    brought(noa, inbox, now=now)
    assert counted == [connection]
    brought(noa, inbox, now=now)
    assert len(counted) == 1


def test_a_client_who_was_known_before_is_felt_when_it_has_arrived(noa, inbox, now) -> None:
    known = cast.client(noa.workspace, "Known", noa)
    cast.person(known, *YOAV)
    brought(noa, inbox, now=now)
    assert Pulse.objects.within(noa.workspace_id).get(client=known).entries == 12


def test_nothing_of_it_is_seen_next_door(noa, mallory, inbox, now) -> None:
    brought(noa, inbox, now=now)
    assert not Entry.objects.seen_by(mallory).exists() and not Client.objects.seen_by(mallory).exists()


def test_a_fault_in_the_midst_leaves_whole_batches_and_a_place_to_go_on(noa, inbox, now, monkeypatch) -> None:
    write, calls = carrying.refusals.write, []

    def fail_on_the_second(shipment, refused) -> None:  # type: ignore[no-untyped-def]
        calls.append(1)
        if len(calls) == 2:
            raise OSError("the disk is full")
        write(shipment, refused)

    monkeypatch.setattr(carrying.refusals, "write", fail_on_the_second)
    shipment = shipping.prepare(noa.workspace, [inbox], {}, noa, now)
    with pytest.raises(OSError, match="full"):
        carrying.carry(shipment, now)
    assert Letter.objects.within(noa.workspace.id).count() == 3
    found = shipping.prepare(noa.workspace, [inbox], {}, noa, now)
    assert found.pk == shipment.pk and found.counts["new"] == 3
    carrying.carry(found, now)
    assert (
        found.counts["new"],
        found.counts["duplicates"],
        Letter.objects.within(noa.workspace.id).count(),
    ) == (12, 0, 12)


def test_whoever_moves_it_second_stops(noa, inbox, now) -> None:
    shipment = shipping.prepare(noa.workspace, [inbox], {}, noa, now)

    def somebody_else(held: Shipment) -> None:
        Shipment.objects.within(noa.workspace.id).filter(pk=held.pk).update(done=held.done + 1)

    with pytest.raises(carrying.Overtaken):
        carrying.carry(shipment, now, somebody_else)
    assert Letter.objects.within(noa.workspace.id).count() == 3


def test_a_changed_file_is_another_shipment(noa, inbox, now) -> None:
    first = shipping.prepare(noa.workspace, [inbox], {}, noa, now)
    inbox.write_bytes(archives.mbox(archives.exchange(9)))
    assert shipping.prepare(noa.workspace, [inbox], {}, noa, now).pk != first.pk


def test_the_number_of_statements_follows_the_batches_not_the_letters(
    noa, tmp_path, now, monkeypatch
) -> None:
    monkeypatch.setattr(carrying, "BATCH", 200)
    few, many = tmp_path / "few.mbox", tmp_path / "many.mbox"
    few.write_bytes(archives.mbox(archives.exchange(4)))
    many.write_bytes(archives.mbox(archives.letter(100 + n, f"Letter {n}") for n in range(60)))
    with CaptureQueriesContext(connection) as asked_for_few:
        brought(noa, few, now=now)
    with CaptureQueriesContext(connection) as asked_for_many:
        brought(noa, many, now=now)
    assert len(asked_for_many) <= len(asked_for_few) + 5


def test_refused_bytes_are_kept(noa, tmp_path, now) -> None:
    wide = b"From: <a@b.example>\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1500
    file = tmp_path / "inbox.mbox"
    file.write_bytes(archives.mbox([wide, archives.letter()]))
    shipment = brought(noa, file, now=now)
    refusal = Refusal.objects.within(noa.workspace.id).get(shipment_id=shipment.id)
    assert "parts" in refusal.reason and refusal.parcel.size >= len(wide)


def test_who_we_are_is_told_guessed_or_known(noa, tmp_path, now) -> None:
    file = tmp_path / "inbox.mbox"
    file.write_bytes(archives.mbox(archives.letter(n, to=("", "n.rosen@home.example")) for n in range(1, 5)))
    shipment = brought(noa, file, now=now)
    assert shipment.options["guessed"] == "n.rosen@home.example"
    assert set(Entry.objects.within(noa.workspace.id).values_list("direction", flat=True)) == {"in"}


def test_the_members_own_address_needs_no_guess(noa, inbox, now) -> None:
    assert "guessed" not in brought(noa, inbox, now=now).options


class TestWorker:
    def handed_over(self, noa, now, letters: int = 12) -> Shipment:  # type: ignore[no-untyped-def]
        from kashuv.foundation.keys import uuid7

        key = uuid7()
        file = shipping.folder_of(key) / "inbox.mbox"
        file.parent.mkdir(parents=True)
        file.write_bytes(archives.mbox(archives.exchange(letters)))
        return shipping.prepare(noa.workspace, [file], {}, noa, now, key=key)

    def test_it_carries_and_clears_away(self, noa, now) -> None:
        shipment = self.handed_over(noa, now)
        arguments = {"shipment": str(shipment.id)}
        line.enqueue(noa.workspace.id, "carry", arguments, key=str(shipment.id), at=now)
        job.carry(noa.workspace, arguments, now)
        job.carry(noa.workspace, arguments, now)
        shipment = again(shipment)
        assert shipment.state == Shipment.State.ARRIVED and shipment.counts["new"] == 12
        assert not shipping.folder_of(shipment.id).exists()

    def test_a_failure_is_written_down_and_the_next_try_goes_on(self, noa, now, monkeypatch) -> None:
        shipment = self.handed_over(noa, now)
        with monkeypatch.context() as broken:
            broken.setattr(carrying, "_arrive", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                job.carry(noa.workspace, {"shipment": str(shipment.id)}, now)
        shipment = again(shipment)
        assert shipment.state == Shipment.State.FAILED and "division" in shipment.error
        job.carry(noa.workspace, {"shipment": str(shipment.id)}, now)
        shipment = again(shipment)
        assert shipment.state == Shipment.State.ARRIVED and shipment.counts["duplicates"] == 0

    def test_tidying_keeps_what_is_awaited(self, noa, now) -> None:
        awaited = self.handed_over(noa, now)
        stray = shipping.shelf() / "01a209d0-cfb7-7318-90d2-3c0f9cfeeddf"
        stray.mkdir()
        job.tidy(noa.workspace, {}, now + timedelta(days=4000))
        assert shipping.folder_of(awaited.id).exists() and not stray.exists()


class TestTakingBack:
    def test_everything_goes(self, noa, inbox, now) -> None:
        shipment = brought(noa, inbox, now=now)
        left = returning.take_back(shipment, noa, now)
        assert left.stays == {}
        for noun in (Entry, Letter, Parcel, Person, Address, Client, Promise, Finding):
            assert not noun.objects.within(noa.workspace.id).exists(), noun
        assert brought(noa, inbox, now=now).counts["new"] == 12

    def test_what_somebody_decided_on_stays(self, noa, inbox, now) -> None:
        shipment = brought(noa, inbox, now=now)
        client = Client.objects.within(noa.workspace.id).get()
        introductions.confirm([client], by=noa, at=now)
        kept = Promise.objects.of(client).first()
        Promise.objects.of(client).filter(pk=kept.pk).update(state=Promise.State.OPEN)
        left = returning.take_back(shipment, noa, now)
        assert left.stays == {"entries": 1, "people": 1, "clients": 1}
        entry = Entry.objects.of(client).get()
        assert entry.pk == kept.entry_id
        assert Letter.objects.within(noa.workspace.id).count() == 1
        assert Parcel.objects.within(noa.workspace.id).count() == 1

    def test_a_client_who_was_there_before_keeps_what_was_his(self, noa, gal, inbox, now) -> None:
        shipment = brought(noa, inbox, now=now)
        assert Entry.objects.of(gal).count() == 12
        returning.take_back(shipment, noa, now)
        assert not Entry.objects.of(gal).exists()
        assert Address.objects.within(noa.workspace.id).filter(normal=YOAV[1]).exists()


class TestOtherSources:
    def test_a_folder_of_everything(self, noa, tmp_path, now) -> None:
        root = archives.maildir(tmp_path / "Mail", archives.exchange(4))
        archives.maildir(root, [archives.letter(40, from_=NOA, to=YOAV)], ".Sent.2020")
        (root / "old").mkdir()
        (root / "old" / "a.eml").write_bytes(archives.letter(41))
        (root / "old" / "people.vcf").write_text(
            "BEGIN:VCARD\nFN:Dalia\nTEL:052-765-4321\nBDAY:1980-11-23\nEND:VCARD\n"
        )
        shipment = brought(noa, root, now=now)
        assert shipment.counts["new"] == 6 and shipment.counts["people"] == 2 and adds_up(shipment.counts)
        assert KeyDate.objects.within(noa.workspace.id).get().year == 1980

    def test_a_table_with_corrected_columns(self, noa, tmp_path, now) -> None:
        file = tmp_path / "people.csv"
        file.write_text("name,who,mail\nהמשרד,Yoav Gal,yoav@gal.example\n")
        seen = shipping.look(file)[0]
        assert seen.kind == "table" and seen.mapping == {0: "name", 2: "mail"} and seen.count == 1
        brought(noa, file, now=now, columns={"people.csv": {"0": "organisation", "1": "name"}})
        assert Person.objects.within(noa.workspace.id).get().name == "Yoav Gal"

    def test_a_chat(self, noa, gal, tmp_path, now) -> None:
        file = tmp_path / "WhatsApp Chat with יואב גל.txt"
        file.write_text("23/11/2026, 14:05 - Noa: היי\n23/11/2026, 14:06 - יואב גל: אשלח מחר\nאת הכל\n")
        shipment = brought(noa, file, now=now)
        assert shipment.counts["new"] == 2
        said = Entry.objects.of(gal).order_by("at")
        assert [(entry.kind, entry.direction) for entry in said] == [("whatsapp", "out"), ("whatsapp", "in")]
        assert said[1].text == "אשלח מחר\nאת הכל"
        assert brought(noa, file, now=now).counts["duplicates"] == 2

    def test_meetings_and_birthdays_of_whom_we_know(self, noa, gal, tmp_path, now) -> None:
        file = tmp_path / "calendar.ics"
        file.write_text(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20261110T080000Z\nSUMMARY:Kickoff\n"
            "RRULE:FREQ=WEEKLY\nATTENDEE:mailto:yoav@gal.example\nORGANIZER:mailto:noa@rosen-levy.example\nEND:VEVENT\n"
            "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:19801123\nRRULE:FREQ=YEARLY\nSUMMARY:יום הולדת של יואב גל\nEND:VEVENT\n"
            "BEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:19801123\nRRULE:FREQ=YEARLY\nSUMMARY:Birthday of Somebody Else\n"
            "END:VEVENT\nEND:VCALENDAR\n"
        )
        shipment = brought(noa, file, now=now)
        assert (shipment.counts["new"], shipment.counts["left_out"]) == (3, 1)  # the third is agreed
        assert set(Entry.objects.of(gal).values_list("kind", "direction")) == {("meeting", "out")}
        day = KeyDate.objects.within(noa.workspace.id).get()
        assert (day.month, day.day, day.year) == (11, 23, 1980)

    @pytest.mark.parametrize("name", ["birthdays.ics", "zebra.ics"])
    def test_a_birthday_of_somebody_whom_the_same_shipment_introduces(
        self, noa, tmp_path, now, monkeypatch, name
    ) -> None:
        monkeypatch.setattr(carrying, "BATCH", 200)
        root = tmp_path / "all"
        root.mkdir()
        (root / "contacts.csv").write_text("name,mail\nOrit Shaham,orit@shaham.example\n")
        (root / name).write_text(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:19801123\nRRULE:FREQ=YEARLY\n"
            "SUMMARY:Birthday of Orit Shaham\nEND:VEVENT\nEND:VCALENDAR\n"
        )
        assert brought(noa, root, now=now).counts["left_out"] == 0
        assert KeyDate.objects.within(noa.workspace.id).get().person.name == "Orit Shaham"

    def test_a_file_that_holds_nothing_is_named(self, noa, tmp_path, now) -> None:
        file = tmp_path / "empty.ics"
        file.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")
        shipment = brought(noa, file, now=now)
        refused = Refusal.objects.within(noa.workspace.id).get()
        assert (refused.source, refused.reason) == ("empty.ics", cutting.NOTHING)
        assert shipment.counts["rejected"] == 1 and adds_up(shipment.counts)

    def test_what_lies_in_a_folder_and_can_not_be_opened_is_named(
        self, noa, tmp_path, now, monkeypatch
    ) -> None:
        root = tmp_path / "all"
        (root / "locked").mkdir(parents=True)
        (root / "inbox.mbox").write_bytes(archives.mbox(archives.exchange(1)))
        (root / "round").symlink_to(root)
        (root / "lost.eml").symlink_to(tmp_path / "nowhere")
        os.mkfifo(root / "pipe.mbox")
        open_ = os.scandir

        def locked(place: str) -> object:
            if str(place).endswith("locked"):
                raise PermissionError(13, "Permission denied", str(place))
            return open_(place)

        monkeypatch.setattr(os, "scandir", locked)
        assert brought(noa, root, now=now).counts["new"] == 1
        refused = dict(Refusal.objects.within(noa.workspace.id).values_list("source", "reason"))
        closed = dict.fromkeys(("all/lost.eml", "all/pipe.mbox", "all/round"), gathering.NO_FILE)
        assert refused == closed | {"all/locked": gathering.LOCKED}

    def test_a_list_archive_that_was_made_smaller(self, noa, tmp_path, now) -> None:
        import gzip

        file = tmp_path / "list.mbox.gz"
        file.write_bytes(gzip.compress(archives.mbox(archives.exchange(4))))
        assert brought(noa, file, now=now).counts["new"] == 4
        file.write_bytes(gzip.compress(archives.mbox(archives.exchange(4)))[:-40])
        with pytest.raises(Unfit, match="can't be opened"):
            shipping.prepare(noa.workspace, [file], {}, noa, now)

    def test_an_archive_is_opened_and_a_bomb_left_closed(self, noa, tmp_path, now) -> None:
        import zipfile

        file = tmp_path / "takeout.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
            box.writestr("Takeout/Mail/../../all.mbox", archives.mbox(archives.exchange(4)))
        assert brought(noa, file, now=now).counts["new"] == 4
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
            box.writestr("all.mbox", b"From a@b.example Mon Nov  2 08:00:00 2026\n" + b"\0" * 90_000_000)
        with pytest.raises(Unfit, match="swells"):
            shipping.prepare(noa.workspace, [file], {}, noa, now)
        assert not list(shipping.shelf().glob("*/*/*"))


def test_a_path_that_is_not_there(noa, tmp_path, now) -> None:
    with pytest.raises(Unfit, match="no file or folder"):
        shipping.prepare(noa.workspace, [tmp_path / "nothing"], {}, noa, now)
    assert not Shipment.objects.within(noa.workspace.id).exists()


def test_a_box_of_one_file_is_named_after_it(tmp_path) -> None:
    import tarfile

    file = tmp_path / "mail.tar.gz"
    with tarfile.open(file, "w:gz") as tape:
        info = tarfile.TarInfo("../../etc/inbox.mbox")
        data = archives.mbox(archives.exchange(1))
        info.size = len(data)
        tape.addfile(info, io.BytesIO(data))
    from kashuv.transfer.arriving import gathering

    (source,) = boxes.unpacked(gathering.gather([file]), tmp_path / "out")
    assert source.kind == "mbox" and source.name == "mail.tar.gz/etc/inbox.mbox"
    assert source.file.is_relative_to(tmp_path / "out")


def test_every_reason_is_told_to_the_translators() -> None:
    import importlib
    import pkgutil

    from kashuv.transfer import arriving
    from kashuv.transfer.arriving import wording

    names = [found.name for found in pkgutil.walk_packages(arriving.__path__, f"{arriving.__name__}.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    told = [
        value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    ]
    reasons = {value for value in told if value.endswith(".") and " " in value}
    assert len(reasons) > 25 and reasons <= set(wording.REASONS)


class TestWhatIsHandedOverInTheBrowser:
    """It is looked into by the worker, not while the page waits."""

    def announced(self, noa, file: Path, now) -> Shipment:  # type: ignore[no-untyped-def]
        key = uuid7()
        laid = shipping.folder_of(key) / "given" / "000" / file.name
        laid.parent.mkdir(parents=True)
        shutil.copy(file, laid)
        return shipping.announce(noa.workspace, [laid], {}, noa, now, key)

    def test_it_arrives_like_any_other(self, noa, inbox, now) -> None:
        shipment = self.announced(noa, inbox, now)
        assert again(shipment).total == 0
        job.carry(noa.workspace, {"shipment": str(shipment.pk)}, now)
        arrived = again(shipment)
        assert arrived.state == Shipment.State.ARRIVED and arrived.counts["new"] == 12
        assert arrived.total == arrived.done > 0

    def test_what_holds_nothing_fails_with_its_reason_and_is_not_tried_again(
        self, noa, tmp_path, now
    ) -> None:
        file = tmp_path / "photo.jpg"
        file.write_bytes(b"\xff\xd8\xff\xe0" * 100)
        shipment = self.announced(noa, file, now)
        job.carry(noa.workspace, {"shipment": str(shipment.pk)}, now)
        assert again(shipment).state == Shipment.State.FAILED and "photo.jpg" in again(shipment).error
