"""What a connector sees first: how big the catalogue is, and what waits for them."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.site_summary import SummaryItem

from cms.models import Asset, AssetInterest, GroupChange
from cms.querysets import ALIVE_ON, NO_SIGN
from cms.viewsets.columns import CHECK_AFTER

Counted = tuple[int, str, str, str]
"""(number, words for one, words for any other number, the list that it counts)."""


class Numbers(SummaryItem):
    """Numbers for whoever looks after listings, each a link to the list that it counts."""

    template_name = "wagtailadmin/cms/summary.html"

    def counted(self) -> Sequence[Counted]:
        """What is counted, in the order in which it is shown."""
        raise NotImplementedError

    def is_shown(self) -> bool:
        return bool(self.request.user.has_perm("cms.change_asset"))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"counted": [(number, one if number == 1 else many, url) for number, one, many, url in self.counted()]}


class CatalogueSummary(Numbers):
    """Six of the catalogue."""

    def counted(self) -> Sequence[Counted]:
        changes, State = GroupChange.objects.all(), GroupChange.State  # noqa: N806  as the model has it
        live = Asset.objects.published().annotate(alive_on=ALIVE_ON)
        due = NO_SIGN | Q(alive_on__lte=timezone.localdate() - CHECK_AFTER)
        suggested = AssetInterest.objects.filter(state=AssetInterest.State.SUGGESTED)
        return (
            (live.count(), "live asset", "live assets", _assets(status="live")),
            (changes.filter(state=State.WAITING).count(), "change waits", "changes wait", _changes(State.WAITING)),
            (
                changes.filter(state=State.LIVE).count(),
                "change is live and not looked at yet",
                "changes are live and not looked at yet",
                _changes(State.LIVE),
            ),
            (suggested.count(), "suggested interest", "suggested interests", _list("assetinterest")),
            (
                live.filter(due).count(),
                "asset to check",
                "assets to check",
                _assets(status="live", check="due"),
            ),
            (
                live.filter(unasked=True).count(),
                "group to ask, as a worker told of it",
                "groups to ask, as workers told of them",
                _assets(status="live", unasked="yes"),
            ),
        )


def _list(model: str) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:list")


def _changes(state: str) -> str:
    return f"{_list('groupchange')}?{urlencode({'state': state})}"


def _assets(**chosen: str) -> str:
    return f"{_list('asset')}?{urlencode(chosen)}"
