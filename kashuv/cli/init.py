"""`kashuv init`: the first workspace and its owner."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kashuv.cli.asking import new_password, strong_enough
from kashuv.cli.house import Refusal, migrate, opened

if TYPE_CHECKING:
    from kashuv.rooms.team.models import Member


def main(argv: Sequence[str]) -> int:
    return _init(_parser().parse_args(argv))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kashuv init",
        description="Makes a workspace and its owner.",
        epilog="The password is asked for; without a terminal it is taken from KASHUV_PASSWORD.",
    )
    parser.add_argument("--workspace", required=True, metavar="NAME", help="the firm's name")
    parser.add_argument(
        "--email", required=True, metavar="ADDRESS", help="the owner's mail address, to sign in with"
    )
    parser.add_argument("--name", default="", help="the owner's name; the address's first part if left out")
    parser.add_argument("--lang", choices=["he", "en"], help="the firm's language (he, or KASHUV_LANGUAGE)")
    return parser


@opened
def _init(wish: argparse.Namespace) -> int:
    migrate()
    name = wish.workspace.strip()
    _refuse_nonsense(name, wish.email)
    member = _found(name, wish)
    print(_stands(name, member))
    return 0


def _stands(name: str, member: Member) -> str:
    """In the tongue of the firm that was just founded."""
    from django.utils import translation
    from django.utils.translation import gettext as _

    with translation.override(member.language):
        told = _("%(name)s stands, and %(email)s owns it. Now: kashuv serve")
    return told % {"name": name, "email": member.email}


def _refuse_nonsense(name: str, email: str) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from kashuv.rooms.team.models import Workspace

    if not name:
        raise Refusal("the workspace needs a name: --workspace NAME")
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal(f"{email!r} is no mail address") from None
    if Workspace.objects.filter(name=name).exists():
        raise Refusal(f"a workspace named {name!r} is here already; kashuv serve opens it")


def _found(name: str, wish: argparse.Namespace) -> Member:
    from django.conf import settings

    from kashuv.foundation import clock
    from kashuv.rooms.team import roster

    with strong_enough():
        return roster.found(
            name,
            owner=wish.name or wish.email.partition("@")[0],
            email=wish.email,
            password=new_password(),
            at=clock.now(),
            language=wish.lang or settings.LANGUAGE_CODE,
            time_zone=settings.TIME_ZONE,
        )
