"""`manage.py seed_demo`: a demo login with sample systems, for trying the product on one's own machine."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django_scopes import scope

from apps.accounts.access import Actor, Role
from apps.accounts.models import User
from apps.accounts.services import create_workspace
from apps.interchange.builtin import samples
from apps.interchange.services import import_model


class Command(BaseCommand):
    help = "Make the demo login with sample systems. Does nothing where it is there; refuses in production."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMO_LOGIN is None:
            raise CommandError("A demo login with a public password has no place in production.")
        if User.objects.filter(email=settings.DEMO_LOGIN["email"]).exists():
            self.stdout.write("The demo workspace is there.")
            return
        with transaction.atomic():
            user = User.objects.create_user(**settings.DEMO_LOGIN, name="Demo")
            # Without a confirmed address a second factor cannot be switched on.
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
            workspace = create_workspace(user, name="Demo")
            with scope(workspace=workspace):
                actor = Actor(workspace=workspace, user=user, role=Role.OWNER)
                for sample in samples():
                    import_model(actor, sample.text, file_name=f"{sample.key}.json", is_sample=True)
        self.stdout.write(f"Made the demo workspace with {len(samples())} sample systems.")
