"""What a folder is for: the server's mark first, then the names that programs give in two languages."""

from __future__ import annotations

import pytest

from kashuv.rooms.post.rules.roles import followed_at_first, role_of


@pytest.mark.parametrize(
    ("path", "marks", "role"),
    [
        ("INBOX", (), "inbox"),
        ("Inbox", (), "inbox"),
        ("[Gmail]/דואר שנשלח", ("\\sent",), "sent"),
        ("Gesendet", ("\\sent", "\\hasnochildren"), "sent"),
        ("Sent Items", (), "sent"),
        ("INBOX.Sent", (), "sent"),
        ("פריטים שנשלחו", (), "sent"),
        ("[Gmail]/All Mail", ("\\all",), "archive"),
        ("Junk E-mail", (), "junk"),
        ("אשפה", (), "trash"),
        ("טיוטות", (), "drafts"),
        ("Clients/Sent", (), "other"),
        ("Archive/Inbox", (), "other"),
        ("Clients", ("\\haschildren",), "other"),
    ],
)
def test_a_folder_is_known_by_mark_or_name(path, marks, role):
    assert role_of(path, frozenset(marks)) == role


def test_only_what_comes_and_what_is_sent_is_followed_unasked():
    followed = {
        role
        for role in ("inbox", "sent", "archive", "drafts", "junk", "trash", "other")
        if followed_at_first(role)
    }
    assert followed == {"inbox", "sent"}
