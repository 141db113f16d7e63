"""Every page that search engines may keep, in parts (https://www.sitemaps.org/protocol.html).

Invariant: what the public may not see is in none of them, nor a place that may be somebody's home. However
many listings there are, a part is two queries, and its own rows are all that is read.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse
from wagtail.models import Page

from cms.models import Asset, AssetPlace, Organisation, Place, Session
from cms.visibility import PUBLIC

A_PART = 5_000
FIXED = (
    "search",
    "joining",
    "offering",
    "put_on_your_website",
    "how_ordered",
    "data_sources",
    "accessibility",
    "cookies",
)
# Address by uuid, and when what stands there last changed.
Row = tuple[Any, datetime | None]


class Parts(Sitemap):
    """Addresses of this site as its settings have it, whatever name it was asked by."""

    limit = A_PART

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.CONNECTOR_BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.CONNECTOR_BASE_URL).scheme


class Rows(Parts):
    """Rows of one table, in the order that they came: a new one is added to the last part, and moves no other."""

    route = ""

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def items(self) -> QuerySet[Any, Row]:
        return self.rows().order_by("pk").values_list("uuid", "last_published_at")

    def location(self, item: Row) -> str:
        return reverse(self.route, args=[item[0]])

    def lastmod(self, item: Row) -> datetime | None:
        return item[1]

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = self.rows().aggregate(latest=Max("last_published_at"))["latest"]
        return latest


class Listings(Rows):
    route = "listing"

    def rows(self) -> QuerySet[Any]:
        return Asset.objects.visible_to(PUBLIC)


class Organisations(Rows):
    """Those that run something that everybody may see: the others have no page."""

    route = "organisation"

    def rows(self) -> QuerySet[Any]:
        runs = Asset.objects.visible_to(PUBLIC).filter(organisation=OuterRef("pk"))
        return Organisation.objects.filter(Exists(runs), live=True)


class Places(Rows):
    """Those with a name, where something is on whose place is no secret."""

    route = "place"

    def rows(self) -> QuerySet[Any]:
        told = Asset.objects.visible_to(PUBLIC).whereabouts_told()
        given = AssetPlace.objects.filter(place=OuterRef("pk"), asset__in=told)
        held = Session.objects.filter(place=OuterRef("pk"), asset__in=told)
        known = Place.objects.filter(live=True).exclude(name="").exclude(precision=Place.Precision.SECTOR)
        return known.filter(Q(Exists(given)) | Q(Exists(held)))


class Pages(Parts):
    """Editorial pages that are published and for everybody."""

    def items(self) -> QuerySet[Page]:
        return Page.objects.live().public().filter(depth__gt=1).order_by("path")

    def location(self, item: Page) -> str:
        parts = item.get_url_parts()
        return parts[2] if parts and parts[2] else "/"

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = self.items().aggregate(latest=Max("last_published_at"))["latest"]
        return latest


class Fixed(Parts):
    """Pages of the product itself."""

    def items(self) -> tuple[str, ...]:
        return FIXED

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": Pages,
    "ours": Fixed,
    "listings": Listings,
    "organisations": Organisations,
    "places": Places,
}
