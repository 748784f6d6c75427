"""What others said of a draft, beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.conversations.models import Draft

ANSWERS = {
    "go": pgettext_lazy("an opinion on a draft", "Send it"),
    "soften": pgettext_lazy("an opinion on a draft", "Soften it"),
    "wait": pgettext_lazy("an opinion on a draft", "Let it wait"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """An opinion with its answer in words; `stale` if the draft was changed since."""

    opinion: Opinion
    answer: object
    stale: bool

    @property
    def whose(self) -> str:
        return self.opinion.of.name if self.opinion.of else self.opinion.name


def said_of(draft: Draft) -> list[Said]:
    """What was asked and answered of it, the latest first."""
    return [
        Said(one, ANSWERS.get(one.answer, ""), one.version != draft.version)
        for one in opinions.of_draft(draft)
    ]
