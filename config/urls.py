"""Every address of the product: the API, the sign-in pages, support's admin, and the browser app for all the rest."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from drf_spectacular.views import SpectacularJSONAPIView

from config.pages import ELSEWHERE, browser_app, healthy, no_such_address, offline_worker, ready

urlpatterns = [
    path("api/v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("api/v1/docs/", TemplateView.as_view(template_name="api_docs.html"), name="api-docs"),
    path("api/v1/", include("config.api")),
    re_path(r"^api/", no_such_address),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("health/live", healthy, name="live"),
    path("health/ready", ready, name="ready"),
    path("offline.js", offline_worker, name="offline-worker"),
    re_path(rf"^(?!{ELSEWHERE}).*$", browser_app, name="app"),
]
