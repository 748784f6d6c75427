"""What a folder is for: by the server's own mark (RFC 6154), else by the name that mail programs give it."""

from __future__ import annotations

import re
from collections.abc import Container

_MARKS = {
    "\\sent": "sent",
    "\\drafts": "drafts",
    "\\junk": "junk",
    "\\trash": "trash",
    "\\archive": "archive",
    "\\all": "archive",
}
_NAMES = {
    "inbox": "inbox",
    "sent": "sent",
    "sent items": "sent",
    "sent mail": "sent",
    "sent messages": "sent",
    "דואר יוצא": "sent",
    "פריטים שנשלחו": "sent",
    "נשלחו": "sent",
    "drafts": "drafts",
    "draft": "drafts",
    "טיוטות": "drafts",
    "junk": "junk",
    "junk e-mail": "junk",
    "junk email": "junk",
    "spam": "junk",
    "bulk mail": "junk",
    "דואר זבל": "junk",
    "trash": "trash",
    "deleted items": "trash",
    "deleted messages": "trash",
    "פריטים שנמחקו": "trash",
    "אשפה": "trash",
    "archive": "archive",
    "archives": "archive",
    "all mail": "archive",
    "ארכיון": "archive",
}
_level = re.compile(r"[/.]")


def role_of(path: str, marks: Container[str]) -> str:
    """The role of a folder; "other" if neither mark nor name tells."""
    if path.upper() == "INBOX":
        return "inbox"
    for mark, role in _MARKS.items():
        if mark in marks:
            return role
    top, *_, last = ["", *_level.split(path.casefold())][-2:]
    role = _NAMES.get(last, "other")
    return "other" if role == "inbox" or top not in ("", "inbox", "[gmail]") else role


def followed_at_first(role: str) -> bool:
    """What comes to us and what we send is followed; all else only where somebody chooses it."""
    return role in ("inbox", "sent")
