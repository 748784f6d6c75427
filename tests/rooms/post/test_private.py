"""By no way out is anybody led into a private network: nothing is called there, and the person is told plainly."""

from __future__ import annotations

import ast
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import kashuv
from kashuv.foundation import clock
from kashuv.rooms.post.channels import https, imap, oauth, smtp
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.phones import Asked
from kashuv.rooms.post.channels.troubles import Cut, Forbidden
from kashuv.rooms.post.channels.trying import try_both
from kashuv.rooms.post.channels.twilio import Twilio
from kashuv.rooms.post.rules import answers

WORDS = Proof("password", "hush")
SPEAKERS = (
    "socket", "_socket", "ssl", "asyncio", "socketserver", "smtplib", "imaplib", "poplib", "ftplib", "telnetlib", "nntplib",
    "http.client", "urllib.request", "xmlrpc.client", "imapclient", "httpx", "requests", "urllib3", "aiohttp", "websockets",
    "django.core.mail",
)  # fmt: skip
THOSE_WHO_SPEAK = {
    "foundation/network/lasting.py", "foundation/network/reaching.py", "foundation/network/resolving.py",
    "rooms/post/channels/entering.py", "rooms/post/channels/https.py", "rooms/post/channels/imap.py",
    "rooms/post/channels/oauth.py", "rooms/post/channels/smtp.py", "rooms/post/channels/troubles.py",
    "rooms/post/channels/trying.py",
    "cli/serving/web.py",  # listens
    "flows/morning/sending.py",  # to the server that stands in this installation's settings
}  # fmt: skip


@pytest.fixture
def inside(settings) -> Iterator[socket.socket]:
    """A server of this machine, which nobody was allowed to call."""
    settings.PRIVATE_NETWORKS = ()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield listener
        with pytest.raises(BlockingIOError):
            listener.accept()  # nobody has called


def server(listener: socket.socket, security: str = "none") -> Server:
    return Server("localhost", listener.getsockname()[1], security, "noa")  # type: ignore[arg-type]


@pytest.mark.parametrize("security", ["none", "tls", "starttls"])
def test_a_letter_is_taken_to_no_server_inside_and_it_is_not_tried_again(inside, security):
    to = smtp.Envelope("noa@us.example", ("yoav@gal.example",))
    outcome = smtp.carry(server(inside, security), WORDS, to, b"x", leaving=lambda steps: True, now=clock.now)
    assert outcome.fate == "refused" and answers.reason([step.told() for step in outcome.steps]) == "private"


@pytest.mark.parametrize("security", ["none", "tls", "starttls"])
def test_no_mailbox_inside_is_looked_into(inside, security):
    with pytest.raises(Forbidden), imap.entered(server(inside, security), WORDS):
        raise AssertionError("it was entered")


def test_a_gateway_asks_nobody_inside(inside):
    asked = Asked(f"http://localhost:{inside.getsockname()[1]}/", {}, b"x")
    outcome = https.carry(asked, Twilio().judge, leaving=lambda steps: True, now=clock.now)
    assert outcome.fate == "refused" and https.knock(asked)[0] == 0


def test_no_sign_in_is_asked_for_inside(inside, settings):
    home = f"http://localhost:{inside.getsockname()[1]}"
    known = {"id": "ours", "secret": "s", "authorize": home, "token": home, "scope": "mail", "asks": {}}
    settings.MAIL_SIGN_IN = {"google": known}
    google = oauth.sign_in("google")
    with pytest.raises(Cut):
        oauth.renew(google, "refresh", at=clock.now())


@pytest.mark.parametrize(
    ("tongue", "words"), [("en", "outside the open internet"), ("he", "מחוץ לאינטרנט הפתוח")]
)
def test_the_person_is_told_what_to_do(inside, tongue, words):
    with translation.override(tongue):
        trials = try_both(server(inside), server(inside), WORDS, "noa@us.example", now=clock.now)
        for trial in trials.values():
            assert words in str(trial.said) and "KASHUV_PRIVATE_NETWORKS" in str(trial.advice)
            assert trial.closed


def test_who_else_could_speak_with_the_outside_would_have_to_be_looked_at():
    house = Path(kashuv.__file__).parent
    speaking = {str(one.relative_to(house)) for one in house.rglob("*.py") if speaks(one.read_text())}
    assert speaking == THOSE_WHO_SPEAK


@pytest.mark.parametrize(
    "line",
    ["import json, socket", "import http.client as web", "from http import client", "from urllib import request as ask",
     "from requests.sessions import Session", "from django.core import mail", "def late():\n    import asyncio",
     "importlib.import_module('httpx')", "__import__('smtplib')"],
)  # fmt: skip
def test_no_spelling_of_an_import_escapes_the_eye(line):
    assert speaks(line) and not speaks("from http import HTTPStatus\nfrom urllib.parse import quote")


def speaks(source: str) -> bool:
    """Whether it imports anything by which one speaks with the outside."""
    if not any(one.rpartition(".")[2] in source for one in SPEAKERS):
        return False
    imported = {name for node in ast.walk(ast.parse(source)) for name in modules(node)}
    return any(name == one or name.startswith(f"{one}.") for name in imported for one in SPEAKERS)


def modules(node: ast.AST) -> Iterator[str]:
    """What may be a module of what it imports: of `from a import b` both a and a.b."""
    match node:
        case ast.Import(names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield module
            yield from (f"{module}.{alias.name}" for alias in names)
        case ast.Call(
            func=ast.Name("__import__") | ast.Attribute(attr="import_module") | ast.Name("import_module"),
            args=[ast.Constant(str(name)), *_],
        ):
            yield name
