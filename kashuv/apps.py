"""The one Django app: every room's nouns under one label, so that a wall can be moved without a migration."""

from django.apps import AppConfig


class KashuvConfig(AppConfig):
    name = "kashuv"
    label = "kashuv"
    default_auto_field = "django.db.models.BigAutoField"
