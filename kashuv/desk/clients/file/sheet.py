"""A form of the file as a page of its own, which the desk opens on top of the client's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.rooms.clients.models import Client, Consent, Person


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written down, about whom, and the word on its button; `asks` stands in place of fields.

    Of a `person` who is known also what he agreed to receive.
    """

    title: str
    form: forms.Form | None
    button: str
    client: Client | None = None
    asks: str = ""
    hurts: bool = False
    person: Person | None = None
    consents: Sequence[Consent] = ()


def show(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The form; with status 422 if it was filled in and something is wrong."""
    wrong = sheet.form is not None and sheet.form.is_bound
    return render(request, "clients/file/sheet.html", {"sheet": sheet}, status=422 if wrong else 200)
