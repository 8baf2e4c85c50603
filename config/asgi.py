"""What uvicorn serves: HTTP by Django, sockets by Channels."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
http = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402 - models can be imported only after Django is set up.
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402 - the same.
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402 - the same.
from django.urls import path  # noqa: E402 - the same.

from apps.activity.consumers import WorkspaceConsumer  # noqa: E402 - the same.

sockets = URLRouter([path("live/workspaces/<slug:workspace>/", WorkspaceConsumer.as_asgi())])
application = ProtocolTypeRouter({"http": http, "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(sockets))})
