from typing import Any

from django.db import migrations, models


def copy_slugs(apps: Any, schema_editor: Any) -> None:
    entry = apps.get_model("catalog", "Entry").objects.filter(pk=models.OuterRef("entry_id"))
    findings = apps.get_model("threats", "Finding").objects.exclude(entry=None)
    findings.update(entry_slug=models.Subquery(entry.values("slug")[:1]))


class Migration(migrations.Migration):
    dependencies = [("threats", "0001_initial")]

    operations = [
        migrations.AddField("finding", "entry_slug", models.CharField(blank=True, max_length=80, default="")),
        migrations.RunPython(copy_slugs, migrations.RunPython.noop),
    ]
