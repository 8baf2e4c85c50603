from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("threats", "0002_entry_slug")]

    operations = [
        migrations.RemoveField("finding", "entry"),
        migrations.RenameField("finding", "entry_slug", "entry"),
        migrations.AlterField("finding", "entry", models.CharField(blank=True, max_length=80)),
    ]
