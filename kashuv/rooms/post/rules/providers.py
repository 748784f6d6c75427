"""Providers: how the servers of an address are reached, guessed from its domain, and what each provider wants to be shown.

A guess fills in a form and is tried before it is kept; of a domain that is not known, the usual names are proposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Security = Literal["tls", "starttls", "none"]
Wants = Literal["password", "app_password", "sign_in"]

TLS_PORTS = {993, 465}  # that speak TLS from the first byte (RFC 8314)
PLAIN_PORTS = {143, 587, 25}  # that begin in plain words, and go over to TLS by STARTTLS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server stands."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True)
class Provider:
    """Whoever keeps the mail of many domains.

    `wants` is what opens a mailbox: its password, an app password, or only the provider's own sign-in page. `opens` names
    the sign-in that can be used, where there is one; `made_at` is where an app password is made.
    """

    key: str
    name: str
    fetching: Place
    sending: Place
    domains: tuple[str, ...] = ()
    wants: Wants = "password"
    opens: Literal["", "google", "microsoft"] = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is proposed for an address; `provider` is None where only the usual names were put together."""

    address: str
    provider: Provider | None
    fetching: Place
    sending: Place
    other_hosts: tuple[str, ...] = ()

    @property
    def login(self) -> str:
        """By what the servers know the mailbox; nearly everywhere its address."""
        return self.address


def _both(
    key: str,
    name: str,
    imap: str,
    smtp: str,
    *domains: str,
    submission: Security = "starttls",
    wants: Wants = "password",
    opens: Literal["", "google", "microsoft"] = "",
    made_at: str = "",
) -> Provider:
    """A provider at the standard ports."""
    sending = Place(smtp, 465 if submission == "tls" else 587, submission)
    return Provider(key, name, Place(imap, 993, "tls"), sending, domains, wants, opens, made_at)


