"""The refusals as a table that any spreadsheet opens, and in which no cell can turn into a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext

ACTIVE = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # without it a spreadsheet takes Hebrew for something else


def refusals_as_csv(rows: Iterable[tuple[str, str]]) -> HttpResponse:
    """Where each thing stood, and why it was not taken."""
    told = StringIO()
    table = csv.writer(told)
    table.writerow([gettext("Where"), gettext("Why it was not taken")])
    table.writerows([inert(source), inert(gettext(reason))] for source, reason in rows)
    response = HttpResponse(BOM + told.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="refusals.csv"'
    return response


def inert(cell: str) -> str:
    """A cell that begins like a formula is made words."""
    return f"'{cell}" if cell.lstrip(" ").startswith(ACTIVE) else cell
