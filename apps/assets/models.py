"""What is at stake: assets with the properties they need, and the losses that must never happen."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from apps.catalog.taxonomy import VOCABULARY
from apps.core.sentences import Sentence
from apps.systems.models import Part

LEVELS = ("low", "medium", "high")
IMPACT_KINDS = ("health_and_safety", "rights", "society", "operations", "money_and_law")
WORST_IMPACT = 5


class Asset(Part):
    """Something of value. `needs` maps a property to low, medium or high."""

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=20_000)
    data_classes: Any = models.JSONField(default=list, blank=True)
    needs: Any = models.JSONField(default=dict, blank=True)
    held_by: Any = models.JSONField(default=list, blank=True)  # Ids of elements and flows.

    EDITABLE: ClassVar = ("name", "description", "data_classes", "needs", "tags", "held_by")
    LISTS: ClassVar = {"held_by": ("element", "flow")}

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        allowed = VOCABULARY.attributes["data_classes"].values
        unknown = [name for name in self.data_classes if name not in allowed]
        if unknown:
            raise ValidationError(
                {
                    "data_classes": Sentence(
                        "Unknown: %(unknown)s. Allowed: %(allowed)s.",
                        unknown=unknown,
                        allowed=allowed,
                    )
                }
            )
        _check_table(self.needs, "needs", tuple(VOCABULARY.properties), LEVELS)


class Loss(Part):
    """What must never happen. `impact` maps a kind of impact to 1 (negligible) … 5 (catastrophic)."""

    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=20_000)
    impact: Any = models.JSONField(default=dict, blank=True)
    irreversible = models.BooleanField(default=False)
    assets: Any = models.JSONField(default=list, blank=True)  # Ids of assets.

    EDITABLE: ClassVar = ("title", "description", "impact", "irreversible", "tags", "assets")
    LISTS: ClassVar = {"assets": ("asset",)}

    class Meta:
        verbose_name_plural = "losses"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        _check_table(self.impact, "impact", IMPACT_KINDS, tuple(range(1, WORST_IMPACT + 1)))


def _check_table(table: Any, field: str, keys: tuple[str, ...], values: tuple[str | int, ...]) -> None:
    if not isinstance(table, dict):
        raise ValidationError({field: "It has to be an object of names and values."})
    problems = [
        Sentence("There is no '%(key)s'; allowed: %(allowed)s.", key=key, allowed=keys)
        for key in table
        if key not in keys
    ]
    problems += [
        Sentence("%(key)s has to be one of %(allowed)s.", key=key, allowed=values)
        for key in table
        if key in keys and table[key] not in values
    ]
    if problems:
        raise ValidationError({field: problems})
