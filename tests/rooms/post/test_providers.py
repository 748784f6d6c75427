"""What is guessed from an address, and what each provider wants."""

from __future__ import annotations

from collections import Counter

import pytest

from kashuv.rooms.post.rules.providers import (
    BY_HAND,
    PROVIDERS,
    guess,
    likelier_security,
    provider_at,
)


@pytest.mark.parametrize(
    ("address", "key", "wants", "opens"),
    [
        ("noa@gmail.com", "gmail", "app_password", "google"),
        (" Noa@GMAIL.com ", "gmail", "app_password", "google"),
        ("noa@hotmail.co.il", "outlook", "sign_in", "microsoft"),
        ("noa@yahoo.com", "yahoo", "app_password", ""),
        ("noa@icloud.com", "icloud", "app_password", ""),
        ("noa@walla.co.il", "walla", "password", ""),
        ("noa@netvision.net.il", "netvision", "password", ""),
        ("noa@bezeqint.net", "bezeq", "password", ""),
        ("noa@012.net.il", "012", "password", ""),
        ("noa@013.net", "013", "password", ""),
        ("noa@zahav.net.il", "zahav", "password", ""),
        ("noa@zoho.com", "zoho", "app_password", ""),
        ("noa@fastmail.fm", "fastmail", "app_password", ""),
        ("noa@proton.me", "proton", "app_password", ""),
        ("noa@gmx.de", "gmx_net", "app_password", ""),
    ],
)
def test_the_domain_tells_the_provider(address, key, wants, opens):
    guessed = guess(address)
    assert guessed.provider and guessed.provider.key == key
    assert (guessed.provider.wants, guessed.provider.opens) == (wants, opens)
    assert (guessed.fetching, guessed.sending) == (guessed.provider.fetching, guessed.provider.sending)
    assert guessed.login == address.strip().lower()


def test_of_an_unknown_domain_the_usual_names_are_put_together():
    guessed = guess("noa@rosen-levy.co.il")
    assert guessed.provider is None
    assert (guessed.fetching.host, guessed.fetching.port, guessed.fetching.security) == (
        "imap.rosen-levy.co.il",
        993,
        "tls",
    )
    assert (guessed.sending.host, guessed.sending.port, guessed.sending.security) == (
        "smtp.rosen-levy.co.il",
        587,
        "starttls",
    )
    assert guessed.other_hosts == ("mail.rosen-levy.co.il", "rosen-levy.co.il")


@pytest.mark.parametrize(("key", "opens"), [("google_workspace", "google"), ("microsoft_365", "microsoft")])
def test_a_firm_with_its_own_domain_chooses_by_hand(key, opens):
    assert key in BY_HAND
    guessed = guess("noa@rosen-levy.co.il", key)
    assert guessed.provider and guessed.provider.opens == opens
    assert guess("noa@rosen-levy.co.il", "nobody").provider is None


def test_no_domain_belongs_to_two():
    counted = Counter(domain for provider in PROVIDERS for domain in provider.domains)
    assert [domain for domain, times in counted.items() if times > 1] == []
    assert len({provider.key for provider in PROVIDERS}) == len(PROVIDERS)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda one: one.key)
def test_every_provider_can_be_followed_safely(provider):
    for place in (provider.fetching, provider.sending):
        assert place.security != "none"
        assert likelier_security(place.port, place.security) is None
    assert provider.made_at.startswith("https://") or provider.wants != "app_password"
    assert provider.opens or provider.wants != "sign_in"


def test_a_server_tells_whose_it_is():
    gmail = provider_at("IMAP.gmail.com ", 993)
    assert gmail and gmail.opens == "google"
    assert provider_at("mail.rosen-levy.co.il", 993) is None
    assert provider_at("127.0.0.1", 143) is None  # the Bridge stands on this machine, as others may


@pytest.mark.parametrize(
    ("port", "security", "likelier"),
    [
        (993, "starttls", "tls"),
        (465, "none", "tls"),
        (587, "tls", "starttls"),
        (143, "none", None),
        (993, "tls", None),
        (10993, "none", None),
    ],
)
def test_a_port_that_usually_speaks_otherwise_is_noticed(port, security, likelier):
    assert likelier_security(port, security) == likelier
