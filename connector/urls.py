"""Every address of the product. The only module that sees all packages.

Invariant: a page that people read has an address for each language that the installation speaks; a file, a feed, an
interface, a picture and Wagtail's admin has one.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern
from wagtail.views import serve

from cms.api import AssetView
from cms.selfservice.urls import urlpatterns as my_listings
from cms.skos_api import InterestsView, InterestView
from cms.structured_api import StructuredView
from cms.urls import files as catalogue_files
from connector.accounts.guards import guarded
from connector.core.admin_door import admin_login, admin_password
from connector.core.permissions import Permission
from connector.core.urls import watched
from connector.elsewhere.urls import files as files_elsewhere
from connector.evidence.urls import of_my_listing
from connector.matching.urls import api as match_api
from connector.reach.urls import urlpatterns as brings
from connector.stewardship.by_link import opened_by_link
from connector.stewardship.urls import of_my_listing as asked_and_stopped
from search.urls import api as search_api

group_pages = [*asked_and_stopped, *of_my_listing, *brings, *my_listings]
# The same in every language: for programs, files, feeds and pictures, and Wagtail's admin, which asks staff themselves.
one_address = [
    path("", include(search_api)),
    path("", include(match_api)),
    path("", include(watched)),
    path("", include(files_elsewhere)),
    path("", include(catalogue_files)),
    path("", include("connector.council.urls")),
    path("", include("connector.sharing.urls")),
    path("api/assets/<uuid:uuid>", AssetView.as_view(), name="api_asset"),
    path("api/assets/<uuid:uuid>/schema.org", StructuredView.as_view(), name="api_structured"),
    path("api/interests", InterestsView.as_view(), name="api_interests"),
    path("api/interests/<slug:code>", InterestView.as_view(), name="api_interest"),
    path("api/schema/", SpectacularAPIView.as_view(), name="api_schema"),
    # Before Wagtail's own, which ask for a password alone.
    path("admin/login/", admin_login),
    path("admin/password_reset/", admin_password),
    path("admin/password_reset/<path:rest>", admin_password),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
read_by_people = [
    path("", serve, {"path": ""}, name="home"),
    path("", include("search.urls")),
    path("", include("connector.core.urls")),
    path("", include("connector.posters.urls")),
    path("", include("connector.links.urls")),
    path("", include("connector.matching.urls")),
    path("", include("connector.insight.urls")),
    path("", include("cms.urls")),
    path("list-your-group/", include("connector.joining.urls")),
    path("share-something/", include("connector.offers.urls")),
    path("", include("connector.claiming.urls")),
    path("", include("connector.corrections.urls")),
    path("", include("connector.expecting.urls")),
    path("", include("connector.asking.urls")),
    path("", include("connector.following.urls")),
    path("", include("connector.starting.urls")),
    path("", include("connector.feeds.urls")),
    path("", include("connector.evidence.urls")),
    path("", include("connector.elsewhere.urls")),
    path("my-listings/", include(opened_by_link(guarded(Permission.KEEP_OWN, group_pages), group_pages))),
    path("account/", include("connector.accounts.urls")),
    path("demonstration/", include("connector.demo.urls")),
    # Last: editorial pages have whatever addresses are left.
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
urlpatterns = [*one_address, *i18n_patterns(*read_by_people, prefix_default_language=False)]
