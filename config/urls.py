"""Every address of the product: the API, the sign-in pages, support's admin, and the browser app for all the rest."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from drf_spectacular.views import SpectacularJSONAPIView

from config.pages import browser_app, healthy, no_such_address, ready

urlpatterns = [
    path("api/v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("api/v1/docs/", TemplateView.as_view(template_name="api_docs.html"), name="api-docs"),
    path("api/v1/", include("config.api")),
    re_path(r"^api/", no_such_address),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("health/live", healthy, name="live"),
    path("health/ready", ready, name="ready"),
    re_path(r"^(?!api/|static/|accounts/|admin/|live/|health/).*$", browser_app, name="app"),
]
