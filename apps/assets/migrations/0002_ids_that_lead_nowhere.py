"""Lists that name parts which were deleted before deletion cleaned them."""

from typing import Any

from django.db import migrations

LISTS = {"Asset": ("held_by", ("systems.Element", "systems.Flow")), "Loss": ("assets", ("assets.Asset",))}


def clean(apps: Any, _: Any) -> None:
    for name, (field, others) in LISTS.items():
        known = {str(pk) for other in others for pk in apps.get_model(other).objects.values_list("pk", flat=True)}
        for row in apps.get_model("assets", name).objects.exclude(**{field: []}).iterator():
            left = [listed for listed in getattr(row, field) if listed in known]
            if left != getattr(row, field):
                setattr(row, field, left)
                row.save(update_fields=[field])


class Migration(migrations.Migration):
    dependencies = [("assets", "0001_initial"), ("systems", "0002_resting")]

    operations = [migrations.RunPython(clean, migrations.RunPython.noop)]
