"""How near a moment is, as one says it: "in two hours", "בעוד חצי שעה"."""

from __future__ import annotations

from datetime import datetime

from kashuv.rooms.today.rules.days import Day

STEPS = (  # up to so many minutes
    (7, "few"),
    (25, "quarter"),
    (45, "half"),
    (75, "hour"),
    (105, "hour_and_half"),
    (150, "two_hours"),
)
SAID = {
    "en": {
        "few": "in a few minutes",
        "quarter": "in a quarter of an hour",
        "half": "in half an hour",
        "hour": "in an hour",
        "hour_and_half": "in an hour and a half",
        "two_hours": "in two hours",
    },
    "he": {
        "few": "בעוד כמה דקות",
        "quarter": "בעוד רבע שעה",
        "half": "בעוד חצי שעה",
        "hour": "בעוד שעה",
        "hour_and_half": "בעוד שעה וחצי",
        "two_hours": "בעוד שעתיים",
    },
}


def soon(language: str, moment: datetime, day: Day) -> str:
    """Nothing for what has passed, or is farther than two hours."""
    minutes = (moment - day.at).total_seconds() / 60
    name = next((name for most, name in STEPS if 0 <= minutes <= most), None)
    return SAID[language][name] if name else ""
