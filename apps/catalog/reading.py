"""The catalogue as a workspace has it."""

from apps.accounts.models import Workspace
from apps.catalog.knowledge import Catalogue
from apps.catalog.parsing import builtin_catalogue


def catalogue_in(workspace: Workspace) -> Catalogue:
    return builtin_catalogue()
