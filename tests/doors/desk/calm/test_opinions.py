"""A second opinion on the screen: asked of Amit, or by a link; answered; it stands beside the draft."""

from __future__ import annotations

import re

import pytest
from django.test import Client as Visitor
from django.urls import reverse

from kashuv.desk.calm.reach import opens_outside
from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import drafts

pytestmark = pytest.mark.django_db
TEXT = "יואב שלום. זה לא מקובל עליי. נדבר מחר."


@pytest.fixture
def draft(gal, noa, now):
    return drafts.begin(gal, None, by=noa, at=now, text=TEXT, to=[["יואב", "yoav@gal.example"]])


def at_desk(member):
    visitor = Visitor()
    visitor.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    return visitor


def test_amit_is_asked_answers_and_noa_sees_it_beside_the_draft(noa_at_desk, draft, amit):
    noa_at_desk.post(
        reverse("draft-opinions", args=[draft.pk]), {"of": str(amit.pk), "question": "חריף מדי?"}
    )
    asked = Opinion.objects.within(draft.workspace_id).get()
    his = at_desk(amit)
    assert "חריף מדי?" in his.get(reverse("opinion", args=[asked.pk])).text
    assert reverse("opinion", args=[asked.pk]) in his.get(reverse("drafts")).text
    his.post(reverse("opinion", args=[asked.pk]), {"answer": "soften", "words": "רך יותר", "marked": ["1"]})
    page = noa_at_desk.get(reverse("draft", args=[draft.pk])).text
    assert "רך יותר" in page and '<blockquote dir="auto">זה לא מקובל עליי.</blockquote>' in page


def test_where_there_is_no_teammate_nothing_is_offered_instead_of_one(noa_at_desk, draft):
    page = noa_at_desk.get(reverse("draft-opinions", args=[draft.pk]))
    assert not page.context["page"]["form"].fields["of"].choices
    assert "או מישהו" not in page.text and "מישהו מבחוץ" in page.text


@pytest.mark.parametrize(
    ("home", "opens"),
    [
        ("http://127.0.0.1:8000", False),
        ("http://[::1]:8000", False),
        ("http://kashuv:8000", False),
        ("http://office.local", False),
        ("http://8.8.8.8", True),
        ("https://kashuv.rosen.example", True),
    ],
)
def test_a_link_into_our_own_house_opens_for_nobody_outside(home, opens):
    assert opens_outside(f"{home}/opinion/x/") is opens


def test_a_link_asks_somebody_outside_once(noa_at_desk, draft):
    answer = noa_at_desk.post(reverse("draft-opinions", args=[draft.pk]), {"name": "רונית", "question": ""})
    path = re.search(r"/opinion/[\w-]+/", answer.text).group()
    assert "KASHUV_BASE_URL" in answer.text and 'data-copy="link"' in answer.text
    guest = Visitor()
    seen = guest.get(path)
    assert "זה לא מקובל עליי" in seen.text and "מרכז גל" not in seen.text
    assert (
        seen.headers["X-Robots-Tag"] == "noindex, nofollow"
        and seen.headers["Referrer-Policy"] == "no-referrer"
    )
    assert Opinion.objects.within(draft.workspace_id).get().answered_at is None
    guest.post(path, {"answer": "wait", "words": "לישון על זה"})
    guest.post(path, {"answer": "go", "words": "changed my mind"})
    assert Opinion.objects.within(draft.workspace_id).get().answer == "wait"


def test_a_question_taken_back_opens_nothing(noa_at_desk, draft):
    answer = noa_at_desk.post(reverse("draft-opinions", args=[draft.pk]), {"name": "רונית", "question": ""})
    path = re.search(r"/opinion/[\w-]+/", answer.text).group()
    asked = Opinion.objects.within(draft.workspace_id).get()
    noa_at_desk.post(reverse("opinion-withdrawal", args=[draft.pk, asked.pk]))
    assert Visitor().get(path).status_code == 404


def test_without_anybody_to_ask_the_form_says_so(noa_at_desk, draft):
    answer = noa_at_desk.post(reverse("draft-opinions", args=[draft.pk]), {"question": "?"})
    assert answer.status_code == 422
    assert Opinion.objects.within(draft.workspace_id).count() == 0


def test_an_opinion_on_an_earlier_wording_says_so(noa_at_desk, draft, noa, amit, now):
    from kashuv.rooms.calm import opinions

    asked = opinions.ask(draft, amit, question="", by=noa, at=now)
    opinions.answer(asked, "go", words="", marks=[], by=amit, at=now)
    drafts.save(draft, version=1, by=noa, at=now, text="אחרת")
    assert "נוסח קודם" in noa_at_desk.get(reverse("draft", args=[draft.pk])).text


def test_who_may_not_see_the_client_is_not_asked_and_sees_nothing_that_was_asked_before(
    noa_at_desk, draft, gal, noa, dana
):
    asked = opinions.ask(draft, dana, question="", by=noa, at=draft.made_at)
    hers = at_desk(dana)
    assert hers.get(reverse("opinion", args=[asked.pk])).status_code == 200
    Client.objects.within(gal.workspace_id).update(exclusive=True)
    assert hers.get(reverse("opinion", args=[asked.pk])).status_code == 404
    assert reverse("opinion", args=[asked.pk]) not in hers.get(reverse("drafts")).text
    path = reverse("draft-opinions", args=[draft.pk])
    assert str(dana.pk) not in noa_at_desk.get(path).text
    assert noa_at_desk.post(path, {"of": str(dana.pk), "question": ""}).status_code == 422


def test_a_second_answer_is_not_thanked_for(draft, noa, amit):
    asked = opinions.ask(draft, amit, question="", by=noa, at=draft.made_at)
    his, path = at_desk(amit), reverse("opinion", args=[asked.pk])
    his.post(path, {"answer": "go", "words": ""})
    his.get(reverse("drafts"))
    told = his.post(path, {"answer": "wait", "words": "עוד מחשבה"}, follow=True).text
    assert "תודה" not in told and Opinion.objects.within(draft.workspace_id).get().answer == "go"


def test_a_browser_that_names_no_origin_can_answer(noa_at_desk, draft):
    """The page sends no referrer, so that the link is told to nobody; a browser then posts "Origin: null"."""
    answer = noa_at_desk.post(reverse("draft-opinions", args=[draft.pk]), {"name": "רונית", "question": ""})
    path = re.search(r"/opinion/[\w-]+/", answer.text).group()
    guest = Visitor(enforce_csrf_checks=True)
    guest.get(path)
    guest.post(path, {"answer": "wait", "words": ""}, headers={"Origin": "null"})
    assert Opinion.objects.within(draft.workspace_id).get().answer == "wait"
