"""A guess begins with names that somebody has, and nobody waits long for it."""

from __future__ import annotations

import socket
import time

import pytest

from kashuv.rooms.post.channels import naming
from kashuv.rooms.post.rules.providers import guess


@pytest.fixture
def names(monkeypatch) -> set[str]:
    """The names that anybody has."""
    known: set[str] = set()

    def look_up(host: str, port: int) -> list[object]:
        if host not in known:
            raise socket.gaierror(f"no {host}")
        return []

    monkeypatch.setattr(naming, "addresses_of", look_up)
    return known


def hosts(address: str) -> tuple[str, str]:
    settled = naming.settled(guess(address))
    return settled.fetching.host, settled.sending.host


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (["imap", "smtp", "mail"], ("imap.rosen.example", "smtp.rosen.example")),
        (["mail"], ("mail.rosen.example", "mail.rosen.example")),
        (["smtp", "mail"], ("mail.rosen.example", "smtp.rosen.example")),
        ([], ("imap.rosen.example", "smtp.rosen.example")),
    ],
    ids=str,
)
def test_the_first_name_that_somebody_has(names, there, expected):
    names.update(f"{name}.rosen.example" for name in there)
    assert hosts("noa@rosen.example") == expected


def test_where_only_the_domain_itself_is_known(names):
    names.add("rosen.example")
    assert hosts("noa@rosen.example") == ("rosen.example", "rosen.example")


def test_a_known_provider_is_not_asked_for(names):
    assert hosts("noa@gmail.com") == ("imap.gmail.com", "smtp.gmail.com")


def test_a_name_that_can_be_none_hurts_nobody():
    assert hosts("noa@bad..name") == ("imap.bad..name", "smtp.bad..name")


def test_a_name_in_a_private_network_is_no_proposal(settings):
    settings.PRIVATE_NETWORKS = ()
    assert naming._there({"localhost"}, 1) == set()


def test_whoever_has_no_answer_gets_the_first_name_soon(monkeypatch):
    monkeypatch.setattr(naming, "LONGEST", 0.1)
    monkeypatch.setattr(naming, "addresses_of", lambda *_: time.sleep(1))
    began = time.monotonic()
    assert hosts("noa@rosen.example") == ("imap.rosen.example", "smtp.rosen.example")
    assert time.monotonic() - began < 0.8
