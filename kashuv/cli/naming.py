"""Which client is meant by a name on the command line: never by a guess, since what is written belongs to him alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kashuv.cli.house import Refusal

MOST = 6


def client_named(workspace: Any, name: str) -> Any:
    """The client of that name, or the only one whom it fits in part, by a person or a mail of his, or by its sound."""
    found = _called(workspace, name) or _known_by(workspace, name)
    if not found:
        raise Refusal(f"no client is named {name!r}{_near(workspace, name)}")
    if len(found) > 1:
        raise Refusal(f"{name!r} fits several clients: {_listed(found)}; say more of it")
    return found[0]


def _called(workspace: Any, name: str) -> list[Any]:
    from kashuv.foundation.folding import fold
    from kashuv.rooms.clients.models import Client

    ours = Client.objects.within(workspace.id)
    return list(ours.filter(folded=fold(name))[:2] or ours.filter(folded__contains=fold(name))[:MOST])


def _known_by(workspace: Any, name: str) -> list[Any]:
    """Those who hold the words; else those who sound like them in either alphabet; never who merely resembles them."""
    from kashuv.foundation.search import finding

    found = finding.who(workspace.id, name)
    held = [one for one in found if _holds(one.text, name)]
    return _clients(workspace, held or [one for one in found if _sounds(one.text, name)])


def _holds(line: str, name: str) -> bool:
    from kashuv.foundation.folding import fold

    words = fold(name).split()
    return name.strip().casefold() in line or (bool(words) and all(word in line for word in words))


def _sounds(line: str, name: str) -> bool:
    from kashuv.foundation.folding import fold, sounds

    heard = [sounds(word) for word in fold(name).split()]
    return bool(heard) and all(any(f"={key}=" in line for key in keys) for keys in heard)


def _clients(workspace: Any, found: Iterable[Any]) -> list[Any]:
    from kashuv.rooms.clients.models import Client

    keys = list(dict.fromkeys(one.client_id for one in found if one.client_id))[:MOST]
    known = {client.id: client for client in Client.objects.within(workspace.id).filter(id__in=keys)}
    return [known[key] for key in keys if key in known]


def _near(workspace: Any, name: str) -> str:
    from kashuv.foundation.search import finding

    near = _clients(workspace, finding.who(workspace.id, name))
    return f"; near it are {_listed(near)}" if near else ""


def _listed(clients: Iterable[Any]) -> str:
    return ", ".join(client.name for client in clients)
