"""Writing: what the three are in the middle of saying: a heated draft that waits for the morning, one on which an
opinion is wanted, one just begun, and the letters that they write often."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from kashuv.demo.aftermath import Firm
from kashuv.demo.cast import Character, Pack
from kashuv.demo.voice import Voice
from kashuv.flows import writing
from kashuv.foundation import clock
from kashuv.rooms.calm import guard, holding, opinions
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import templates
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.team.models import Member

LATE = time(22, 40)
AN_HOUR = timedelta(hours=1)


def lie(firm: Firm, pack: Pack, now: datetime) -> None:
    """Whatever of it the stories that are played have somebody for."""
    by_story = {one.story: one for one in reversed(firm.cast)}
    if one := by_story.get("draining"):
        _hold(
            _begun(firm, pack, one, pack.wording.HELD, _last_night(firm, now)), firm, _last_night(firm, now)
        )
    if one := by_story.get("pressed"):
        _ask(_begun(firm, pack, one, pack.wording.WANTED, now - AN_HOUR), firm, pack, now)
    if one := by_story.get("natural"):
        _begun(firm, pack, one, pack.wording.BEGUN, now - AN_HOUR)
    for name, text in pack.wording.TEMPLATES:
        templates.keep(by=firm.team["noa"], at=now - timedelta(days=30), shared=True, name=name, text=text)


def _last_night(firm: Firm, now: datetime) -> datetime:
    zone = firm.workspace.zone
    day = clock.local(now, zone).date() - timedelta(days=1)
    return datetime.combine(day, LATE, zone).astimezone(UTC)


def _begun(firm: Firm, pack: Pack, one: Character, line: str, at: datetime) -> Draft:
    """In answer to the last that they wrote, by the one of us who looks after them."""
    client, by = firm.clients[one.people[0].mail], firm.team[one.owner]
    voice = Voice(one.people[0], pack.colleague(one.owner), one.topics[0], pack.wording, "")
    text = voice.say(line, clock.local(at, firm.workspace.zone), None)
    asked = _last_word(client)
    if asked is None:
        return writing.write_to(client, None, kind=Draft.Kind.MAIL, by=by, at=at, text=text)
    return writing.answer(asked, everybody=False, by=by, at=at, text=text)


def _last_word(client: Client) -> Entry | None:
    said = Entry.objects.within(client.workspace_id).filter(client_id=client.id, direction="in", kind="mail")
    return said.select_related("client", "person").order_by("-at").first()


def _hold(draft: Draft, firm: Firm, at: datetime) -> None:
    """Late at night, and for what the guard saw in it."""
    seen = guard.look(draft, workspace=firm.workspace, at=at)
    because = [concern.plain() for concern in seen.concerns]
    until = holding.next_morning(firm.workspace, at)
    holding.hold(draft, until=until, because=because, by=_writer(draft, firm), at=at)


def _ask(draft: Draft, firm: Firm, pack: Pack, now: datetime) -> None:
    """Noa is asked; if the letter is hers, she asks."""
    writer = _writer(draft, firm)
    noa, amit = firm.team["noa"], firm.team["amit"]
    asked = amit if writer.id == noa.id else noa
    opinions.ask(draft, asked, question=pack.wording.QUESTION, by=writer, at=now - AN_HOUR / 2)


def _writer(draft: Draft, firm: Firm) -> Member:
    return next(one for one in firm.team.values() if one.id == draft.member_id)
