"""Settings: oneself, the firm, and the calendar's secret link."""

from __future__ import annotations

import re
from datetime import time, timedelta

import pytest
from django.urls import reverse

from kashuv.desk.calendar.feed import feed
from kashuv.foundation import clock
from kashuv.rooms.clients.models import KeyDate
from kashuv.rooms.promises import ledger
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Member, Pass, QuietHours, Workspace
from kashuv.rooms.team.rules.quiet import Span

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FIRM = {
    "name": "Levy & Rosen",
    "language": "en",
    "time_zone": "Europe/London",
    "day_starts": "08:00",
    "day_ends": "16:00",
}


def test_a_member_says_who_she_is_and_the_page_speaks_her_tongue(noa, noa_at_desk) -> None:
    said = {"name": "Noa Rosen", "language": "en", "hears_mornings": "on"}
    answer = noa_at_desk.post(reverse("settings-me"), said, follow=True)

    one = Member.objects.within(noa.workspace_id).get()
    assert (one.name, one.language, one.hears_mornings) == ("Noa Rosen", "en", True)
    assert 'lang="en"' in answer.content.decode()
    assert "Saved." in answer.content.decode()


def test_a_leader_settles_the_firm(noa, noa_at_desk) -> None:
    noa_at_desk.post(reverse("settings-workspace"), FIRM)

    firm = Workspace.objects.get(pk=noa.workspace_id)
    assert (firm.name, firm.time_zone, firm.day_starts) == ("Levy & Rosen", "Europe/London", time(8))


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/Olympus"}, {"time_zone": "../etc"}, {"day_ends": "07:00"}, {"name": ""}]
)
def test_nonsense_about_the_firm_is_refused(noa, noa_at_desk, wrong) -> None:
    assert noa_at_desk.post(reverse("settings-workspace"), FIRM | wrong).status_code == 422
    assert Workspace.objects.get(pk=noa.workspace_id).name == "Rosen & Levy"


def test_a_member_does_not_settle_the_firm(dana, client) -> None:
    client.force_login(dana.login, backend=BACKEND)

    assert reverse("settings-workspace") not in client.get(reverse("settings")).content.decode()
    assert client.post(reverse("settings-workspace"), FIRM).status_code == 403


NIGHTS = {"since": "20:00", "until": "07:00", "whose": "firm"}


def test_quiet_hours_are_said_and_given_up_by_a_leader_for_all(noa, noa_at_desk) -> None:
    page = noa_at_desk.post(reverse("settings-quiet"), {**NIGHTS, "days": ["4", "6"]}, follow=True)
    assert "יום ראשון, יום שישי, מ־20:00 עד 07:00 למחרת" in page.content.decode()
    (hours,) = QuietHours.objects.within(noa.workspace_id)
    assert (hours.member_id, hours.days) == (None, "46")
    noa_at_desk.post(reverse("settings-quiet-end", args=[hours.pk]))
    assert not QuietHours.objects.within(noa.workspace_id).exists()


def test_a_members_quiet_hours_are_her_own(noa, dana, client) -> None:
    ours = quieting.keep(Span(frozenset({5}), time(), time()), for_all=True, by=noa, at=clock.now())
    client.force_login(dana.login, backend=BACKEND)
    page = client.post(reverse("settings-quiet"), NIGHTS, follow=True).content.decode()
    (hers,) = QuietHours.objects.within(noa.workspace_id).filter(member=dana)
    assert hers.days == "0123456" and "שבת, כל היום" in page
    assert client.post(reverse("settings-quiet-end", args=[ours.pk])).status_code == 404
    assert client.post(reverse("settings-quiet"), {"since": "late"}).status_code == 422


@pytest.fixture
def link(noa_at_desk) -> str:
    """The calendar's link, as it is shown this once."""
    body = noa_at_desk.post(reverse("settings-calendar")).content.decode()
    return re.search(r"(/calendar/[^\"]+\.ics)", body)[1]


def test_the_link_opens_the_calendar_without_a_login(link, gal, noa, client) -> None:
    now = clock.now()
    ledger.note(gal, "המפרט", side="ours", due_at=now + timedelta(days=1), by=noa, at=now)
    client.logout()

    answer = client.get(link)

    assert answer["Content-Type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in answer.content.decode()
    assert "המפרט" in answer.content.decode().replace("\r\n ", "")


def test_the_link_is_led_into_no_index_and_told_to_nobody(link, client) -> None:
    answer = client.get(link)

    assert answer["X-Robots-Tag"] == "noindex" and answer["Referrer-Policy"] == "no-referrer"


def test_of_many_days_the_calendar_holds_the_soonest(gal, noa, now, monkeypatch) -> None:
    days = [(12, 31), (1, 2), (11, 23), (11, 24), (11, 25)]
    for month, day in days:
        KeyDate.objects.create(
            workspace_id=noa.workspace_id,
            client=gal,
            kind="other",
            words=f"day {day}.{month}",
            month=month,
            day=day,
        )
    KeyDate.objects.create(
        workspace_id=noa.workspace_id, client=gal, kind="contract", words="long ago", month=11, day=24, year=2020,
        returns=False,
    )  # fmt: skip
    monkeypatch.setattr("kashuv.desk.calendar.feed.MOST", 4)
    drawn = feed(noa, now).decode()

    told = [line.rpartition(": ")[2].strip() for line in drawn.splitlines() if "day " in line]
    assert told == ["day 24.11", "day 25.11", "day 31.12", "day 2.1"]


def test_the_link_is_not_shown_again_nor_kept(link, noa, noa_at_desk) -> None:
    secret = link.split("-", 1)[1].removesuffix(".ics")

    assert secret not in noa_at_desk.get(reverse("settings")).content.decode()
    assert secret not in str(list(Pass.objects.within(noa.workspace_id).values()))


def test_a_revoked_link_opens_nothing(link, noa, noa_at_desk) -> None:
    issued = Pass.objects.within(noa.workspace_id).get()
    noa_at_desk.post(reverse("settings-calendar-revocation", args=[issued.pk]))

    assert noa_at_desk.get(link).status_code == 404


def test_nobody_revokes_the_link_of_another(link, noa, mallory, client) -> None:
    issued = Pass.objects.within(noa.workspace_id).get()
    client.force_login(mallory.login, backend=BACKEND)

    assert client.post(reverse("settings-calendar-revocation", args=[issued.pk])).status_code == 404
    assert client.get(link).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "-", "00000000000000000000000000000000-abc"])
def test_a_guessed_link_does_not_exist(client, token) -> None:
    assert client.get(reverse("calendar", args=[token])).status_code == 404
