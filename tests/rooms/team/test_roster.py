"""The roster: firms are founded and joined, under names that an address can carry."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kashuv.foundation.journal.event import Event
from kashuv.rooms.team import roster
from kashuv.rooms.team.models import Login, Member, Workspace
from kashuv.rooms.team.rules.slugs import free, slug_of
from tests import cast

WORD = "a long enough word"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Rosen & Levy", "rosen-levy"),
        ("רוזן ולוי", "rvzn-vlvy"),
        ("קשוב", "kshvb"),
        ("ד״ר צ׳רלי", "dr-tzrly"),
        ("Café Zoë", "cafe-zoe"),
        ("株式会社", "firm"),
        ("-- & --", "firm"),
        ("a" * 80, "a" * 50),
    ],
)
def test_any_name_becomes_an_address(name, slug):
    assert slug_of(name) == slug


def test_a_taken_slug_gets_the_next_number():
    assert free("gal", {"dalia"}) == "gal"
    assert free("gal", {"gal", "gal-2"}) == "gal-3"


def test_a_firm_is_founded_with_its_owner(db):
    noa = roster.found("רוזן ולוי", owner="נועה", email="Noa@Rosen.example", password=WORD, at=cast.NOW)
    assert (noa.role, noa.email, noa.workspace.slug) == (Member.Role.OWNER, "noa@rosen.example", "rvzn-vlvy")
    assert noa.login.check_password(WORD)
    verbs = Event.objects.within(noa.workspace_id).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["workspace.founded", "member.joined"]


def test_two_firms_of_one_name_have_two_addresses(db):
    first = roster.found("Gal", owner="Noa", email="noa@gal.example", password=WORD, at=cast.NOW)
    second = roster.found("Gal", owner="Gad", email="gad@gal.example", password=WORD, at=cast.NOW)
    assert (first.workspace.slug, second.workspace.slug) == ("gal", "gal-2")


def test_who_joins_a_second_firm_keeps_his_password(db, noa):
    other = roster.found("Gal", owner="Gad", email="gad@gal.example", password=WORD, at=cast.NOW)
    joined = roster.join(
        other.workspace, "Noa", email=noa.email, password="another long word", at=cast.NOW, by=other
    )
    assert joined.login == noa.login
    assert joined.login.check_password(cast.PASSWORD)


def test_a_weak_password_founds_nothing(db):
    with pytest.raises(ValidationError):
        roster.found("Gal", owner="Noa", email="noa@gal.example", password="password12", at=cast.NOW)
    assert not Workspace.objects.exists() and not Login.objects.exists()
