"""A chat export as a whole: who takes part, who of them is us, and its messages as things said."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from kashuv.flows.arrived import Contact, SaidElsewhere
from kashuv.foundation.folding import digits, fold
from kashuv.language.reading import Reading
from kashuv.transfer.arriving.chat import lines, phrases
from kashuv.transfer.arriving.chat.order import Numbers, decide
from kashuv.transfer.arriving.pieces import Piece, Unfit

MOST_HEARERS = 20
NO_DATE = "The date of this message is none."
_TITLE = re.compile(
    r"^(?:WhatsApp Chat (?:with|-) |Chat de WhatsApp con |שיחת WhatsApp עם |צ['׳]אט WhatsApp עם |צ['׳]אט ב-WhatsApp עם )",
    re.IGNORECASE,
)
_COPY = re.compile(r"\s*\(\d{1,3}\)$")
_UNREAD = Reading("other", "")


@dataclass(frozen=True, slots=True)
class Chat:
    """`others` are the participants on the other side, `mine` our own name in it, `title` the name of the chat."""

    title: str
    mine: str
    others: tuple[str, ...]
    told: tuple[lines.Line, ...]

    @property
    def key(self) -> str:
        """The chat's name among all: the other one's, or the group's."""
        return fold(self.others[0] if len(self.others) == 1 else self.title or " ".join(sorted(self.others)))


def opened(text: str, title: str, us: Iterable[str]) -> Chat:
    """Takes an export apart; raises Unfit if it can't be known who of the participants is us."""
    told = tuple(lines.messages(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")))
    title = _COPY.sub("", _TITLE.sub("", title)).strip()
    spoken = [line for line in told if not phrases.is_system(line.sender, line.text, line.marked)]
    names = list(dict.fromkeys(line.sender for line in spoken))
    group = next(filter(None, (phrases.group_name(line.text) for line in told[:20])), "")
    mine = _ours(names, group or title, us)
    others = [name for name in names if name != mine] or [title]
    return Chat(group or title, mine, tuple(others), told)


def _ours(names: Sequence[str], title: str, us: Iterable[str]) -> str:
    """Our name among the participants: one that we are known by, or the one who is not the chat's title."""
    known = list(us)
    for test in (_is_same, _is_part):
        ours = [name for name in names if any(test(name, one) for one in known)]
        if len(ours) == 1:
            return ours[0]
    strangers = [name for name in names if fold(name) != fold(title)]
    if len(names) == 2 and len(strangers) == 1:
        return strangers[0]
    if len(names) == 1:
        return "" if not title or not strangers else names[0]
    raise Unfit(f"It is not clear who of {', '.join(names[:5])} you are; say it with --me NAME.")


def _is_same(name: str, known: str) -> bool:
    return fold(name) == fold(known) or (len(digits(name)) > 6 and digits(name) == digits(known))


def _is_part(name: str, known: str) -> bool:
    """Whether one name is the other and more: "Noa" and "Noa Rosen"."""
    one, other = set(fold(name).split()), set(fold(known).split())
    return bool(one and other) and "@" not in known and (one <= other or other <= one)


def cut(chat: Chat, where: str, zone: ZoneInfo, start: int = 0) -> Iterator[Piece]:
    """The messages from number `start` on; system lines are left out."""
    day_of = decide(
        (line.date for line in chat.told if line.sender), half_days=any(line.half_days for line in chat.told)
    )
    alike: Counter[str] = Counter()
    for number, line in enumerate(chat.told, 1):
        piece = Piece(f"{where}, line {line.number}", line.weight, number, "said")
        if phrases.is_system(line.sender, line.text, line.marked):
            piece = replace(piece, left_out=True)
        elif (local := _moment(line, day_of, zone)) is None:
            piece = replace(piece, raw=line.text.encode("utf-8", "replace"), refused=NO_DATE)
        else:
            piece = _spoken(piece, chat, line, local, alike)
        if number > start:
            yield piece


def _moment(line: lines.Line, day_of: Callable[[Numbers], date], zone: ZoneInfo) -> datetime | None:
    """When it was said, by the phone's clock; None for a day that never was."""
    try:
        return datetime.combine(day_of(line.date), time(*line.time), zone)
    except ValueError:
        return None


def _spoken(piece: Piece, chat: Chat, line: lines.Line, local: datetime, alike: Counter[str]) -> Piece:
    """The piece with what was said; the same words in the same minute are told apart by their number."""
    at, text = local.astimezone(UTC), phrases.words(line.text)
    out = line.sender == chat.mine
    mark = f"{chat.key}\n{at.isoformat()}\n{fold(line.sender)}\n{text}"
    alike[mark] += 1
    digest = hashlib.sha256(f"{mark}\n{alike[mark]}".encode("utf-8", "replace")).hexdigest()
    said = SaidElsewhere(
        identity=f"whatsapp:{digest}",
        kind="whatsapp",
        direction="out" if out else "in",
        at=at,
        who=tuple(_contact(name) for name in (chat.others[:MOST_HEARERS] if out else (line.sender,))),
        text=text,
        reading=_UNREAD,
        thread=f"whatsapp:{chat.key}"[:500],
    )
    about = {"at": local.isoformat(), "direction": said.direction, "files": phrases.attached(text)}
    return replace(piece, raw=text.encode("utf-8", "replace"), about=about, said=said)


def _contact(name: str) -> Contact:
    """A participant; who is in nobody's address book appears by his number."""
    bare = re.sub(r"[\s()\u2011-]", "", name)
    return Contact(name, phones=(name,)) if re.fullmatch(r"\+?\d{7,15}", bare) else Contact(name)
