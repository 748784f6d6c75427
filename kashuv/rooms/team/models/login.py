"""A login: the key to the door. It belongs to a human being, who may be a member of several workspaces."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kashuv.foundation.keys import uuid7
from kashuv.foundation.prepared import prepared


class LoginManager(BaseUserManager["Login"]):
    """Makes logins with a normal form of the address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Login:
        login = self.model(email=email.strip().lower(), **fields)
        login.set_password(password)
        login.save(using=self._db)
        return login

    def get(self, *args: Any, **named: Any) -> Login:
        """By its key alone it is asked for before every page, so that question is prepared."""
        if args or set(named) != {"pk"}:
            return super().get(*args, **named)
        for row in _by_key(named["pk"]):
            return self.model.from_db(
                self.db, [field.attname for field in self.model._meta.concrete_fields], row
            )
        raise self.model.DoesNotExist

    def get_by_natural_key(self, email: str | None) -> Login:
        return self.get(email=(email or "").strip().lower())


class Login(AbstractBaseUser):
    """Mail address and password; everything else about a human being at work is on the Member."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)

    objects = LoginManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        app_label = "kashuv"

    def __str__(self) -> str:
        return self.email


@prepared
def _by_key(key: uuid.UUID) -> models.QuerySet[Any]:
    names = [field.attname for field in Login._meta.concrete_fields]
    return Login.objects.filter(pk=key).values_list(*names)
