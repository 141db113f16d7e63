"""Panels for the parts of an asset or a place: rows with a form of their own, access facts, rows only to be read.

Invariant: a panel shows and edits what a draft holds; nothing here saves anything by itself.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel, Panel, get_form_for_model

from cms.models import AccessFact, Session
from cms.panels.comparing import WhenComparison
from cms.panels.preview import Preview, preview
from cms.sessions import exceptions_of, rhythm_of, terms_of


class PartsPanel(InlinePanel):
    """An inline panel whose rows have a form class of their own."""

    def __init__(self, *args: Any, child_form: type[WagtailAdminModelForm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child_form = child_form

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "child_form": self.child_form}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        options["formsets"][self.relation_name]["form"] = get_form_for_model(
            self.db_field.related_model, form_class=self.child_form, defer_required_on_fields=deferred
        )
        return options


class AccessPanel(PartsPanel):
    """Every access fact in a row of its own, always all of them and in one order: nobody adds rows."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "wagtailadmin/cms/access.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None:
                self.rows = sorted(self.formset.forms, key=lambda form: _place_of(form["subject"].value()))

        def telepath_pack(self, context: Any) -> tuple[str, list[dict[str, Any]]]:
            """As a plain panel: an inline panel's script looks for a button that adds rows."""
            return Panel.BoundPanel.telepath_adapter_name, [Panel.BoundPanel.js_opts(self)]


class NextDatesPanel(Panel):
    """The sentence of one session and its next four dates. The page's script keeps it true to what is being typed."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/cms/next_dates.html"

        def get_comparison(self) -> list[type[WhenComparison]]:
            """Two versions of a session differ first of all in what they say."""
            return [WhenComparison]

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["preview"] = _preview_of(self.instance)
            context["field_prefix"] = self.form.prefix if self.form is not None else ""
            return context


class RowsPanel(Panel):
    """Rows that belong to the asset and are only read here. `template` gets the asset as `asset`."""

    def __init__(self, template: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.template = template

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "template": self.template}

    class BoundPanel(Panel.BoundPanel):
        @property
        def template_name(self) -> str:  # type: ignore[override]
            return str(self.panel.template)

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "asset": self.instance}


def _place_of(subject: str) -> int:
    values = AccessFact.Subject.values
    return values.index(subject) if subject in values else len(values)


def _preview_of(session: Session | None) -> Preview | None:
    """Of a row as it is kept or drafted; nothing for one that is only being made or makes no sense."""
    if session is None or (rhythm := rhythm_of(session)) is None:
        return None
    nation = settings.CONNECTOR_NATION
    return preview(rhythm, exceptions_of(session), terms=terms_of(session), now=timezone.now(), nation=nation)
