"""Every list pages, by cursor, so that a page neither repeats nor skips a row when others are added."""

from rest_framework.pagination import CursorPagination


class Pages(CursorPagination):
    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    ordering = ("created_at", "id")

    def get_ordering(self, request, queryset, view):  # type: ignore[no-untyped-def]  # The stubs leave this method out.
        """A view names its own order with `page_order`; it has to end in something unique."""
        return getattr(view, "page_order", self.ordering)
