"""Which rows point at which: asked of the model graph, so that a room built later is not forgotten."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence

from django.apps import apps
from django.db.models import Field, ForeignKey

from kashuv.foundation.belonging import Belonging
from kashuv.foundation.portions import portions

Key = uuid.UUID


def pointed_at(
    model: type[Belonging], workspace_id: Key, keys: Iterable[Key], *, but: Sequence[str] = ()
) -> set[Key]:
    """Those of these rows that some other row points at; `but` names models and keys that do not count ("Pulse",
    "Person.merged_into")."""
    held: set[Key] = set()
    wanted = list(keys)
    for field in _keys_to(model):
        if field.model.__name__ in but or f"{field.model.__name__}.{field.name}" in but:
            continue
        rows = field.model.objects.within(workspace_id)  # type: ignore[attr-defined]  # all are Belonging
        for some in portions(wanted):
            held.update(
                rows.filter(**{f"{field.attname}__in": some}).values_list(field.attname, flat=True).distinct()
            )
    return held


def _keys_to(model: type[Belonging]) -> Iterator[Field]:  # type: ignore[type-arg]
    for other in apps.get_app_config("kashuv").get_models():
        for field in other._meta.fields:
            if isinstance(field, ForeignKey) and field.related_model is model and field.name != "workspace":
                yield field


def delete(model: type[Belonging], workspace_id: Key, keys: Iterable[Key], *, by: str = "pk") -> int:
    """Deletes the rows of these keys, or those that point at them through `by`; gives how many."""
    return sum(
        model.objects.within(workspace_id).filter(**{f"{by}__in": some}).delete()[0]
        for some in portions(keys)
    )
