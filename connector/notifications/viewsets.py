"""The outbox in the admin: what was sent to whom, what waits, what failed and why.

Invariant: read only but for trying again; whom a message is for is shown to who may see contacts alone, and no word of
any message, since none is kept.
"""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from cms.viewsets.columns import SaidColumn
from cms.viewsets.exporting import ExportedList
from cms.viewsets.lists import CatalogueViewSet
from cms.visibility import PUBLIC
from connector.notifications.kinds import kind_named
from connector.notifications.models import Message
from connector.notifications.recipients import addressee

HIDDEN = "not shown to you"


class MessageFilters(WagtailFilterSet):
    class Meta:
        model = Message
        fields: ClassVar[list[str]] = ["state", "channel", "doubtful"]


class RecipientColumn(Column):
    """A first name and where it goes, for whoever may see every contact."""

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        viewer = getattr(parent_context.get("request"), "viewer", PUBLIC)
        context["value"] = whom(instance) if viewer.curates else HIDDEN
        return context


def whom(message: Message) -> str:
    """ "Maureen, maureen@…", or that they are gone."""
    to = addressee(message.recipient)
    return ", ".join(filter(None, (to.first_name, to.at(message.channel)))) if to else "nobody any more"


def what(message: Message) -> str:
    kind = kind_named(message.kind)
    return f"About {kind.title}" if kind else message.kind


def how_it_stands(message: Message) -> str:
    """The state, with why."""
    said = message.get_state_display()
    return f"{said}: {message.reason}" if message.reason else said


class MessageIndex(ExportedList):
    page_title = "Messages"
    intro = (
        "What we send to groups, and how far it has come. What failed was tried for a day and a half. Where nobody "
        "knows whether a message went, it is not sent again by itself: ask them, then look under “What we send”."
    )


class MessageViewSet(CatalogueViewSet):
    model = Message
    icon = "mail"
    menu_label = "Messages"
    menu_name = "messages-sent"
    menu_order = 164
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = MessageIndex
    index_template_name = "wagtailadmin/cms/list_with_intro.html"
    filterset_class = MessageFilters
    search_fields: ClassVar[list[str]] = ["kind"]
    list_display: ClassVar[list[Any]] = [
        SaidColumn("kind", "What", what, "kind"),
        RecipientColumn("recipient", label="To", accessor=lambda row: ""),
        SaidColumn("channel", "How", lambda row: row.get_channel_display(), "channel"),
        SaidColumn("state", "State", how_it_stands, "state"),
        SaidColumn("made_at", "Made", lambda row: f"{timezone.localtime(row.made_at):%d/%m/%Y %H:%M}", "made_at"),
    ]
    list_export: ClassVar[list[str]] = ["kind", "channel", "state", "reason", "doubtful", "made_at", "settled_at"]
    export_filename = "messages"

    def get_queryset(self, request: Any) -> QuerySet[Message]:
        return Message.objects.all()
