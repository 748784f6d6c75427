"""Composes the letter: plain text, and the same in HTML for whoever reads that; both in the member's tongue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template

from kashuv.rooms.team.models import Member
from kashuv.rooms.today.items import Plan
from kashuv.rooms.today.wording import tongue

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter, ready to be sent."""

    to: str
    subject: str
    text: str
    html: str


def compose(member: Member, plan: Plan) -> Letter:
    """The plan as a letter to her."""
    words = tongue(member.language)
    first = plan.items[0].client.name if plan.items else ""
    frame = words.frame(plan.day)
    shown = {
        "plan": plan,
        "frame": frame,
        "greeting": words.good_morning(member.name),
        "more": words.more(plan.waiting) if plan.waiting else "",
        "direction": "rtl" if member.language == "he" else "ltr",
        "language": member.language,
        "link": settings.BASE_URL,
    }
    return Letter(
        to=member.email,
        subject=" ".join(words.subject(len(plan.items), first).split()),
        text=_rendered("letter.txt", shown, plain=True),
        html=_rendered("letter.html", shown),
    )


def _rendered(name: str, shown: dict[str, Any], *, plain: bool = False) -> str:
    return str(_template(name).render(Context(shown, autoescape=not plain))).strip() + "\n"


@lru_cache
def _template(name: str) -> Template:
    """Stands beside this file, since no page shows it."""
    return Template((HERE / name).read_text(encoding="utf-8"), engine=Engine())
