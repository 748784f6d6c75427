"""The register of every address of the desk: what it is about, and what is sent to it. A new address is entered here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.urls import URLPattern, get_resolver, reverse

Reach = Literal["open", "members", "client", "own"]
"""Who it answers: anybody; each member; whoever may see the client (or leads); the one member alone."""

Keys = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Address:
    """`about` are the keys in its path (see belongings), `form` what is posted; None if it is only asked."""

    name: str
    about: tuple[str, ...] = ()
    form: Mapping[str, str] | None = None
    reach: Reach = "client"
    hides: bool = True  # what is not there is answered with 404, not passed over in silence

    def path(self, keys: Keys) -> str:
        return reverse(self.name, args=[keys.get(word, word) for word in self.about])

    def sent(self, keys: Keys) -> dict[str, str]:
        return {field: text.format_map(keys) for field, text in (self.form or {}).items()}


FILE = {"name": "New Name", "language": "en", "owner": "{owner}"}
PERSON = {"name": "New Name", "form": "him", "contact_allowed": "on"}
DAY = {"kind": "other", "words": "the anniversary", "on": "2027-03-01", "returns": "on"}

OPEN = tuple(
    Address(name, about, form, "open")
    for name, about, form in (
        ("account_login", (), None),
        ("account_logout", (), None),  # a guest is sent to the first page, and from there to the door
        ("account_email", (), None),  # as above, by way of the settings
        ("account_reset_password", (), {"email": "noa@rosen-levy.example"}),
        ("account_signup", (), {"email": "new@away.example", "password1": "a long enough word"}),
        ("account_inactive", (), None),
        ("account_email_verification_sent", (), None),
        ("account_confirm_login_code", (), None),
        ("account_confirm_email", ("nothing",), {}),
        ("account_reset_password_done", (), None),
        ("account_reset_password_from_key", ("a", "b-c"), None),
        ("account_reset_password_from_key_done", (), None),
        ("mfa_authenticate", (), None),
        ("mfa_login_webauthn", (), None),
        ("accessibility", (), None),
        ("language", (), None),
        ("healthz", (), None),
        ("calendar", ("token",), None),
        ("opinion-outside", ("nothing",), {}),
        ("hook", ("sms", "nothing"), {}),
    )
)
DOOR = tuple(
    Address(name, about, reach="members")
    for name, about in (
        ("account_reauthenticate", ()),
        ("account_change_password", ()),
        ("account_set_password", ()),
        ("mfa_index", ()),
        ("mfa_reauthenticate", ()),
        ("mfa_activate_totp", ()),
        ("mfa_deactivate_totp", ()),
        ("mfa_view_recovery_codes", ()),
        ("mfa_generate_recovery_codes", ()),
        ("mfa_download_recovery_codes", ()),
        ("mfa_list_webauthn", ()),
        ("mfa_add_webauthn", ()),
        ("mfa_reauthenticate_webauthn", ()),
        ("mfa_remove_webauthn", ("1",)),
        ("mfa_edit_webauthn", ("1",)),
    )
)
ROOMS = (
    Address("today", reach="members"),
    Address("counts", reach="members"),
    Address("clients", reach="members"),
    Address("introductions", reach="members"),
    Address("joining-page", reach="members"),
    Address("others", reach="members"),
    Address("others-admitting", ("loner",), {}, "members"),
    Address("others-belonging", ("loner",), {"to": "x", "to_key": "client:{client}"}, "members"),
    Address("bringing", reach="members"),
    Address("search", reach="members"),
    Address("promises", reach="members"),
    Address("promises-older", reach="members"),
    Address("closing", reach="members"),
    Address("asking-who", reach="members"),
    Address("asking-due", reach="members"),
    Address("find", reach="members"),
    Address("settings", reach="members"),
    Address("settings-me", form={"name": "Noa", "language": "en"}, reach="members"),
    Address("settings-workspace", form={"name": "Ours"}, reach="members"),
    Address("settings-calendar", form={}, reach="members"),
    Address("settings-quiet", form={"since": "20:00", "until": "07:00", "whose": "mine"}, reach="members"),
    Address("client-new", form={**FILE, "owner": ""}, reach="members"),
    Address(
        "capture",
        form={"who": "A new name", "kind": "call", "words": "hello", "direction": "out"},
        reach="members",
    ),
)
CLIENT = (
    Address("client", ("client",)),
    Address("client-edit", ("client",), FILE),
    Address("client-restoring", ("client", "client_was"), {}),
    Address("client-framing", ("client", "pressed"), {}),
    Address("person-new", ("client",), PERSON),
    Address("person", ("client", "person"), PERSON),
    Address("person-consent", ("client", "person"), {"words": "by phone"}),
    Address("consent-withdrawal", ("client", "person", "consent"), {}),
    Address("person-restoring", ("client", "person", "person_was"), {}),
    Address("manner-new", ("client",), {"kind": "channel", "words": "by phone"}),
    Address("keydate-new", ("client",), DAY),
    Address("detail-new", ("client",), {"words": "likes tea"}),
    Address("note-removal", ("client", "manners", "manner"), {}),
    Address("note-removal", ("client", "days", "day"), {}),
    Address("note-removal", ("client", "details", "detail"), {}),
    Address("reading", ("client", "entry")),
    Address("letter", ("client", "entry")),
    Address("attachment", ("client", "entry", "attachment")),
    Address("finding-acceptance", ("client", "finding"), {}),
    Address("finding-dismissal", ("client", "finding"), {}),
    Address("finding-reconsidering", ("client", "decided"), {}),
    Address("introductions-confirming", (), {"chosen": "{proposed}"}, hides=False),
    Address("introductions-declining", (), {"only": "{proposed}"}, hides=False),
    Address("grouping", ("client",), {"people": "{person}", "to": "A new name"}),
    Address("grouping-undoing", ("client", "grouping_was"), {}),
    Address("grouping-undoing", ("proposed", "people_was"), {}),
    Address("others-letting-go", ("person", "taken_was"), {}),
    Address("joining", ("person", "twin"), {}),
    Address("keeping-apart", ("person", "twin"), {}),
    Address("parting", ("merging",), {}),
)
WORDS = (
    Address(
        "promise-new",
        (),
        {"side": "ours", "who": "x", "who_key": "client:{client}", "words": "the offer"},
        hides=False,
    ),
    Address("promise-moves", ("promise",), {"to": "31.12.2030"}),
    Address("promise-move-undoing", ("promise", "move"), {}),
    Address("promise-reassurance", ("promise",), {"to": "31.12.2030", "way": "mail"}),
    Address("promise-releasing", ("promise",), {"reason": "they took it back"}),
    Address("promise-keeping", ("promise",), {}),
    Address("promise-release", ("promise",), {}),
    Address("promise-acceptance", ("proposal",), {}),
    Address("promise-dismissal", ("proposal",), {}),
    Address("promise-reopening", ("kept",), {}),
    Address("promise-doubt", ("promise",), {}),
    Address("marks", (), {"item": "waiting:1", "client": "{client}", "word": "done"}),
)
OWN = (
    Address("mark-undoing", ("mark",), {}, "own"),
    Address("capture-undoing", ("call",), {}, "own"),
    Address("settings-quiet-end", ("quiet",), {}, "own"),
    Address("settings-calendar-revocation", ("pass",), {}, "own"),
    Address("introductions-reconsidering", ("introduced",), {}, "own"),
    Address("bringing-looking", ("handed",), {}, "own"),
    Address("bringing-withdrawal", ("handed",), {}, "own"),
)
SHIPMENTS = (
    Address("shipment", ("shipment",)),
    Address("shipment-resuming", ("stuck",), {}),
    Address("shipment-returning", ("shipment",), {}),
    Address("refusals", ("shipment",)),
)
TYPED = {"version": "2", "to": "x@x.example", "text": "Dear all,"}
DRAFTS = (
    Address("drafts", reach="members"),
    Address("templates", form={"name": "Thanks", "text": "Thank you, {{name}}"}, reach="members"),
    Address("template", ("template",), {"name": "Thanks", "text": "Thank you"}, "own"),
    Address("template-end", ("template",), {}, "own"),
    Address("template", ("office_template",), {"name": "Thanks", "text": "Thank you"}),
    Address("template-end", ("office_template",), {}),
    Address("outbox", reach="members"),
    Address("dispatch-sending", ("lost",), {}),
    Address("dispatch-vouching", ("doubted",), {}),
    Address("dispatch-letting-go", ("lost",), {}),
    Address("dispatch-withdrawal", ("waiting",), {}),
    Address("draft-beginning", (), {"client": "{client}"}),
    Address("draft-beginning", (), {"person": "{person}"}),
    Address("draft-beginning", (), {"answers": "{entry}"}),
    Address("draft", ("draft",)),
    Address("draft-saving", ("draft",), TYPED),
    Address("draft-everybody", ("draft",), TYPED),
    Address("draft-sending", ("draft",), TYPED),
    Address("draft-later", ("draft",), {**TYPED, "when": "tomorrow at nine"}),
    Address("draft-recalling", ("leaving",), {}),
    Address("texting", ("person", "sms"), {"words": "hello"}),
    Address("calling", ("person",), {"outcome": "reached", "words": "hello"}),
    Address("draft-elsewhere", ("draft",)),
    Address("draft-telling", ("message",), {**TYPED, "version": "1", "to": "054-123-4567"}),
    Address("draft-untelling", ("told",), {}),
    Address("draft-presence", ("draft",), {}),
    Address("draft-dropping", ("draft",), {}),
    Address("draft-return", ("dropped",), {}),
    Address("draft-files", ("draft",), {}),
    Address("draft-file", ("draft", "enclosure")),
    Address("draft-file-taking-out", ("draft", "enclosure"), {}),
    Address("draft-guard", ("draft",)),
    Address("draft-morning", ("held",)),
    Address("draft-release", ("draft",), {}),
    Address("draft-waiting", ("draft",), {}),
    Address("draft-unwaiting", ("held",), {}),
    Address("draft-opinions", ("draft",), {"question": "?", "name": "Ronit"}),
    Address("opinion", ("opinion",), {"answer": "go"}, "own"),
    Address("opinion-withdrawal", ("draft", "asked"), {}),
    Address("opinion-reminder", ("draft", "asked"), {}),
)
PLACES = {
    "login": "noa@gmail.com",
    "fetching_host": "imap.gmail.com",
    "fetching_port": "993",
    "fetching_security": "tls",
    "sending_host": "smtp.gmail.com",
    "sending_port": "587",
    "sending_security": "starttls",
    "even_so": "on",
}
NEW_MAILBOX = {"address": "noa@gmail.com", "provider": "gmail", "whose": "mine"}
MAILBOXES = (
    Address("gateways", reach="members"),
    Address(
        "gateway-new", ("twilio",), {"number": "03-765-4321", "sid": "AC1", "token": "x"}, reach="members"
    ),
    Address("gateway-trial", ("gateway",), {}),
    Address("gateway-hook", ("gateway",), {}),
    Address("gateway-end", ("gateway",), {}),
    Address("mailboxes", reach="members"),
    Address("mailbox-new", form={**NEW_MAILBOX, **PLACES, "password": "x"}, reach="members"),
    Address("mailbox-guess", form={"address": "noa@gmail.com"}, reach="members"),
    Address("mailbox-new-trial", form={**NEW_MAILBOX, "password": "x"}, reach="members"),
    Address("mailbox-onward", form=NEW_MAILBOX, reach="members"),
    Address("mailbox-return", form={"state": "nothing", "code": "nothing"}, reach="members"),
    Address("mailbox", ("mailbox",)),
    Address("mailbox-about", ("mailbox",), {"name": "Noa", "signature": "Yours"}, "own"),
    Address("mailbox-servers", ("mailbox",), {**PLACES, "password": "x"}, "own"),
    Address("mailbox-trial", ("mailbox",), {}, "own"),
    Address("mailbox-fetching", ("mailbox",), {}, "own"),
    Address("mailbox-end", ("mailbox",), {}),
    Address("mailbox-folder", ("mailbox", "folder"), {"followed": "on"}, "own"),
    Address("mailbox-refused", ("mailbox", "copy"), None, "own"),
)
REGISTER = (*OPEN, *DOOR, *ROOMS, *CLIENT, *WORDS, *OWN, *SHIPMENTS, *DRAFTS, *MAILBOXES)
GUARDED = tuple(one for one in REGISTER if one.reach in ("client", "own"))


def routes(patterns: Any = None) -> Iterator[URLPattern]:
    """Every leaf of the URLconf."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from routes(one.url_patterns)
