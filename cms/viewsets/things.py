"""Lists and pages of what assets share: organisations, places, interests, sources, areas and school terms."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from cms.models import (
    Area,
    Asset,
    AssetInterest,
    AssetPlace,
    AssetSource,
    EducationAuthority,
    Interest,
    InterestRelation,
    Organisation,
    Place,
    Source,
    Term,
)
from cms.panels.forms import InterestForm
from cms.panels.neighbourhood import NeighbourhoodPanel
from cms.panels.part import PartPanel
from cms.panels.places import ORGANISATION, PLACE
from cms.viewsets.columns import SaidColumn, StatusColumn
from cms.viewsets.filters import InterestFilters, OrganisationFilters, PlaceFilters
from cms.viewsets.lists import CatalogueViewSet, how_many, searched_chooser

ASSETS = SaidColumn("assets", "Assets", lambda row: row.how_many, "how_many")


class OrganisationViewSet(CatalogueViewSet):
    model = Organisation
    icon = "user"
    ordering = "name"
    search_fields = ["name", "summary", "email"]
    filterset_class = OrganisationFilters
    chooser_viewset_class = searched_chooser(Organisation, "name")
    list_display = ["name", StatusColumn(), "informal", ASSETS]
    list_export = ["uuid", "name", "summary", "informal", "purpose", "legal_status", "phone", "email", "url"]
    export_filename = "organisations"
    edit_handler = ORGANISATION

    def get_queryset(self, request: Any) -> QuerySet[Organisation]:
        return Organisation.objects.annotate(how_many=how_many(Asset.objects.all(), "organisation"))


class PlaceViewSet(CatalogueViewSet):
    model = Place
    icon = "home"
    ordering = "name"
    search_fields = ["name", "postcode", "address"]
    filterset_class = PlaceFilters
    chooser_viewset_class = searched_chooser(Place, "name", "postcode", "address")
    list_display = [
        SaidColumn("name", "Place", str, "name"),
        StatusColumn(),
        "postcode",
        SaidColumn("ward", "Ward", lambda place: place.ward or "", "ward__name"),
        SaidColumn(
            "precision", "Its point is", lambda place: place.get_precision_display() if place.lat else "not known"
        ),
        ASSETS,
    ]
    list_export = [
        *("uuid", "name", "summary", "address", "postcode", "lat", "lon", "precision", "ward", "directions", "phone"),
        *("opening_words", "url"),
    ]
    export_filename = "places"
    edit_handler = PLACE

    def get_queryset(self, request: Any) -> QuerySet[Place]:
        return Place.objects.select_related("ward").annotate(how_many=how_many(AssetPlace.objects.all(), "place"))


class InterestViewSet(CatalogueViewSet):
    model = Interest
    icon = "tag"
    ordering = "label"
    search_fields = ["label", "alternative_labels", "everyday_words", "code"]
    filterset_class = InterestFilters
    chooser_viewset_class = searched_chooser(Interest, "label", "alternative_labels", "everyday_words")
    list_display = [
        "label",
        StatusColumn(),
        SaidColumn("kind_of", "Is a kind of", lambda interest: ", ".join(edge.target.label for edge in interest.above)),
        SaidColumn("words", "How people say it", lambda interest: ", ".join(interest.everyday[:4])),
        ASSETS,
    ]
    list_export = ["code", "label", "alternative_labels", "everyday_words", "alone_words", "icon", "exact_match"]
    export_filename = "interests"
    edit_handler = ObjectList(
        [
            FieldPanel("label"),
            FieldPanel("code"),
            FieldPanel("alternative_labels"),
            FieldPanel("everyday_words"),
            FieldPanel("alone_words"),
            NeighbourhoodPanel(heading="Where it stands"),
            InlinePanel(
                "relations",
                label="connection",
                heading="Connections",
                help_text="What leads from this interest to another: what it is a kind of, what is close to it, "
                "what it leads to. The weight says how good a suggestion the one is for the other, from 0 to 1.",
                panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("target"), FieldPanel("weight")])],
            ),
            PartPanel("try_it", "wagtailadmin/cms/try_it.html", heading="Try it before you publish"),
            MultiFieldPanel([FieldPanel("icon"), FieldPanel("exact_match")], heading="For computers"),
        ],
        base_form_class=InterestForm,
    )

    def get_queryset(self, request: Any) -> QuerySet[Interest]:
        above = InterestRelation.objects.filter(kind=InterestRelation.Kind.BROADER).select_related("target")
        in_use = AssetInterest.objects.exclude(state=AssetInterest.State.REMOVED)
        rows = Interest.objects.annotate(how_many=how_many(in_use, "interest"))
        return rows.prefetch_related(Prefetch("relations", queryset=above, to_attr="above"))


class SourceViewSet(CatalogueViewSet):
    model = Source
    icon = "download"
    ordering = "name"
    search_fields = ["name", "licence", "attribution"]
    list_display = ["name", "licence", "cut_to_sector", SaidColumn("records", "Records", lambda row: row.how_many)]
    list_filter = ["cut_to_sector"]
    export_filename = "sources"
    panels = [
        FieldPanel("name"),
        FieldPanel("licence"),
        FieldPanel("attribution"),
        FieldPanel("url"),
        FieldPanel("cut_to_sector"),
    ]

    def get_queryset(self, request: Any) -> QuerySet[Source]:
        return Source.objects.annotate(how_many=how_many(AssetSource.objects.all(), "source"))


class AuthorityViewSet(CatalogueViewSet):
    model = EducationAuthority
    icon = "calendar"
    menu_label = "School terms"
    ordering = "name"
    search_fields = ["name"]
    list_display = ["name", SaidColumn("terms", "Terms", lambda row: row.how_many)]
    panels = [
        FieldPanel("name"),
        InlinePanel(
            "terms",
            label="half term",
            heading="When school is in",
            help_text="A row for each half term, first and last day included. The gaps between them are the holidays.",
            panels=[FieldRowPanel([FieldPanel("name"), FieldPanel("starts"), FieldPanel("ends")])],
        ),
    ]

    def get_queryset(self, request: Any) -> QuerySet[EducationAuthority]:
        return EducationAuthority.objects.annotate(how_many=how_many(Term.objects.all(), "authority"))


class AreaViewSet(CatalogueViewSet):
    model = Area
    icon = "globe"
    ordering = "name"
    search_fields = ["name", "code"]
    chooser_viewset_class = searched_chooser(Area, "name", "code")
    list_display = ["name", "code", "kind"]
    list_filter = ["kind"]
    panels = [
        FieldPanel("name"),
        FieldPanel("code"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
    ]
