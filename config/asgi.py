"""What uvicorn serves: HTTP by Django, sockets by Channels."""

import gc
import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Static files and reports are small, so that Django reads them whole before it sends them is no harm.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
http = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402 - models can be imported only after Django is set up.
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402 - the same.
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402 - the same.
from django.urls import path  # noqa: E402 - the same.

from apps.activity.consumers import WorkspaceConsumer  # noqa: E402 - the same.
from apps.catalog.parsing import builtin_catalogue  # noqa: E402 - the same.

sockets = URLRouter([path("live/workspaces/<slug:workspace>/", WorkspaceConsumer.as_asgi())])
application = ProtocolTypeRouter({"http": http, "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(sockets))})

# The catalogue is read before the first request waits for it. What stays for good is not looked through again.
builtin_catalogue()
gc.collect()
gc.freeze()
