"""The roster: who we are. Founds a workspace, lets members join; each verb writes its line in the journal."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.team.models import Login, Member, Workspace
from kashuv.rooms.team.rules.slugs import free, slug_of


@transaction.atomic
def found(
    name: str,
    *,
    owner: str,
    email: str,
    password: str,
    at: datetime,
    language: str = "he",
    time_zone: str = "Asia/Jerusalem",
) -> Member:
    """Founds a workspace and its owner; raises ValidationError if a new login's password is too weak."""
    workspace = Workspace.objects.create(
        name=name, slug=_slug(name), language=language, time_zone=time_zone, created_at=at
    )
    journal.write(journal.line(workspace.id, "workspace.founded", workspace.id, at=at, name=name))
    return join(workspace, owner, email=email, password=password, role=Member.Role.OWNER, at=at)


@transaction.atomic
def join(
    workspace: Workspace,
    name: str,
    *,
    email: str,
    password: str,
    at: datetime,
    role: str = Member.Role.MEMBER,
    by: Member | None = None,
) -> Member:
    """Makes somebody a member; who has a login already (in another workspace) keeps it with its password."""
    login = _login(email, password)
    member = Member.objects.create(
        workspace=workspace,
        login=login,
        name=name,
        email=login.email,
        role=role,
        language=workspace.language,
        joined_at=at,
    )
    by_id = by.id if by else None
    journal.write(journal.line(workspace.id, "member.joined", member.id, at=at, by=by_id, role=role))
    return member


@transaction.atomic
def remember(
    workspace: Workspace, name: str, *, email: str, role: str, joined_at: datetime, at: datetime
) -> Member:
    """A colleague of whom an archive tells; who is none here is kept by name, and may not sign in."""
    mail = email.strip().lower()
    known = Member.objects.filter(workspace_id=workspace.id, email=mail).first()
    if known is not None:
        return known
    member = Member.objects.create(
        workspace=workspace,
        name=name,
        email=mail,
        role=role,
        language=workspace.language,
        active=False,
        joined_at=joined_at,
    )
    journal.write(journal.line(workspace.id, "member.remembered", member.id, at=at, role=role))
    return member


@transaction.atomic
def give_password(email: str, password: str, *, at: datetime) -> Login:
    """A new password for the login of this address, which ends its sessions; whoever holds the house may give it.

    Raises Login.DoesNotExist, or ValidationError if it is too weak.
    """
    login = Login.objects.get_by_natural_key(email)
    validate_password(password, login)
    login.set_password(password)
    login.save(update_fields=["password"])
    with across_workspaces("a login may be a member of several"):
        mine = list(Member.objects.filter(login=login))
    journal.write_all(journal.line(one.workspace_id, "member.password_given", one.id, at=at) for one in mine)
    return login


def _slug(name: str) -> str:
    wanted = slug_of(name)
    return free(wanted, set(Workspace.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)))


def _login(email: str, password: str) -> Login:
    known = Login.objects.filter(email=email.strip().lower()).first()
    if known is not None:
        return known
    validate_password(password, Login(email=email))
    return Login.objects.create_user(email, password)
