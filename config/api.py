"""Every route of the REST API."""

from typing import Any

from django.urls import URLPattern, path
from rest_framework.viewsets import GenericViewSet

import apps.accounts.schema  # noqa: F401 - importing it is how drf-spectacular learns of the ways to sign in.
import config.celery  # noqa: F401 - so that the tasks which the API rings for find their broker.
from apps.accounts.api.members import InvitationLinkViewSet, InvitationViewSet, MemberViewSet
from apps.accounts.api.tokens import TokenViewSet
from apps.accounts.api.workspaces import MeViewSet, WorkspaceDetailViewSet, WorkspacesViewSet
from apps.activity.api.comments import CommentViewSet
from apps.activity.api.events import EventViewSet
from apps.activity.api.mentions import MentionViewSet
from apps.analysis.api.runs import RunViewSet
from apps.analysis.api.stake import StakeSuggestionViewSet
from apps.assets.api.stake import AssetViewSet, LossViewSet
from apps.catalog.api.catalogue import (
    ControlViewSet,
    EntryViewSet,
    FrameworkViewSet,
    ReferenceViewSet,
    VocabularyViewSet,
)
from apps.catalog.api.workspace_catalogue import WorkspaceControlViewSet, WorkspaceEntryViewSet
from apps.interchange.api.models import ExportViewSet, ImportViewSet
from apps.interchange.api.packs import OwnCatalogueViewSet, PackViewSet
from apps.interchange.api.templates import SavedTemplateViewSet, TemplateViewSet
from apps.interchange.api.versions import VersionViewSet
from apps.reports.api.reports import ReportViewSet
from apps.systems.api.changes import ChangesViewSet
from apps.systems.api.elements import ElementViewSet
from apps.systems.api.parts import AssumptionViewSet, BoundaryViewSet, DiagramViewSet, FlowViewSet
from apps.systems.api.systems import SystemsViewSet
from apps.threats.api.findings import FindingViewSet
from apps.threats.api.links import FindingLinkViewSet
from apps.threats.api.treatments import TreatmentViewSet

MANY = {"get": "list", "post": "create"}
ONE = {"get": "retrieve", "patch": "partial_update", "delete": "destroy"}
WORKSPACE = "workspaces/<slug:workspace>"
CATALOGUE = f"{WORKSPACE}/catalogue"
SYSTEM = f"{WORKSPACE}/systems/<str:system>"


def routes(prefix: str, viewset: type, name: str, key: str = "id") -> list[URLPattern]:
    """The list and the detail of a resource, with the methods that its viewset has."""
    many = {method: action for method, action in MANY.items() if hasattr(viewset, action)}
    one = {method: action for method, action in ONE.items() if hasattr(viewset, action)}
    found = [path(prefix, viewset.as_view(many), name=f"{name}-list")] if many else []  # type: ignore[attr-defined]  # Viewsets all.
    return found + ([path(f"{prefix}/<str:{key}>", viewset.as_view(one), name=f"{name}-detail")] if one else [])  # type: ignore[attr-defined]  # The same.


def knowledge(prefix: str, viewset: type[GenericViewSet[Any]], row: str) -> list[URLPattern]:
    """Entries or controls of a workspace's catalogue, with the switches of each."""
    switches = [
        path(
            f"{prefix}/<str:slug>/switch-{way}", viewset.as_view({"post": f"switch_{way}"}), name=f"{row}-switch-{way}"
        )
        for way in ("off", "on")
    ]
    return [*routes(prefix, viewset, f"workspace-{row}", "slug"), *switches]


PARTS: dict[str, Any] = {
    "boundaries": BoundaryViewSet,
    "elements": ElementViewSet,
    "flows": FlowViewSet,
    "diagrams": DiagramViewSet,
    "assumptions": AssumptionViewSet,
    "assets": AssetViewSet,
    "losses": LossViewSet,
}
# type → how it looks, for those that change many at once.
PART_SERIALIZERS = {str(viewset.model._meta.model_name): viewset.serializer_class for viewset in PARTS.values()}

