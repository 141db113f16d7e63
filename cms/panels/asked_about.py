"""On the edit page of an asset: what visits needed to know and nobody has answered, told by whoever knows.

Invariant: the catalogue knows no questions; it shows what was registered for its edit page, and nothing else.
"""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from cms.page_parts import EDIT_PAGE, parts_for


class AskedAboutPanel(Panel):
    """`asked_about` of the registered parts: lines of what, its state, how often."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/cms/asked_about.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            told = parts_for(EDIT_PAGE, self.instance, self.request)
            return {**super().get_context_data(parent_context), "asked_about": told.get("asked_about", ())}
