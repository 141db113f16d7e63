"""The kept answers for columns, as a list and a form in the admin.

Invariant: for whoever may import, and nobody else.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.imports.mapping.fields import lexicon
from connector.intake.models import ImportMapping
from connector.intake.screen import NEEDED


class MappingPolicy(ModelPermissionPolicy):
    """Whoever may import may keep mappings."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.has_perms(NEEDED))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return self.user_has_permission(user, "")

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        return super().users_with_any_permission({"change"} & set(actions))


def _fields() -> str:
    rows = "".join(f"<li><code>{field.code}</code>: {field.label}</li>" for field in lexicon().fields.values())
    return f"<p>Fields:</p><ul>{rows}<li><code>keep</code></li><li><code>skip</code></li></ul>"


class MappingViewSet(SnippetViewSet):
    model = ImportMapping
    icon = "list-ul"
    menu_label = "Column mappings"
    menu_name = "column-mappings"
    menu_order = 151
    add_to_admin_menu = True
    list_display = ["name", "source", "contacts_for"]
    list_per_page = 50
    search_fields = ["name", "source"]
    search_backend_name = None
    add_to_reference_index = False
    panels = [
        FieldPanel("name"),
        FieldPanel("source"),
        FieldPanel("licence"),
        FieldPanel("contacts_for"),
        FieldPanel("columns"),
        HelpPanel(_fields(), heading="What a column can become"),
    ]
