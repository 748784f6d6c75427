"""The morning letter, by a real mail server that only listens."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from kashuv.config.timetable import TIMETABLE
from kashuv.flows.morning import compose, send_mornings
from kashuv.rooms.care import pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.plan import plan_for
from tests import cast
from tests.cast import NOW
from tests.rooms.saying import ago, said

SHABBAT = datetime(2026, 11, 28, 6, 30, tzinfo=UTC)


class Postbox:
    """Keeps what was delivered."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=default))  # type: ignore[attr-defined, arg-type]
        return "250 OK"


@pytest.fixture
def postbox(settings: object) -> Iterator[Postbox]:
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=_free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False  # type: ignore[attr-defined]
    settings.EMAIL_PORT = server.port  # type: ignore[attr-defined]
    yield box
    server.stop()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def listening(noa: Member, dalia: Client) -> Member:
    """Noa wishes for letters, and has a promise that is late."""
    Member.objects.filter(workspace_id=noa.workspace_id, pk=noa.pk).update(hears_mornings=True)
    ledger.note(dalia, "לשלוח לוח זמנים", side="ours", due_at=ago(2), by=noa, at=ago(5))
    return noa


def send(workspace: Workspace, at: datetime = NOW) -> None:
    send_mornings(workspace, {}, at)


def test_she_gets_the_plan_of_her_day_in_her_tongue(postbox: Postbox, listening: Member) -> None:
    send(listening.workspace)
    (letter,) = postbox.letters
    assert letter["To"] == listening.email
    assert letter["Subject"] == "הבוקר: סטודיו רוזן"
    plain = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    html = letter.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "הבטחה שלנו באיחור של יומיים" in plain
    assert 'dir="rtl"' in html
    assert "לשלוח לוח זמנים" in html


def test_once_a_day_however_often_the_bell_rings(postbox: Postbox, listening: Member) -> None:
    send(listening.workspace)
    send(listening.workspace, NOW + timedelta(hours=1))
    assert len(postbox.letters) == 1
    send(listening.workspace, NOW + timedelta(days=1))
    assert len(postbox.letters) == 2


def test_a_server_that_is_not_there_costs_nobody_her_letter(
    settings: object, postbox: Postbox, listening: Member
) -> None:
    port = settings.EMAIL_PORT  # type: ignore[attr-defined]
    settings.EMAIL_PORT = _free_port()  # type: ignore[attr-defined]
    with pytest.raises(OSError):
        send(listening.workspace)
    settings.EMAIL_PORT = port  # type: ignore[attr-defined]
    send(listening.workspace, NOW + timedelta(minutes=1))
    assert len(postbox.letters) == 1


def test_not_on_shabbat(postbox: Postbox, listening: Member) -> None:
    send(listening.workspace, SHABBAT)
    assert postbox.letters == []


def test_only_those_who_asked_for_it(postbox: Postbox, listening: Member, amit: Member) -> None:
    send(listening.workspace)
    assert [letter["To"] for letter in postbox.letters] == [listening.email]


def test_without_a_mail_server_nothing_is_tried(settings: object, listening: Member) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST = ""  # type: ignore[attr-defined]
    send(listening.workspace)


def test_a_clients_words_are_no_markup_and_no_header(listening: Member, gal: Client) -> None:
    said(gal, 12, asks=True, text="<script>alert(1)</script> מתי?")
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(name="Gal\r\nBcc: all@gal.example")
    pulse.feel(gal.workspace_id, [gal.id], NOW)
    letter = compose(listening, plan_for(listening, NOW))
    assert "<script>" not in letter.html
    assert "<script>" in letter.text
    assert "\n" not in letter.subject


def test_in_english_from_left_to_right(listening: Member) -> None:
    listening.language = "en"
    letter = compose(listening, plan_for(listening, NOW))
    assert 'dir="ltr"' in letter.html
    assert letter.text.startswith("Good morning, Noa\nToday: Tuesday, 24 November 2026")


def test_the_timetable_rings_it_in_the_morning() -> None:
    (morning,) = [daily for daily in TIMETABLE.daily if daily.task == "send_mornings"]
    assert TIMETABLE.tasks["send_mornings"] is send_mornings
    assert morning.rings(datetime(2026, 11, 24, 7, 5, tzinfo=UTC))
    assert not morning.rings(datetime(2026, 11, 24, 12, 5, tzinfo=UTC))


def test_the_letter_counts_everybody_who_can_wait(postbox: Postbox, listening: Member) -> None:
    for n in range(15):  # and Dalia, who is late already
        late = cast.client(listening.workspace, f"Client {n}", listening)
        ledger.note(late, "a word", side="ours", due_at=ago(2), by=listening, at=ago(9))
    send(listening.workspace)
    [letter] = postbox.letters
    assert "ועוד 9 שיכולים לחכות" in letter.get_body(("plain",)).get_content()
