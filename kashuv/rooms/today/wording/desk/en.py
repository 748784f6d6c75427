"""English, plain."""

from __future__ import annotations

from kashuv.rooms.today.rules.matters import DraftMatter
from kashuv.rooms.today.rules.quoting import shortened

LABELS = {"held": "A draft that waited", "wanted": "Your opinion is wanted", "given": "An opinion has come"}


def label(matter: DraftMatter) -> str:
    return LABELS[matter.what]


def draft(matter: DraftMatter) -> str:
    about = f" (“{shortened(matter.subject, 60)}”)" if matter.subject else ""
    if matter.what == "held":
        return f"A draft has waited for a cooler hour{about}. First their letter, slowly; then the draft."
    if matter.what == "wanted":
        return f"{matter.who} would like your opinion of a draft{about}."
    return f"{matter.who} has said what they think of your draft{about}."


def still(count: int) -> str:
    """What is said in the last hours of a day."""
    return "One word for today still stands" if count == 1 else f"{count} words for today still stand"


def stuck(count: int) -> str:
    return "One message may not have arrived" if count == 1 else f"{count} messages may not have arrived"


def apart(count: int) -> str:
    """Drafts to people who are with no client."""
    return "One draft waits for you" if count == 1 else f"{count} drafts wait for you"
