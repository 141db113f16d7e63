"""What a connector sees first: how big the catalogue is, and what waits for them."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.site_summary import SummaryItem

from cms.models import Asset, AssetInterest
from cms.viewsets.columns import CHECK_AFTER
from cms.viewsets.lists import waiting


class CatalogueSummary(SummaryItem):
    """Five numbers, each a link to the list that it counts."""

    template_name = "wagtailadmin/cms/summary.html"

    def is_shown(self) -> bool:
        return bool(self.request.user.has_perm("cms.change_asset"))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        live = Asset.objects.published()
        due = Q(confirmed_on__isnull=True) | Q(confirmed_on__lte=timezone.localdate() - CHECK_AFTER)
        suggested = AssetInterest.objects.filter(state=AssetInterest.State.SUGGESTED)
        counted = (
            (live.count(), "live asset", "live assets", _assets(status="live")),
            (Asset.objects.filter(waiting()).count(), "change waits", "changes wait", _assets(status="waiting")),
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
        return {"counted": [(number, one if number == 1 else many, url) for number, one, many, url in counted]}


def _list(model: str) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:list")


def _assets(**chosen: str) -> str:
    return f"{_list('asset')}?{urlencode(chosen)}"
