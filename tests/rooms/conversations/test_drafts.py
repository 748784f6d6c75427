"""Drafts: what is typed is kept, whoever else types; dropping is undone; a file goes along."""

from __future__ import annotations

import pytest

from kashuv.rooms.conversations import drafts, enclosures, presences, templates
from kashuv.rooms.conversations.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(gal, noa, now):
    return drafts.begin(gal, None, by=noa, at=now, subject="ההצעה", text="יואב שלום,")


def test_what_is_typed_is_saved(draft, noa, now):
    saved = drafts.save(draft, version=1, by=noa, at=now, text="יואב שלום, מצרפת.")
    assert saved.other is None
    stands = Draft.objects.within(draft.workspace_id).get(pk=draft.pk)
    assert (stands.text, stands.version) == ("יואב שלום, מצרפת.", 2)


def test_who_saves_later_on_an_older_version_loses_nothing(draft, noa, amit, now):
    enclosures.enclose(draft, "plan.pdf", "application/pdf", b"%PDF", by=noa, at=now)
    drafts.save(draft, version=1, by=noa, at=now, text="Noa's words")
    clash = drafts.save(draft, version=1, by=amit, at=now, text="Amit's words")
    assert clash.other is not None and clash.other.text == "Noa's words"
    assert clash.draft.text == "Amit's words" and clash.draft.subject == "ההצעה"
    assert clash.draft.pk != draft.pk and clash.draft.member_id == amit.id
    assert [one.name for one in drafts.enclosed(clash.draft)] == ["plan.pdf"]


def test_the_same_words_saved_twice_make_no_second_draft(draft, noa, now):
    drafts.save(draft, version=1, by=noa, at=now, text="words")
    again = drafts.save(draft, version=1, by=noa, at=now, text="words")
    assert again.other is None and again.draft.pk == draft.pk
    assert Draft.objects.within(draft.workspace_id).count() == 1


def test_a_dropped_draft_comes_back(draft, noa, now):
    assert drafts.drop(draft, by=noa, at=now)
    assert not drafts.drop(draft, by=noa, at=now)
    assert drafts.bring_back(draft, by=noa, at=now)
    assert Draft.objects.within(draft.workspace_id).get().state == "writing"


def test_only_what_a_saving_may_change_is_changed(draft, noa, amit, now):
    for strange in ({"state": "sent"}, {"member_id": amit.id}, {"txet": "a slip"}):
        with pytest.raises(TypeError, match=next(iter(strange))):
            drafts.save(draft, version=1, by=noa, at=now, **strange)
        with pytest.raises(TypeError, match=next(iter(strange))):
            drafts.begin(None, None, by=noa, at=now, **strange)
    drafts.save(draft, version=1, by=noa, at=now, text="a\0b")
    stands = Draft.objects.within(draft.workspace_id).get()
    assert (stands.text, stands.state, stands.member_id) == ("a\ufffdb", "writing", noa.id)


def test_more_than_a_letter_carries_is_refused_and_the_rest_stays(draft, noa, now, monkeypatch):
    monkeypatch.setattr(enclosures, "MOST_BYTES", 10)
    enclosures.enclose(draft, "a.txt", "text/plain", b"12345", by=noa, at=now)
    with pytest.raises(enclosures.TooMuch):
        enclosures.enclose(draft, "b.txt", "text/plain", b"123456", by=noa, at=now)
    (left,) = drafts.enclosed(draft)
    enclosures.take_out(left, by=noa, at=now)
    assert drafts.enclosed(draft) == []


def test_two_who_write_see_each_other_for_a_minute(draft, noa, amit, now):
    presences.be_present(draft, noa, at=now)
    presences.be_present(draft, noa, at=now)
    presences.be_present(draft, amit, at=now)
    assert presences.others(draft, noa, at=now) == ["Amit"]
    assert presences.others(draft, noa, at=now + presences.GONE) == []


def test_a_template_of_hers_is_offered_to_her_alone(noa, amit, now):
    templates.keep(by=noa, at=now, shared=False, name="mine", text="{name} שלום,")
    shared = templates.keep(by=noa, at=now, shared=True, name="ours", text="Dear {name},")
    assert [one.name for one in templates.offered_to(noa)] == ["mine", "ours"]
    assert [one.name for one in templates.offered_to(amit)] == ["ours"]
    templates.throw_away(shared, by=noa, at=now)
    assert templates.offered_to(amit) == []


def test_who_may_not_see_the_client_does_not_see_the_draft(draft, gal, dana, mallory, now):
    assert Draft.objects.seen_by(dana).count() == 1
    type(gal).objects.within(gal.workspace_id).filter(pk=gal.pk).update(exclusive=True)
    assert Draft.objects.seen_by(dana).count() == 0
    assert Draft.objects.seen_by(mallory).count() == 0
