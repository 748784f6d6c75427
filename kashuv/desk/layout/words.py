"""Words for templates: times as people say them, people's own text kept apart from ours."""

from __future__ import annotations

from django import template

register = template.Library()
