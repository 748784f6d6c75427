"""What WhatsApp itself says in a chat, in English and in Hebrew: no one's words."""

from __future__ import annotations

import re

_SYSTEM = re.compile(
    r"messages and calls are end-to-end encrypted|this chat is with a business|"
    r"(?:you|.{1,60}) (?:created (?:this )?group|added|removed|left|changed (?:the|this|to|their)|joined using|were added)\b|"
    r"your security code with|disappearing messages|you (?:blocked|unblocked) this contact|"
    r"ההודעות והשיחות מוצפנות|הודעות ושיחות מוצפנות|קוד האבטחה (?:שלך )?עם|"
    r".{1,60}(?:יצר/ה|יצר|יצרה|יצרת) את הקבוצה|.{0,60}(?:הצטרפ|הוסיפ|הוסיף|הסיר|עזב|שינה|שינתה|החליפ)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"<(?:attached|מצורף)[^:>]{0,20}:\s*([^>\n]{1,200})>|^([^\n/\\]{1,200}\.\w{2,5}) \((?:file attached|הקובץ מצורף|קובץ מצורף)\)",
    re.IGNORECASE | re.MULTILINE,
)
_EDITED = re.compile(r"\s*<(?:This message was edited|הודעה זו נערכה|ההודעה נערכה)>\s*$", re.IGNORECASE)
_GROUP = re.compile(r"created (?:this )?group [\"“”](.{1,100})[\"“”]|את הקבוצה [\"“”״](.{1,100})[\"“”״]")


def is_system(sender: str, text: str, marked: bool) -> bool:
    """Whether WhatsApp says this and no person: without a sender, or a set phrase behind a direction mark.

    A phrase with a colon in it ("Noa changed the subject to …:") looks like a sender.
    """
    return (
        not sender
        or (marked and bool(_SYSTEM.match(text)))
        or (" " in sender and bool(_SYSTEM.match(sender)))
    )


def attached(text: str) -> list[str]:
    """The names of files that came with a message."""
    return [(one or two).strip() for one, two in _ATTACHED.findall(text)]


def words(text: str) -> str:
    """The message without the marks that WhatsApp puts on it."""
    return _EDITED.sub("", text)


def group_name(text: str) -> str:
    """The name of the group, where a line tells how it was made."""
    found = _GROUP.search(text)
    return next(filter(None, found.groups()), "") if found else ""
