"""What goes wrong between us and a mail server, each in one plain sentence that says what to do."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_noop as _
from imapclient.exceptions import LoginError

from kashuv.foundation.network import Private
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post.channels.entering import Server

_code = re.compile(r"^.*?\[[A-Z-]+(?: [^\]]*)?\]\s*|^b?['\"]|['\"]$")


class Trouble(Exception):
    """Something stands between us and the mailbox; `sentence` says it to people, in the tongue of whoever reads it."""

    def __init__(self, words: str, **facts: object) -> None:
        super().__init__(words)
        self.sentence = Sentence(words, facts)

    def __str__(self) -> str:
        return str(self.sentence)


class Unwelcome(Trouble):
    """The server did not accept the login, or what was shown at its door."""


class Forbidden(Trouble):
    """The server's name leads where nobody may be led from here."""


class Cut(Trouble):
    """The connection broke off; what was being done may be tried anew."""


@contextmanager
def at_the_door(server: Server) -> Iterator[None]:
    """While a server is reached and entered."""
    where: dict[str, object] = {"host": server.host, "port": server.port}
    try:
        yield
    except LoginError as refusal:
        if isinstance(refusal.__context__, imaplib.IMAP4.abort):
            raise Cut(_("%(host)s broke the connection off at the door."), **where) from refusal
        said = _("The mail server %(host)s did not accept the login or the password (it said: %(said)s).")
        raise Unwelcome(said, **where, said=_said(refusal)) from refusal
    except Private as fault:
        said = _(
            "%(host)s leads to an address outside the open internet, and this installation does not connect there."
        )
        raise Forbidden(said, **where) from fault
    except ssl.SSLCertVerificationError as fault:
        said = _("The certificate of %(host)s can't be trusted (%(said)s).")
        raise Trouble(said, **where, said=fault.verify_message) from fault
    except ssl.SSLError as fault:
        said = _("%(host)s does not speak TLS on port %(port)s; look at port and security.")
        raise Trouble(said, **where) from fault
    except socket.gaierror as fault:
        raise Trouble(_("There is no server named %(host)s."), **where) from fault
    except TimeoutError as fault:
        raise Cut(_("%(host)s does not answer on port %(port)s."), **where) from fault
    except ConnectionRefusedError as fault:
        raise Cut(_("Nobody listens at %(host)s on port %(port)s."), **where) from fault
    except (OSError, imaplib.IMAP4.error) as fault:
        said = _("%(host)s can't be reached on port %(port)s (%(said)s).")
        raise Cut(said, **where, said=_said(fault)) from fault


@contextmanager
def on_the_way() -> Iterator[None]:
    """While a mailbox is read."""
    try:
        yield
    except (imaplib.IMAP4.abort, OSError) as fault:
        raise Cut(_("The connection to the mail server broke off; it is tried again by itself.")) from fault
    except imaplib.IMAP4.error as refusal:
        raise Trouble(_("The mail server refused (it said: %(said)s)."), said=_said(refusal)) from refusal
    except (ValueError, LookupError, TypeError) as fault:
        raise Trouble(_("The mail server gave an answer that could not be understood.")) from fault


def _said(fault: Exception) -> str:
    """The server's own words, without codes."""
    return _code.sub("", str(fault).strip()).strip()[:200] or type(fault).__name__
