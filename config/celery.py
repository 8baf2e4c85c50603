"""The Celery application: `celery -A config.celery worker`."""

import os

from celery import Celery

from apps.core.folder_broker import register

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

register()
app = Celery("bifocal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "ring-again": {"task": "apps.core.tasks.ring_again", "schedule": 10.0},
    # One that has waited for a minute is overtaken by the next.
    "keep-versions": {"task": "apps.interchange.tasks.keep_versions", "schedule": 60.0, "options": {"expires": 55}},
}
