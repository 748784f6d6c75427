"""The outbox: what waits can be called back, what failed or is unknown is loud with its evidence, and who may see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client as Visitor
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kashuv.flows import outgoing
from kashuv.flows.outgoing import jobs
from kashuv.foundation import clock
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import fate, mailboxes
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.team.models import Member
from tests.flows.outgoing import as_it_stands, clock_at, draft, mailbox

PAGE = "/drafts/outbox/"


@pytest.fixture
def box(noa):  # type: ignore[no-untyped-def]
    return mailbox(noa, 25)


def released(noa, gal, box, **more) -> Dispatch:  # type: ignore[no-untyped-def]
    return outgoing.release(draft(noa, box, gal, **more), by=noa, at=clock.now())


def told(step: str, said: str = "") -> list[dict[str, str]]:
    return [{"at": clock.now().isoformat(), "step": step, "said": said}]


def doubted(noa, gal, box) -> Dispatch:  # type: ignore[no-untyped-def]
    dispatch = released(noa, gal, box)
    fate.leave(dispatch, told("go_ahead", "354 Go ahead"), at=clock.now())
    fate.doubt(dispatch, told("answer", "[silence] timed out"), at=clock.now())
    return dispatch


def deed(desk, dispatch, noun):  # type: ignore[no-untyped-def]
    return desk.post(f"{PAGE}{dispatch.pk}/{noun}/", follow=True)


def drafted(dispatch: Dispatch) -> Draft:
    return Draft.objects.within(dispatch.workspace_id).get(pk=dispatch.source)


def test_an_empty_outbox_says_what_will_be_there(noa_at_desk):
    page = noa_at_desk.get(PAGE).text
    assert "עשר שניות" in page and "או בדרך" not in page and page.count(">לטיוטות<") == 1


def test_what_waits_can_be_called_back(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    assert "הצעה לקמפיין" in noa_at_desk.get(PAGE).content.decode()
    deed(noa_at_desk, dispatch, "withdrawal")
    assert (as_it_stands(dispatch).state, drafted(dispatch).state) == ("withdrawn", "writing")


def test_what_failed_says_why_in_plain_words_beside_those_of_the_server(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    fate.fail(dispatch, told("recipient", "550 5.1.1 No such user (yoav@gal.example)"), at=clock.now())
    page = noa_at_desk.get(PAGE).content.decode()
    assert "אין כתובת כזאת" in page and "5.1.1 No such user" in page
    deed(noa_at_desk, dispatch, "letting-go")
    assert drafted(dispatch).state == "writing"
    assert "אין כתובת כזאת" not in noa_at_desk.get(PAGE).content.decode()


def test_what_the_worker_found_is_read_in_the_readers_tongue_and_servers_keep_their_direction(
    noa, amit, gal, box, noa_at_desk
):
    """A worker has no tongue: the reason of a mailbox that does not open is put into words where it is read."""
    mailboxes.change(box, by=noa, at=clock.now(), secret={"password": ""})
    dispatch = released(noa, gal, box)
    with clock_at(clock.now() + outgoing.UNDO), translation.override("en"):
        jobs.send_dispatch(noa.workspace, {"dispatch": str(dispatch.pk), "try": 0}, clock.now())
    page = noa_at_desk.get(PAGE).content.decode()
    assert "אין סיסמה לתיבה" in page and "There is no password" not in page
    Member.objects.within(noa.workspace_id).filter(pk=amit.pk).update(language="en")
    visitor = Visitor()
    visitor.force_login(amit.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "There is no password" in visitor.get(PAGE).content.decode()
    assert "<td>" in page and "אין סיסמה" not in page.partition('<td dir="ltr">')[2]


def test_what_is_unknown_is_sent_again_once_by_two_presses(noa, gal, box, noa_at_desk):
    dispatch = doubted(noa, gal, box)
    assert "לא ידוע אם הגיע" in noa_at_desk.get(PAGE).content.decode()
    for _ in range(2):
        deed(noa_at_desk, dispatch, "sending")
    anew = Dispatch.objects.within(noa.workspace_id).get(number=2)
    assert (anew.message_id, anew.state) == (dispatch.message_id, "waiting")
    assert drafted(dispatch).dispatch_id == anew.pk


def test_whoever_knows_that_it_arrived_says_so(noa, gal, box, noa_at_desk):
    dispatch = doubted(noa, gal, box)
    deed(noa_at_desk, dispatch, "vouching")
    stands = as_it_stands(dispatch)
    assert (stands.state, stands.evidence[-1]["step"], stands.in_trouble) == ("sent", "vouched", False)


def test_nobody_vouches_for_what_failed(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    fate.fail(dispatch, told("login", "535 5.7.8 No"), at=clock.now())
    deed(noa_at_desk, dispatch, "vouching")
    assert as_it_stands(dispatch).state == "failed"


def test_a_doubt_that_is_left_puts_the_draft_aside(noa, gal, box, noa_at_desk):
    dispatch = doubted(noa, gal, box)
    deed(noa_at_desk, dispatch, "letting-go")
    assert (as_it_stands(dispatch).state, drafted(dispatch).state) == ("unknown", "dropped")


def test_a_bounce_stands_beside_what_was_sent(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    fate.leave(dispatch, [], at=clock.now())
    fate.settle_as_sent(dispatch, [], at=clock.now())
    Dispatch.objects.within(noa.workspace_id).filter(pk=dispatch.pk).update(
        bounced="yoav@gal.example: 550 5.2.2 Full", bounced_at=clock.now(), troubled_at=clock.now()
    )
    page = noa_at_desk.get(PAGE).content.decode()
    assert "התיבה בצד השני מלאה" in page and "550 5.2.2 Full" in page


def test_what_came_back_stands_at_the_draft_and_at_the_entry_too(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    fate.leave(dispatch, [], at=clock.now())
    fate.settle_as_sent(dispatch, [], at=clock.now())
    entry = outgoing.settle(dispatch, clock.now())
    Dispatch.objects.within(noa.workspace_id).filter(pk=dispatch.pk).update(
        bounced="550 5.2.2 Full", bounced_at=clock.now(), troubled_at=clock.now()
    )
    for page in (f"/drafts/{dispatch.source}/", f"/clients/{gal.pk}/entries/{entry.pk}/reading/"):
        told = noa_at_desk.get(page).content.decode()
        assert "550 5.2.2 Full" in told and PAGE in told


def test_the_page_asks_the_same_number_of_questions_however_much_there_is(noa, gal, box, noa_at_desk):
    counted = []
    noa_at_desk.get(PAGE)  # which of her workspaces it is, is asked but once
    for n in (1, 4):
        for _ in range(n):
            doubted(noa, gal, box)
            released(noa, gal, box)
        with CaptureQueriesContext(connection) as asked:
            noa_at_desk.get(PAGE)
        counted.append(len(asked))
    assert counted[0] == counted[1]


def test_a_late_one_says_so(noa, gal, box, noa_at_desk):
    dispatch = released(noa, gal, box)
    before = clock.now() - timedelta(hours=1)
    Dispatch.objects.within(noa.workspace_id).filter(pk=dispatch.pk).update(leave_at=before)
    assert "היה אמור לצאת" in noa_at_desk.get(PAGE).content.decode()


def test_strangers_and_those_who_may_not_see_the_client_find_nothing(noa, dana, mallory, gal, box, client):
    dispatch = doubted(noa, gal, box)
    type(gal).objects.within(gal.workspace_id).filter(pk=gal.pk).update(exclusive=True)
    for stranger in (dana, mallory):
        client.force_login(stranger.login, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert "הצעה לקמפיין" not in client.get(PAGE).content.decode()
        assert deed(client, dispatch, "sending").status_code == 404
    assert Dispatch.objects.within(noa.workspace_id).count() == 1
