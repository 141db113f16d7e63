"""A box on an edit page that is filled from above, with what was registered for its kind of row (`cms.page_parts`).

Invariant: not there where nobody has registered anything, or where they have nothing to show for this row.
"""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from cms.page_parts import parts_for


class PartPanel(Panel):
    """`part`: its name in what is registered; `template` gets it by that name. `under`: the name that it is registered
    under, where that is not the kind of row."""

    def __init__(self, part: str, template: str, under: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.part, self.template, self.under = part, template, under

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().clone_kwargs()
        return kwargs | {"part": self.part, "template": self.template, "under": self.under}

    class BoundPanel(Panel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.template_name = self.panel.template
            under = self.panel.under or type(self.instance).__name__
            self.shown = parts_for(under, self.instance, self.request)

        def is_shown(self) -> bool:
            return bool(super().is_shown()) and self.panel.part in self.shown

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | self.shown
