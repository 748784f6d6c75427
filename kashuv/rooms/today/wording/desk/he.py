"""Hebrew, as people speak at work."""

from __future__ import annotations

from kashuv.rooms.today.rules.matters import DraftMatter
from kashuv.rooms.today.rules.quoting import shortened

LABELS = {"held": "טיוטה שחיכתה", "wanted": "מבקשים ממך דעה שנייה", "given": "הגיעה דעה שנייה"}


def label(matter: DraftMatter) -> str:
    return LABELS[matter.what]


def draft(matter: DraftMatter) -> str:
    about = f" (״{shortened(matter.subject, 60)}״)" if matter.subject else ""
    if matter.what == "held":
        return f"טיוטה שחיכתה לשעה רגועה יותר{about}. קודם קוראים לאט את המכתב שלהם, ואז את הטיוטה."
    if matter.what == "wanted":
        return f"{matter.who}: בקשה לדעה שנייה על טיוטה{about}."
    return f"{matter.who}: יש תשובה על הטיוטה שלך{about}."


def still(count: int) -> str:
    """What is said in the last hours of a day."""
    return "הבטחה אחת להיום עדיין פתוחה" if count == 1 else f"{count} הבטחות להיום עדיין פתוחות"


def stuck(count: int) -> str:
    return "הודעה אחת אולי לא הגיעה" if count == 1 else f"{count} הודעות אולי לא הגיעו"


def apart(count: int) -> str:
    """Drafts to people who are with no client."""
    return "טיוטה אחת מחכה לך" if count == 1 else f"{count} טיוטות מחכות לך"
