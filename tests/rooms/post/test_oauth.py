"""A mailbox of Google or Microsoft is opened by a token, which is renewed in time and never lost between two workers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.db import connection
from django.utils import translation

from kashuv.rooms.post import mailboxes, renewing
from kashuv.rooms.post.channels import oauth
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.oauth import Tokens
from kashuv.rooms.post.channels.troubles import Cut, Trouble
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.proving import Locked, proof_of
from tests.cast import NOW
from tests.oauth import Endpoint, answering
from tests.smtp import closed_port

BACK = "https://desk.example/settings/mailboxes/return/"
HERE = Server("imap.gmail.com", 993, "tls", "noa@gmail.com")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def endpoint(settings) -> Iterator[Endpoint]:
    with answering(Endpoint()) as running:
        settings.MAIL_SIGN_IN = {"google": running.told(), "microsoft": running.told(id="", secret="")}
        yield running


def signed_in(endpoint: Endpoint) -> Tokens:
    google = oauth.sign_in("google")
    assert google
    verifier = oauth.fresh_verifier()
    page = oauth.page_of(google, address="noa@gmail.com", back=BACK, state="s", verifier=verifier)
    return oauth.exchange(google, endpoint.consent(page)["code"], back=BACK, verifier=verifier, at=NOW)


@pytest.fixture
def mailbox(noa, endpoint) -> Mailbox:
    return mailboxes.open_at(
        noa.workspace,
        "noa@gmail.com",
        member=noa,
        fetching=HERE,
        sending=HERE,
        secret=signed_in(endpoint).secret(),
        by=noa,
        at=NOW,
        proof=Mailbox.Proof.GOOGLE,
    )


def kept(mailbox: Mailbox) -> Tokens:
    fresh = Mailbox.objects.within(mailbox.workspace_id).get(pk=mailbox.pk)
    assert fresh.renewing_until is None
    return Tokens.of(mailboxes.secret_of(fresh))


class TestSigningIn:
    def test_the_page_is_asked_for_a_lasting_permission_and_knows_no_secret(self, endpoint):
        google = oauth.sign_in("google")
        verifier = oauth.fresh_verifier()
        page = oauth.page_of(google, address="noa@gmail.com", back=BACK, state="s", verifier=verifier)
        asked = parse_qs(urlsplit(page).query)
        assert page.startswith(f"{endpoint.url}/authorize?")
        assert asked["code_challenge_method"] == ["S256"] and asked["redirect_uri"] == [BACK]
        assert asked["login_hint"] == ["noa@gmail.com"] and asked["prompt"] == ["consent"]
        assert verifier not in page and "our secret" not in page

    def test_a_code_is_good_once_and_only_for_who_asked(self, endpoint):
        google = oauth.sign_in("google")
        assert google and signed_in(endpoint).until == NOW + timedelta(hours=1)
        page = oauth.page_of(google, address="", back=BACK, state="s", verifier="ours")
        code = endpoint.consent(page)["code"]
        for _ in range(2):
            with pytest.raises(oauth.Withdrawn):
                oauth.exchange(google, code, back=BACK, verifier="somebody else's", at=NOW)

    def test_without_a_lasting_permission_nothing_is_opened(self, endpoint):
        endpoint.answer = (200, b'{"access_token": "for an hour"}')
        with pytest.raises(Trouble, match="lasting"):
            signed_in(endpoint)

    def test_a_provider_that_does_not_know_us_is_not_offered(self, endpoint):
        assert oauth.sign_in("microsoft") is None and oauth.sign_in("nobody") is None

    def test_the_state_is_ours_and_young(self, endpoint, monkeypatch):
        state = oauth.state_of({"address": "noa@gmail.com"})
        assert oauth.read_state(state) == {"address": "noa@gmail.com"}
        assert oauth.read_state(state[:-1]) is None
        assert oauth.read_state(signing.dumps({"address": "x"}, salt="another")) is None
        monkeypatch.setattr(oauth, "STATE_LASTS", timedelta(seconds=-1))
        assert oauth.read_state(state) is None

    @pytest.mark.parametrize(
        ("answer", "kind", "words"),
        [
            ((500, b"oops"), Cut, "can't be reached"),
            ((429, b"{}"), Cut, "can't be reached"),
            ((401, b'{"error": "invalid_client"}'), Trouble, "KASHUV_GOOGLE_CLIENT_ID"),
            ((400, b"<html>"), Trouble, "KASHUV_GOOGLE_CLIENT_ID"),
            ((302, b""), Trouble, "KASHUV_GOOGLE_CLIENT_ID"),
            ((400, b'{"error": "invalid_grant"}'), oauth.Withdrawn, "once more"),
            ((200, b"<html>"), Trouble, "understood"),
            ((200, b"[]"), Trouble, "understood"),
            ((200, b"{}"), Trouble, "understood"),
            ((200, b'{"access_token": "a", "expires_in": "soon"}'), Trouble, "understood"),
            ((200, b'{"access_token": "a", "expires_in": 1e99}'), Trouble, "understood"),
        ],
    )
    def test_whatever_the_provider_answers_is_said_plainly(self, endpoint, answer, kind, words):
        endpoint.answer = answer
        google = oauth.sign_in("google")
        assert google
        with pytest.raises(kind, match=words) as raised:
            oauth.renew(google, "refresh", at=NOW)
        assert isinstance(raised.value, Trouble)
        assert len(endpoint.asked) == 1  # our secret was taken nowhere else

    def test_a_provider_out_of_reach_is_a_passing_trouble(self, endpoint, settings):
        endpoint.url = f"http://127.0.0.1:{closed_port()}"
        settings.MAIL_SIGN_IN = {"google": endpoint.told()}
        google = oauth.sign_in("google")
        assert google
        with pytest.raises(Cut):
            oauth.renew(google, "refresh", at=NOW)

    def test_no_log_is_told_a_token(self, endpoint):
        tokens = signed_in(endpoint)
        assert tokens.access not in repr(tokens) and tokens.refresh not in repr(tokens)
        assert "secret" not in repr(oauth.sign_in("google"))


class TestRenewing:
    def test_a_token_that_lasts_is_shown_as_it_is(self, mailbox, endpoint):
        endpoint.asked.clear()
        proof = proof_of(mailbox, NOW)
        assert proof.kind == "token" and endpoint.asked == []

    def test_one_that_is_about_to_run_out_is_renewed_and_kept_sealed(self, mailbox, endpoint):
        before, later = kept(mailbox), NOW + timedelta(minutes=58)
        proof = proof_of(mailbox, later)
        after = kept(mailbox)
        assert proof == Proof("token", after.access) and after.access != before.access
        assert after.refresh in endpoint.good and before.refresh not in endpoint.good
        assert after.until == later + timedelta(hours=1)
        assert after.refresh.encode() not in bytes(mailbox.secret)
        assert proof_of(mailbox, later) == proof

    def test_where_no_new_refresh_token_comes_the_old_one_goes_on(self, mailbox, endpoint):
        endpoint.rotates = False
        before = kept(mailbox)
        proof_of(mailbox, NOW + timedelta(hours=2))
        assert kept(mailbox).refresh == before.refresh and kept(mailbox).access != before.access

    def test_a_mailbox_that_was_read_long_ago_goes_by_what_is_kept_now(self, mailbox):
        later = NOW + timedelta(hours=2)
        stale = Mailbox.objects.within(mailbox.workspace_id).get(pk=mailbox.pk)
        renewed = proof_of(mailbox, later)
        assert proof_of(stale, later) == renewed

    def test_a_permission_that_was_withdrawn_is_said_and_nothing_is_lost(self, mailbox, endpoint):
        before = kept(mailbox)
        endpoint.good.clear()
        with pytest.raises(Locked, match="once more") as locked:
            proof_of(mailbox, NOW + timedelta(hours=2))
        assert not locked.value.passing and kept(mailbox) == before

    def test_a_provider_that_is_down_locks_for_a_while_only(self, mailbox, endpoint):
        before = kept(mailbox)
        endpoint.answer = (503, b"")
        with pytest.raises(Locked) as locked:
            proof_of(mailbox, NOW + timedelta(hours=2))
        assert locked.value.passing and kept(mailbox) == before

    def test_an_installation_that_forgot_what_it_was_known_by_says_so(self, mailbox, settings):
        settings.MAIL_SIGN_IN = {}
        with pytest.raises(Locked, match="KASHUV_GOOGLE_CLIENT_ID"):
            proof_of(mailbox, NOW + timedelta(hours=2))

    def test_a_turn_that_somebody_died_in_is_taken_over(self, mailbox):
        later = NOW + timedelta(hours=2)
        row = Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk)
        row.update(renewing_until=later - timedelta(seconds=1))
        assert proof_of(mailbox, later).words == kept(mailbox).access

    def test_whoever_waits_too_long_for_another_says_so(self, mailbox, monkeypatch, endpoint):
        monkeypatch.setattr(renewing, "WAIT", 0.3)
        later = NOW + timedelta(hours=2)
        Mailbox.objects.within(mailbox.workspace_id).update(renewing_until=later + timedelta(seconds=30))
        endpoint.asked.clear()
        with pytest.raises(Locked) as locked:
            proof_of(mailbox, later)
        assert locked.value.passing and endpoint.asked == []

    def test_a_sign_in_of_meanwhile_is_not_overwritten(self, mailbox, noa, monkeypatch):
        """She signs in anew while a worker waits for the provider: what she brought stays."""
        brought = Tokens("brought", "brought too", NOW + timedelta(days=1))
        renew = oauth.renew

        def slowly(*told, **more):
            mailboxes.change(mailbox, by=noa, at=NOW, secret=brought.secret())
            return renew(*told, **more)

        monkeypatch.setattr(oauth, "renew", slowly)
        stale = Mailbox.objects.within(mailbox.workspace_id).get(pk=mailbox.pk)
        proof_of(stale, NOW + timedelta(hours=2))
        assert kept(mailbox) == brought

    def test_a_closed_mailbox_opens_no_more(self, mailbox, noa):
        mailboxes.close(mailbox, by=noa, at=NOW)
        with pytest.raises(Locked):
            proof_of(mailbox, NOW)


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_renews_and_all_get_in(mailbox, endpoint):
    """The provider takes a refresh token back as soon as it was used; a second use would lose the mailbox."""
    endpoint.pause, later = 0.3, NOW + timedelta(hours=2)
    endpoint.asked.clear()
    got: list[str] = []
    start = threading.Barrier(6)

    def work() -> None:
        mine = Mailbox.objects.within(mailbox.workspace_id).get(pk=mailbox.pk)
        start.wait()
        got.append(proof_of(mine, later).words)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(endpoint.asked) == 1
    assert got == [kept(mailbox).access] * 6
    assert kept(mailbox).refresh in endpoint.good
