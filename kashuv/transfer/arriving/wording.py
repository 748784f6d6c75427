"""What became of a shipment, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kashuv.transfer.arriving.returning import STAYS, Left


def summary(counts: Mapping[str, int]) -> str:
    """New and known, people and promises, what stayed outside."""
    figures = {name: f"{counts.get(name, 0):,}" for name in (*counts, "left_out")}
    sentences = [
        _("%(messages)s messages: %(new)s new, %(duplicates)s known already, %(rejected)s not taken.")
        % figures,
        _(
            "%(people)s new people, %(clients)s proposed clients, %(promises)s promises found, %(attachments)s files."
        )
        % figures,
    ]
    if counts.get("left_out"):
        sentences.append(
            _("%(left_out)s things were neither a message nor a contact and were left out.") % figures
        )
    return " ".join(sentences)


def taken_back(left: Left) -> str:
    """What went, and what stays and why."""
    words = ngettext("%(gone)d thing was taken back.", "%(gone)d things were taken back.", left.gone) % {
        "gone": left.gone
    }
    stays = [_(STAYS[what]) % {"count": count} for what, count in left.stays.items()]
    return " ".join([words, *stays])
