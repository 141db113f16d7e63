"""Who keeps which listing: a row for each person and listing, given and taken away by connectors."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList

from cms.models import Editorship
from cms.viewsets.columns import SaidColumn
from cms.viewsets.lists import CatalogueViewSet


class PersonField(forms.ModelChoiceField):
    """People with an account that is open. Two may have the same name, so the address stands beside it."""

    def label_from_instance(self, obj: Any) -> str:
        return _person(obj)


class EditorshipForm(WagtailAdminModelForm):
    """One person, one listing, for good: somebody else, or another listing, is another row."""

    user = PersonField(
        queryset=get_user_model().objects.filter(is_active=True).order_by("first_name", "email"),
        label="person",
        help_text="Somebody with an account. They become a group editor by this.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("user", "asset") if self.instance.pk else ():
            self.fields[name].disabled = True


class EditorshipViewSet(CatalogueViewSet):
    model = Editorship
    icon = "edit"
    menu_label = "Group editors"
    ordering = "asset__name"
    add_to_reference_index = False
    search_fields = ["asset__name", "user__first_name", "user__last_name", "user__email"]
    list_display = [
        SaidColumn("asset", "Keeps the listing", lambda row: row.asset.name, "asset__name"),
        SaidColumn("user", "Person", lambda row: _person(row.user), "user__first_name"),
        "lead",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldPanel("asset", heading="keeps the listing"),
            FieldPanel("lead", heading="is in the lead"),
        ],
        base_form_class=EditorshipForm,
    )

    def get_queryset(self, request: Any) -> QuerySet[Editorship]:
        return Editorship.objects.select_related("user", "asset")


def _person(user: Any) -> str:
    return f"{user.get_full_name()}, {user.email}".removeprefix(", ")
