"""Trying: whether a mailbox can be fetched from and sent by, both ways at once and without a letter.

It takes at most as long as a person waits; what is wrong is said in one sentence, and what to do in another. Nothing is
written down, and no transaction may be open around it.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext_noop as _

from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post import advice
from kashuv.rooms.post.carriage import Clock
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.imap import Postbox, entered
from kashuv.rooms.post.channels.smtp import Patience, knock
from kashuv.rooms.post.channels.troubles import Forbidden, Trouble, Unwelcome, at_the_door
from kashuv.rooms.post.rules import roles

LONGEST = 15.0  # seconds for all of it
QUIET = 10.0  # seconds without a byte
WHOLE = 45.0  # seconds after which what nobody waits for any more is cut


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one way; `advice` says what to do, or what to know where all is well. What is `closed` stays so,
    however often it is tried."""

    well: bool
    said: Sentence | str
    advice: Sentence | str = ""
    closed: bool = False


Step = Callable[[], Trial]


def try_both(
    fetching: Server, sending: Server, proof: Proof, sender: str, *, now: Clock, longest: float = LONGEST
) -> dict[str, Trial]:
    """Both ways, by their names."""
    return _side_by_side(
        {
            "fetching": (fetching, lambda: _fetching(fetching, proof)),
            "sending": (sending, lambda: _sending(sending, proof, sender, now)),
        },
        longest,
    )


def _side_by_side(ways: Mapping[str, tuple[Server, Step]], longest: float) -> dict[str, Trial]:
    """Each in a thread, which is left to itself if it takes too long; its own timeouts end it."""
    found: dict[str, Trial] = {}
    tongue = get_language() or "en"

    def go(name: str, server: Server, step: Step) -> None:
        with override(tongue):
            found[name] = _said(server, step)

    threads = [
        threading.Thread(target=go, args=(name, server, step), name=f"trying {name}", daemon=True)
        for name, (server, step) in ways.items()
    ]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + longest
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return {name: found.get(name) or _silent(server) for name, (server, _step) in ways.items()}


def _said(server: Server, step: Step) -> Trial:
    try:
        with at_the_door(server):
            return step()
    except Unwelcome as why:
        return Trial(False, why.sentence, advice.after_refusal(server))
    except Forbidden as why:
        return Trial(False, why.sentence, advice.after_closed_way(), closed=True)
    except Trouble as why:
        doubtful = isinstance(why.__cause__, ssl.SSLCertVerificationError)
        return Trial(False, why.sentence, advice.after_doubt() if doubtful else advice.after_silence(server))
    except UnicodeError:  # of a name that can be none, or of a password that SMTP has no letters for
        return Trial(
            False, Sentence(_("The name of the server or the password holds letters that can't be sent."))
        )


def _silent(server: Server) -> Trial:
    said = _("%(host)s does not answer on port %(port)s.")
    where = {"host": server.host, "port": server.port}
    return Trial(False, Sentence(said, where), advice.after_silence(server))


def _fetching(server: Server, proof: Proof) -> Trial:
    with entered(server, proof, patience=QUIET, whole=WHOLE) as postbox:
        return _looked_in(postbox)


def _looked_in(postbox: Postbox) -> Trial:
    """How much is there, and whether there is a folder of what we send."""
    found = {roles.role_of(place.path, place.marks) for place in postbox.places()}
    count = postbox.look("INBOX").count
    said = ngettext("It opens: %(n)d letter in the inbox.", "It opens: %(n)d letters in the inbox.", count)
    unseen = Sentence(
        _(
            "No folder of sent letters was found. What is sent from elsewhere stays unknown until you choose that folder."
        )
    )
    return Trial(True, said % {"n": count}, "" if "sent" in found else unseen)


def _sending(server: Server, proof: Proof, sender: str, now: Clock) -> Trial:
    no = knock(server, proof, sender, now=now, patience=Patience(talking=QUIET, before=WHOLE))
    if no is None:
        return Trial(True, Sentence(_("It takes letters from this address.")))
    where = {"host": server.host, "said": no.said}
    if no.name == "login":
        said = _("The mail server %(host)s did not accept the login or the password (it said: %(said)s).")
        return Trial(False, Sentence(said, where), advice.after_refusal(server))
    if no.name == "tls":
        said = _("%(host)s offers no STARTTLS (it said: %(said)s).")
        return Trial(False, Sentence(said, where), advice.after_silence(server))
    if no.name == "sender":
        said = _("%(host)s does not let this address send (it said: %(said)s).")
        return Trial(False, Sentence(said, where), Sentence(_("Look at the address and at the login.")))
    said = _("%(host)s does not want to talk with us just now (it said: %(said)s).")
    return Trial(False, Sentence(said, where))
