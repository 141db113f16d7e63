"""The catalogue's place in the admin's menu."""

from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.viewsets.assets import AssetViewSet
from cms.viewsets.changes import ChangeViewSet
from cms.viewsets.duplicates import DuplicateViewSet
from cms.viewsets.editors import EditorshipViewSet
from cms.viewsets.parts import ContactViewSet, RecordViewSet, SessionViewSet, SuggestionViewSet
from cms.viewsets.things import (
    AreaViewSet,
    AuthorityViewSet,
    InterestViewSet,
    OrganisationViewSet,
    PlaceViewSet,
    SourceViewSet,
)


class CatalogueGroup(SnippetViewSetGroup):
    menu_label = "Catalogue"
    menu_icon = "folder-open-inverse"
    menu_order = 100
    items = (
        AssetViewSet,
        ChangeViewSet,
        SuggestionViewSet,
        DuplicateViewSet,
        OrganisationViewSet,
        PlaceViewSet,
        SessionViewSet,
        ContactViewSet,
        EditorshipViewSet,
        InterestViewSet,
        AuthorityViewSet,
        AreaViewSet,
        SourceViewSet,
        RecordViewSet,
    )
