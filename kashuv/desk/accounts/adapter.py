"""How accounts behave here: nobody signs up by himself; a workspace's owner lets people in."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """Signing in is open, signing up is not."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
