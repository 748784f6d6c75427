"""Advice: what a person does so that a mailbox lets us in, in the tongue of whoever reads it."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.rules.providers import Provider, likelier_security, provider_at


def way_in(provider: Provider) -> Sentence | None:
    """What this provider wants to be shown, where an ordinary password is not enough."""
    where: dict[str, object] = {"name": provider.name, "url": provider.made_at}
    if provider.key == "proton":
        said = _(
            "Proton is reached through its Bridge, which runs on this machine and shows a password. %(url)s"
        )
        return Sentence(said, where)
    if provider.wants == "app_password":
        said = _(
            "%(name)s wants an app password here, not the ordinary one. It is made at %(url)s, once two-step verification is on."
        )
        return Sentence(said, where)
    if provider.wants == "sign_in":
        said = _("%(name)s lets programs in through its own sign-in page alone, no longer by password.")
        return Sentence(said, where)
    return None


def after_refusal(server: Server) -> Sentence:
    """What to do when the login or the password was not accepted."""
    provider = provider_at(server.host, server.port)
    if provider and (said := way_in(provider)):
        return said
    return Sentence(
        _(
            "Look at the login (most often the whole address) and at the password. Many providers want an app password, or IMAP switched on in their settings."
        )
    )


def after_silence(server: Server) -> Sentence:
    """What to do when nobody answers, or not in the tongue that was expected."""
    likelier, where = likelier_security(server.port, server.security), {"port": server.port}
    if likelier == "tls":
        return Sentence(_("Port %(port)s usually speaks TLS from the first byte: choose TLS."), where)
    if likelier == "starttls":
        return Sentence(_("Port %(port)s usually begins without TLS: choose STARTTLS."), where)
    return Sentence(_("Look at the server's name and port; the provider's help pages tell both."))


def after_doubt() -> Sentence:
    """What to do when the certificate can't be trusted."""
    return Sentence(
        _(
            "Look whether the server has another name in its certificate. A firm's own authority is named by KASHUV_MAIL_CA."
        )
    )


def after_closed_way() -> Sentence:
    """What to do when the server's address is not of the open internet."""
    return Sentence(
        _(
            "If it is the firm's own server, whoever runs this installation can allow its network: KASHUV_PRIVATE_NETWORKS."
        )
    )
