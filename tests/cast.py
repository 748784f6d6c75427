"""The cast of all tests: Rosen & Levy, a small firm; its clients; and Mallory, who must see nothing of them."""

from __future__ import annotations

from datetime import UTC, datetime

from kashuv.foundation.folding import fold
from kashuv.rooms.clients.models import Address, Client, Person
from kashuv.rooms.team.models import Login, Member, Workspace

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)  # Tuesday, half past eight in Jerusalem
BEFORE = datetime(2025, 1, 5, 8, 0, tzinfo=UTC)
PASSWORD = "a long enough word"


def firm(name: str = "Rosen & Levy", slug: str = "rosen-levy", language: str = "he") -> Workspace:
    return Workspace.objects.create(name=name, slug=slug, language=language, created_at=BEFORE)


def member(workspace: Workspace, name: str, role: str) -> Member:
    """A member with a login of the same mail address; the password is PASSWORD."""
    email = f"{name.lower()}@{workspace.slug}.example"
    login = Login.objects.create_user(email, PASSWORD)
    return Member.objects.create(
        workspace=workspace,
        login=login,
        name=name,
        email=email,
        role=role,
        language=workspace.language,
        joined_at=BEFORE,
    )


def client(workspace: Workspace, name: str, owner: Member | None = None, **fields: object) -> Client:
    fields.setdefault("since", BEFORE.date())
    return Client.objects.create(
        workspace_id=workspace.id, name=name, folded=fold(name), owner=owner, created_at=BEFORE, **fields
    )


def person(client: Client, name: str, mail: str = "", phone: str = "", **fields: object) -> Person:
    """A person at the client, with his addresses."""
    from kashuv.foundation.folding import digits

    someone = Person.objects.create(
        workspace_id=client.workspace_id,
        client=client,
        name=name,
        folded=fold(name),
        created_at=BEFORE,
        **fields,
    )
    for kind, typed, normal in (("mail", mail, mail.lower()), ("phone", phone, digits(phone))):
        if typed:
            Address.objects.create(
                workspace_id=client.workspace_id, person=someone, kind=kind, typed=typed, normal=normal
            )
    return someone
