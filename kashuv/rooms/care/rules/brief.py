"""What a very short message says by being short: a closing "thanks!", or a call that nobody took."""

from __future__ import annotations

import re

from kashuv.foundation.folding import fold

MOST_WORDS = 8
ENDS = (
    "thanks thank thx ty cheers great perfect excellent ok okay noted received super lovely wonderful got",
    "agreed alright deal",
    "תודה תודות מעולה סבבה אחלה מצוין מצויין קיבלתי התקבל אוקיי אוקי מושלם נהדר יופי בסדר סגור הבנתי ברור",
    "נתראה מסכים מסכימה מסכימים מסכימות",
)
CLOSING = frozenset(fold(" ".join(ENDS)).split())
PHRASES = tuple(f" {fold(phrase)} " for phrase in ("see you", "all right", "sounds good", "works for me"))
# "לא מסכים" and "not agreed" open a matter; "לא, תודה" closes it.
REFUSED = re.compile(
    r"(?<!\w)(?:not|isn'?t|aren'?t|לא) (?!(?:thanks|thank|תודה)\b)(?:"
    + "|".join(map(re.escape, sorted(CLOSING)))
    + r"|all right)(?!\w)"
)
UNTAKEN = re.compile(
    r"\bno (?:answer|reply)\b|\bdid ?n.?t (?:answer|pick up)\b|\bvoice ?mail\b|\bmissed call\b|\bunanswered\b"
    r"|לא ענ(?:ה|תה|ו)|אין מענה|לא היה מענה|תא קולי|שיחה שלא נענתה",
    re.IGNORECASE,
)


def closes(brief: str | None) -> bool:
    """Whether the words only close a matter: "מעולה, תודה!", "Got it, thanks", a thumb; None means it was longer."""
    if not brief or "?" in brief:
        return False
    words = fold(brief).split()
    said = f" {' '.join(words)} "
    if not words:
        return True
    if len(words) > MOST_WORDS or REFUSED.search(said):
        return False
    return not CLOSING.isdisjoint(words) or any(phrase in said for phrase in PHRASES)


def untaken(brief: str | None) -> bool:
    """Whether a call is told of that did not come about."""
    return bool(brief) and UNTAKEN.search(brief or "") is not None
