"""What claims add to Wagtail's admin: their list, the answers, and what comes of a row of *Group editors*. No logic."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.models import Editorship
from cms.viewsets.lists import PartsPolicy
from connector.claiming.actions.editors import deleted_by_hand, written_by_hand
from connector.claiming.models import Claim
from connector.claiming.viewsets import Agree, ClaimViewSet, Refuse

# Before the list is registered: it asks for the policy.
register_permission_policy(Claim, PartsPolicy(Claim))
register_snippet(ClaimViewSet)

for action in (Agree, Refuse):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("after_create_snippet")
def editor_came(request: HttpRequest, row: Any) -> None:
    if isinstance(row, Editorship):
        written_by_hand(row=row, new=True, by=request.user)


@hooks.register("after_edit_snippet")
def editor_changed(request: HttpRequest, row: Any) -> None:
    if isinstance(row, Editorship):
        written_by_hand(row=row, new=False, by=request.user)


@hooks.register("after_delete_snippet")
def editors_went(request: HttpRequest, rows: list[Any]) -> None:
    deleted_by_hand(rows=[row for row in rows if isinstance(row, Editorship)], by=request.user)
