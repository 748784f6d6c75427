"""A form of the file as a page of its own, which the desk opens on top of the client's page."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.rooms.clients.models import Client


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written down, about whom, and the word on its button; `asks` stands in place of fields."""

    title: str
    form: forms.Form | None
    button: str
    client: Client | None = None
    asks: str = ""
    hurts: bool = False


def show(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The form; with status 422 if it was filled in and something is wrong."""
    wrong = sheet.form is not None and sheet.form.is_bound
    return render(request, "clients/file/sheet.html", {"sheet": sheet}, status=422 if wrong else 200)
