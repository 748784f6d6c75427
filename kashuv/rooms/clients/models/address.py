"""An address: where a person is reached, by mail or by phone, as it was typed and as it compares."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.person import Person
from kashuv.rooms.clients.rules.domains import own_domain


class Address(Belonging):
    """`normal` is a lower-case mail address, or a phone's digits (foundation.folding.digits).

    `domain` is the organisation's own mail domain (clients.rules.domains); empty for phones and public providers.
    """

    class Kind(models.TextChoices):
        MAIL = "mail"
        PHONE = "phone"

    person = TiedKey(Person)
    kind = models.CharField(max_length=5, choices=Kind)
    typed = models.CharField(max_length=320)
    normal = models.CharField(max_length=320)
    domain = models.CharField(max_length=255, blank=True, default="")
    origin = models.UUIDField(null=True, editable=False)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "kind", "normal"], name="address_has_one_person"),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "person"], name="address_of_person"),
            models.Index(
                fields=["workspace_id", "domain"], name="address_by_domain", condition=~Q(domain="")
            ),
        ]

    @classmethod
    def reaching(cls, person: Person, reach: tuple[str, str], typed: str, **more: Any) -> Self:
        """A new one, not yet written; `reach` is its kind and what it compares as."""
        kind, normal = reach
        domain = own_domain(normal) if kind == cls.Kind.MAIL else ""
        return cls(
            workspace_id=person.workspace_id, person=person, kind=kind, typed=typed, normal=normal, domain=domain,
            **more,
        )  # fmt: skip

    def __str__(self) -> str:
        return self.typed
