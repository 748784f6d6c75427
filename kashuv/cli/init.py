"""`kashuv init`: the first workspace and its owner."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kashuv.cli.asking import new_password, strong_enough
from kashuv.cli.house import Refusal, migrate, opened


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
    print(f"{name} stands, and {member.email} owns it. Now: kashuv serve")
    return 0


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


def _found(name: str, wish: argparse.Namespace):  # type: ignore[no-untyped-def]  # a Member; Django is loaded late
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
