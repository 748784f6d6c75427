"""What became of a shipment, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from kashuv.transfer.arriving.returning import Left

LISTED = 20  # refusals that a terminal shows

# Reasons are kept as they were given, in English, since the reading child knows no other; here they are told to the translators.
REASONS = (
    gettext_noop("This letter has more than 52,428,800 bytes."),
    gettext_noop("This letter has more than 262,144 bytes of headers."),
    gettext_noop("This letter has more than 1,000 parts."),
    gettext_noop("This letter has parts within parts more than 50 deep."),
    gettext_noop("This letter has more than 2,000 recipients."),
    gettext_noop("This letter is larger than 50 MB."),
    gettext_noop("This letter is empty."),
    gettext_noop("This is a draft that was never sent."),
    gettext_noop("This took longer than 10 seconds to read."),
    gettext_noop("This needs more memory than is given to reading one thing."),
    gettext_noop("This is nested too deeply to be read."),
    gettext_noop("This could not be understood at all."),
    gettext_noop("Reading this ended the reading process; it was kept unread."),
    gettext_noop("Reading this had to be broken off after 10 seconds."),
    gettext_noop("This file is empty."),
    gettext_noop("This file is larger than 50 MB."),
    gettext_noop("This file can't be read."),
    gettext_noop("This folder can't be read."),
    gettext_noop("There is no file or folder of this name."),
    gettext_noop("This is neither a file nor a folder of its own."),
    gettext_noop("This is no mail, address book, table, calendar or chat that is known here."),
    gettext_noop("No column of this table holds names, mail addresses or phones."),
    gettext_noop("There is nothing to bring in here."),
    gettext_noop("The date of this message is none."),
    gettext_noop("This zip holds more than 20,000 files."),
    gettext_noop("This zip swells beyond measure when it is opened; it was left closed."),
    gettext_noop("This zip can't be opened."),
    gettext_noop("This zip holds no chat."),
    gettext_noop("This archive holds more than 200,000 files."),
    gettext_noop("This archive swells beyond measure when it is opened; it was left closed."),
    gettext_noop("This archive can't be opened."),
    gettext_noop("An archive inside an archive is not opened; unpack it first."),
    gettext_noop("This export was written by a newer Kashuv; bring it in with that one."),
    gettext_noop("This export is not whole."),
    gettext_noop("This card is larger than 10 MB."),
    gettext_noop("This card has no end."),
    gettext_noop("This card holds neither a name nor an address nor a phone."),
    gettext_noop("This row holds neither a name nor an address nor a phone."),
    gettext_noop("This row can't be read as a row of a table."),
    gettext_noop("This event has no end."),
    gettext_noop("This event can't be read as one."),
    gettext_noop("This event recurs more often than hourly."),
)


def summary(counts: Mapping[str, int]) -> str:
    """New and known, people and promises, what stayed outside."""
    figures = {name: f"{counts.get(name, 0):,}" for name in (*counts, "left_out")}
    figures["messages"] = (
        f"{counts.get('messages', 0) - counts.get('rejected', 0):,}"  # the rest was perhaps none
    )
    messages = _("Messages: %(messages)s (new: %(new)s, known already: %(duplicates)s).")
    found = _(
        "New people: %(people)s, proposed clients: %(clients)s, promises: %(promises)s, files: %(attachments)s."
    )
    told = [messages, found]
    if counts.get("rejected"):
        told.append(_("Not taken: %(rejected)s."))
    if counts.get("left_out"):
        told.append(
            _("Passed over (empty rows, system lines, appointments with nobody known): %(left_out)s.")
        )
    return " ".join(sentence % figures for sentence in told)


def report(counts: Mapping[str, int], refused: Sequence[tuple[str, str]], undo: str) -> str:
    """The summary, what was not taken and why, and how to take it all back (`undo`, where there is anything to)."""
    lines = [summary(counts), *(f"  {source}: {_(reason)}" for source, reason in refused[:LISTED])]
    if len(refused) > LISTED:
        lines.append("  " + _("and %(more)d more; --json lists them all") % {"more": len(refused) - LISTED})
    if undo:
        lines.append(_("To take this back: %(command)s") % {"command": undo})
    return "\n".join(lines)


def guess(address: str) -> str:
    """Whom the importer took us for."""
    told = _("%(address)s was taken to be you; if that is wrong, take this back and say --me ADDRESS.")
    return told % {"address": address}


def taken_back(left: Left) -> str:
    """What went, and what stays and why."""
    gone = _(
        "Taken back, with all that was read there: messages: %(messages)s, people: %(people)s, clients: %(clients)s."
    )
    counts = {name: f"{getattr(left, name):,}" for name in ("messages", "people", "clients")}
    return " ".join([gone % counts, *(_stays(what, count) for what, count in left.stays.items())])


def _stays(what: str, count: int) -> str:
    sentences = {
        "entries": ngettext(
            "%(count)d entry stays, since somebody has decided on what was found in it.",
            "%(count)d entries stay, since somebody has decided on what was found in them.",
            count,
        ),
        "people": ngettext(
            "%(count)d person stays, since there is more of them than this import brought.",
            "%(count)d people stay, since there is more of them than this import brought.",
            count,
        ),
        "clients": ngettext(
            "%(count)d client stays: somebody has decided on them, or there is more of them.",
            "%(count)d clients stay: somebody has decided on them, or there is more of them.",
            count,
        ),
    }
    return sentences[what] % {"count": count}
