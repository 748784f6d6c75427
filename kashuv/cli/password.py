"""`kashuv password`: a new password for a member who has lost the old one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kashuv.cli.asking import new_password, strong_enough
from kashuv.cli.house import Refusal, migrate, opened


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv password",
        description="Gives a member a new password, and ends every session that was begun with the old one.",
        epilog="The password is asked for; without a terminal it is taken from KASHUV_PASSWORD.",
    )
    parser.add_argument("email", metavar="ADDRESS", help="the mail address with which the member signs in")
    return _give(parser.parse_args(argv))


@opened
def _give(wish: argparse.Namespace) -> int:
    from kashuv.foundation import clock
    from kashuv.rooms.team import roster
    from kashuv.rooms.team.models import Login

    migrate()
    if not Login.objects.filter(email=wish.email.strip().lower()).exists():
        raise Refusal(f"nobody signs in as {wish.email!r} here")
    with strong_enough():
        login = roster.give_password(wish.email, new_password(), at=clock.now())
    print(f"{login.email} signs in with the new password from now on.")
    return 0