urlpatterns = [
    path("me", MeViewSet.as_view({"get": "list"}), name="me"),
    path("invitations/<str:secret>", InvitationLinkViewSet.as_view({"get": "retrieve"}), name="invitation-link"),
    path(
        "invitations/<str:secret>/accept", InvitationLinkViewSet.as_view({"post": "accept"}), name="invitation-accept"
    ),
    path("templates", TemplateViewSet.as_view({"get": "list"}), name="template-list"),
    path("templates/<slug:key>/drawing", TemplateViewSet.as_view({"get": "drawing"}), name="template-drawing"),
    path("catalogue/vocabulary", VocabularyViewSet.as_view({"get": "list"}), name="vocabulary"),
    *routes("catalogue/entries", EntryViewSet, "entry", "slug"),
    *routes("catalogue/controls", ControlViewSet, "control", "slug"),
    *routes("catalogue/frameworks", FrameworkViewSet, "framework"),
    *routes("catalogue/references", ReferenceViewSet, "reference"),
    *routes("workspaces", WorkspacesViewSet, "workspace"),
    path(
        WORKSPACE,
        WorkspaceDetailViewSet.as_view({"get": "retrieve", "patch": "partial_update"}),
        name="workspace-detail",
    ),
    *routes(f"{WORKSPACE}/members", MemberViewSet, "member"),
    *routes(f"{WORKSPACE}/invitations", InvitationViewSet, "invitation"),
    *routes(f"{WORKSPACE}/tokens", TokenViewSet, "token"),
    *knowledge(f"{CATALOGUE}/entries", WorkspaceEntryViewSet, "entry"),
    *knowledge(f"{CATALOGUE}/controls", WorkspaceControlViewSet, "control"),
    path(f"{CATALOGUE}/export", OwnCatalogueViewSet.as_view({"get": "export"}), name="own-catalogue-export"),
    path(f"{CATALOGUE}/upgrade", OwnCatalogueViewSet.as_view({"get": "upgrade"}), name="catalogue-upgrade"),
    path(f"{CATALOGUE}/packs/preview", PackViewSet.as_view({"post": "preview"}), name="pack-preview"),
    *routes(f"{CATALOGUE}/packs", PackViewSet, "pack", "slug"),
    path(f"{CATALOGUE}/packs/<str:slug>/export", PackViewSet.as_view({"get": "export"}), name="pack-export"),
    path(f"{WORKSPACE}/events", EventViewSet.as_view({"get": "list"}), name="event-list"),
    *routes(f"{WORKSPACE}/mentions", MentionViewSet, "mention"),
    path(f"{WORKSPACE}/mentions/<str:id>/read", MentionViewSet.as_view({"post": "read"}), name="mention-read"),
    path(f"{WORKSPACE}/systems/import", ImportViewSet.as_view({"post": "create"}), name="system-import"),
    *routes(f"{WORKSPACE}/systems", SystemsViewSet, "system"),
    *routes(f"{WORKSPACE}/templates", SavedTemplateViewSet, "saved-template"),
    path(
        f"{WORKSPACE}/templates/<str:id>/drawing",
        SavedTemplateViewSet.as_view({"get": "drawing"}),
        name="saved-template-drawing",
    ),
    path(f"{SYSTEM}/export", ExportViewSet.as_view({"get": "list"}), name="system-export"),
    *routes(f"{SYSTEM}/versions", VersionViewSet, "version"),
    path(f"{SYSTEM}/versions/<str:id>/compare", VersionViewSet.as_view({"get": "compare"}), name="version-compare"),
    path(f"{SYSTEM}/versions/<str:id>/drawing", VersionViewSet.as_view({"get": "drawing"}), name="version-drawing"),
    path(f"{SYSTEM}/versions/<str:id>/restore", VersionViewSet.as_view({"post": "restore"}), name="version-restore"),
    path(f"{SYSTEM}/events", EventViewSet.as_view({"get": "list"}), name="system-event-list"),
    path(
        f"{SYSTEM}/comments/counts",
        CommentViewSet.as_view({"get": "counts"}, pagination_class=None),
        name="comment-counts",
    ),
    *routes(f"{SYSTEM}/comments", CommentViewSet, "comment"),
    path(f"{SYSTEM}/comments/<str:id>/resolve", CommentViewSet.as_view({"post": "resolve"}), name="comment-resolve"),
    path(f"{SYSTEM}/comments/<str:id>/reopen", CommentViewSet.as_view({"post": "reopen"}), name="comment-reopen"),
    path(f"{SYSTEM}/changes", ChangesViewSet.as_view({"post": "create"}, serializers=PART_SERIALIZERS), name="changes"),
    *(route for name, viewset in PARTS.items() for route in routes(f"{SYSTEM}/{name}", viewset, name)),
    path(
        f"{SYSTEM}/diagrams/<str:id>/placements",
        DiagramViewSet.as_view({"get": "placements", "post": "placements"}),
        name="placements",
    ),
    path(f"{SYSTEM}/stake-suggestions", StakeSuggestionViewSet.as_view({"get": "list"}), name="stake-suggestion-list"),
    *routes(f"{SYSTEM}/runs", RunViewSet, "run"),
    path(f"{SYSTEM}/runs/<str:id>/cancel", RunViewSet.as_view({"post": "cancel"}), name="run-cancel"),
    path(f"{SYSTEM}/findings/decide", FindingViewSet.as_view({"post": "decide"}), name="finding-decide"),
    *routes(f"{SYSTEM}/findings", FindingViewSet, "finding"),
    path(f"{SYSTEM}/findings/<str:id>/source", FindingViewSet.as_view({"post": "source"}), name="finding-source"),
    *routes(f"{SYSTEM}/findings/<str:finding>/treatments", TreatmentViewSet, "treatment"),
    *routes(f"{SYSTEM}/links", FindingLinkViewSet, "finding-link"),
    *routes(f"{SYSTEM}/reports", ReportViewSet, "report"),
    path(f"{SYSTEM}/reports/<str:id>/file", ReportViewSet.as_view({"get": "file"}), name="report-file"),
    path(f"{SYSTEM}/reports/<str:id>/cancel", ReportViewSet.as_view({"post": "cancel"}), name="report-cancel"),
]
