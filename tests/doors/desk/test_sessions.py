"""A session: found while it is open, gone when its time is over; a login is found by its key."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from kashuv.rooms.team.models import Login

pytestmark = pytest.mark.django_db


def test_a_session_is_found_until_its_time_is_over(noa_at_desk):
    assert noa_at_desk.get("/settings/").status_code == 200
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert noa_at_desk.get("/settings/").status_code == 302


def test_a_session_that_was_ended_elsewhere_opens_nothing(noa_at_desk):
    Session.objects.all().delete()
    assert noa_at_desk.get("/settings/").status_code == 302


def test_a_new_password_ends_the_sessions_of_the_old_one(noa_at_desk, noa):
    noa.login.set_password("another long enough word")
    noa.login.save()
    assert noa_at_desk.get("/settings/").status_code == 302


def test_a_login_is_found_by_its_key_or_is_not_there(noa):
    found = Login.objects.get(pk=noa.login_id)
    assert found == noa.login and found.email == noa.login.email and not found._state.adding
    with pytest.raises(Login.DoesNotExist):
        Login.objects.get(pk=uuid.uuid4())
