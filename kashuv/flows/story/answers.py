"""Answers the questions of a story, in the story's own ids; what this version can't answer yet, it says plainly."""

from __future__ import annotations

from typing import Any

from kashuv.flows.story.book import Page
from kashuv.flows.story.finding import search
from kashuv.flows.story.telling import Told
from kashuv.rooms.today.plan import plan_of
from kashuv.rooms.today.record import recorded

LATER = ("health", "match", "expect", "boundary")
LIMIT = 100


def answer(told: Told, page: Page) -> dict[str, Any]:
    """One question's answer, or in `error` why there is none."""
    question = page["question"]
    if question in LATER:
        return {
            "id": page["id"],
            "error": f"{question} is not there yet: this version answers today and search",
        }
    if question == "today":
        return _today(told, page)
    if question == "search":
        return {"id": page["id"], "answer": search(told, page.get("text") or "")}
    return {"id": page["id"], "error": f"there is no question {question!r}"}


def _today(told: Told, page: Page) -> dict[str, Any]:
    member = told.member(page.get("member"))
    if page.get("member") and member is None:
        return {"id": page["id"], "error": f"{page['member']!r} is no member of the story"}
    plan = plan_of(told.workspace, told.book.now, reader=member, whose=member, limit=LIMIT)
    name = page.get("member") or told.book.pages.get("me") or ""
    return {"id": page["id"], "answer": recorded(plan, name, lambda key: told.names.get(key, ""))}