_GOOGLE_APP = "https://myaccount.google.com/apppasswords"
PROVIDERS: tuple[Provider, ...] = (
    _both("gmail", "Gmail", "imap.gmail.com", "smtp.gmail.com", "gmail.com", "googlemail.com",
          wants="app_password", opens="google", made_at=_GOOGLE_APP),
    _both("google_workspace", "Google Workspace", "imap.gmail.com", "smtp.gmail.com",
          wants="app_password", opens="google", made_at=_GOOGLE_APP),
    _both("outlook", "Outlook, Hotmail, Live", "outlook.office365.com", "smtp-mail.outlook.com",
          "outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.co.il", "hotmail.co.il", "live.co.il",
          "hotmail.co.uk", "live.co.uk", "hotmail.fr", "live.fr", wants="sign_in", opens="microsoft"),
    _both("microsoft_365", "Microsoft 365", "outlook.office365.com", "smtp.office365.com",
          wants="sign_in", opens="microsoft"),
    _both("yahoo", "Yahoo", "imap.mail.yahoo.com", "smtp.mail.yahoo.com",
          "yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.co.il", "yahoo.fr", "yahoo.de",
          submission="tls", wants="app_password", made_at="https://login.yahoo.com/account/security"),
    _both("aol", "AOL", "imap.aol.com", "smtp.aol.com", "aol.com", "aim.com",
          submission="tls", wants="app_password", made_at="https://login.aol.com/account/security"),
    _both("icloud", "iCloud", "imap.mail.me.com", "smtp.mail.me.com", "icloud.com", "me.com", "mac.com",
          wants="app_password", made_at="https://account.apple.com"),
    _both("walla", "Walla", "imap.walla.co.il", "out.walla.co.il", "walla.co.il", "walla.com", submission="tls"),
    _both("netvision", "Netvision (Cellcom)", "imap.netvision.net.il", "smtp.netvision.net.il", "netvision.net.il"),
    _both("013", "013 Netvision", "imap.netvision.net.il", "smtp.netvision.net.il", "013.net", "013.net.il", "013net.net"),
    _both("012", "012 Smile", "imap.012.net.il", "smtp.012.net.il", "012.net.il", "smile.net.il"),
    _both("zahav", "Zahav", "mail.zahav.net.il", "smtp.zahav.net.il", "zahav.net.il"),
    _both("bezeq", "Bezeq International", "imap.bezeqint.net", "smtp.bezeqint.net", "bezeqint.net", "bezeqint.net.il"),
    _both("zoho", "Zoho", "imap.zoho.com", "smtp.zoho.com", "zoho.com", "zohomail.com",
          submission="tls", wants="app_password", made_at="https://accounts.zoho.com/home#security/app_password"),
    _both("zoho_eu", "Zoho", "imap.zoho.eu", "smtp.zoho.eu", "zoho.eu", "zohomail.eu",
          submission="tls", wants="app_password", made_at="https://accounts.zoho.eu/home#security/app_password"),
    _both("fastmail", "Fastmail", "imap.fastmail.com", "smtp.fastmail.com", "fastmail.com", "fastmail.fm",
          submission="tls", wants="app_password", made_at="https://app.fastmail.com/settings/security/apps"),
    _both("gmx", "GMX", "imap.gmx.com", "mail.gmx.com", "gmx.com", "gmx.us", "gmx.co.uk", wants="app_password",
          made_at="https://www.gmx.com"),
    _both("gmx_net", "GMX", "imap.gmx.net", "mail.gmx.net", "gmx.net", "gmx.de", "gmx.at", "gmx.ch",
          wants="app_password", made_at="https://www.gmx.net"),
    _both("web_de", "WEB.DE", "imap.web.de", "smtp.web.de", "web.de", wants="app_password", made_at="https://web.de"),
    _both("mail_com", "mail.com", "imap.mail.com", "smtp.mail.com", "mail.com", "email.com", "post.com"),
    _both("mailbox_org", "mailbox.org", "imap.mailbox.org", "smtp.mailbox.org", "mailbox.org"),
    _both("posteo", "Posteo", "posteo.de", "posteo.de", "posteo.de", "posteo.net", submission="tls"),
    _both("yandex", "Yandex", "imap.yandex.com", "smtp.yandex.com", "yandex.com", "yandex.ru", "ya.ru",
          submission="tls", wants="app_password", made_at="https://id.yandex.com/security/app-passwords"),
    _both("mail_ru", "Mail.ru", "imap.mail.ru", "smtp.mail.ru", "mail.ru", "inbox.ru", "list.ru", "bk.ru",
          submission="tls", wants="app_password", made_at="https://account.mail.ru/user/2-step-auth/passwords"),
    Provider("proton", "Proton Mail Bridge", Place("127.0.0.1", 1143, "starttls"), Place("127.0.0.1", 1025, "starttls"),
             ("proton.me", "protonmail.com", "pm.me"), "app_password", "", "https://proton.me/mail/bridge"),
)  # fmt: skip
BY_KEY = {provider.key: provider for provider in PROVIDERS}
BY_HAND = ("google_workspace", "microsoft_365")  # of which a domain tells nothing
_BY_DOMAIN = {domain: provider for provider in PROVIDERS for domain in provider.domains}


def guess(address: str, key: str = "") -> Guess:
    """The servers of an address: of the provider that was chosen by hand, else of its domain's."""
    address = address.strip().lower()
    domain = address.rpartition("@")[2]
    provider = BY_KEY.get(key) or _BY_DOMAIN.get(domain)
    if provider:
        return Guess(address, provider, provider.fetching, provider.sending)
    return Guess(
        address,
        None,
        Place(f"imap.{domain}", 993, "tls"),
        Place(f"smtp.{domain}", 587, "starttls"),
        other_hosts=(f"mail.{domain}", domain),
    )


def provider_at(host: str, port: int) -> Provider | None:
    """Whose server this is."""
    here = (host.strip().lower(), port)
    places = ((one, place) for one in PROVIDERS for place in (one.fetching, one.sending))
    return next((one for one, place in places if (place.host, place.port) == here), None)


def likelier_security(port: int, security: str) -> Security | None:
    """What this port usually speaks, where something else was chosen for it."""
    if port in TLS_PORTS and security != "tls":
        return "tls"
    if port in PLAIN_PORTS and security == "tls":
        return "starttls"
    return None
