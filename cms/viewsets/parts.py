"""Lists of what belongs to assets: sessions, contacts, suggested interests and the records they came from.

Invariant: these lists are for finding. What is found is changed on its asset's own page, so that it goes through the
asset's draft, history and approval; only a suggestion is answered here, many at a time.
"""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from cms.models import AssetInterest, AssetSource, Contact, Session
from cms.schedule.occurrences import occurrences
from cms.schedule.say import say_day, say_rhythm
from cms.sessions import exceptions_of, rhythm_of, terms_of
from cms.viewsets.columns import SaidColumn
from cms.viewsets.filters import ContactFilters, SessionFilters, SuggestionFilters
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from cms.visibility import viewer_of, visible_contacts

NAME = SaidColumn("asset", "Asset", lambda part: part.asset.name, "asset__name")


def when(session: Session) -> str:
    """ "Every Tuesday, 1.30 to 3.30pm", or that what is kept makes no sense."""
    rhythm = rhythm_of(session)
    return say_rhythm(rhythm, exceptions_of(session)) if rhythm else "cannot be understood: open it and put it right"


def next_day(session: Session) -> str:
    """ "Tue 1 Dec", or nothing."""
    rhythm = rhythm_of(session)
    if rhythm is None:
        return ""
    now, terms = timezone.now(), terms_of(session)
    found = occurrences(
        rhythm, exceptions_of(session), since=now, terms=terms, nation=settings.CONNECTOR_NATION, limit=1
    )
    return say_day(found[0].start.date(), timezone.localdate()) if found else "none"


class SessionIndexView(PartsIndexView):
    intro = "Every regular time of every asset. A session belongs to its asset: open the asset to change it."
    tab = "when"


class SessionViewSet(PartsViewSet):
    model = Session
    icon = "calendar-alt"
    ordering = "asset__name"
    index_view_class = SessionIndexView
    search_fields = ["asset__name", "place__name"]
    filterset_class = SessionFilters
    list_display = [
        "asset",
        SaidColumn("when", "When", when),
        SaidColumn("next", "Next", next_day),
        SaidColumn("place", "Place", lambda session: session.place or "", "place__name"),
    ]
    list_export = ["asset.name", "rhythm", "days", "weeks_of_month", "start", "end", "first", "until", "term_time"]
    export_filename = "sessions"

    def get_queryset(self, request: Any) -> QuerySet[Session]:
        return Session.objects.select_related("asset", "place", "authority").prefetch_related("authority__terms")


class ContactIndexView(PartsIndexView):
    intro = (
        "Whom to ask, and who may see it. Internal contacts are seen by connectors alone, partner ones by workers too. "
        "A contact belongs to its asset: open the asset to change it."
    )
    tab = "people"


class ContactViewSet(PartsViewSet):
    model = Contact
    icon = "mail"
    ordering = "asset__name"
    index_view_class = ContactIndexView
    search_fields = ["asset__name", "name", "role", "phone", "email"]
    filterset_class = ContactFilters
    list_display = ["asset", "name", "role", "phone", "email", "prefers", "visibility"]
    list_export = ["asset.name", "name", "role", "phone", "email", "visibility"]
    export_filename = "contacts"

    def get_queryset(self, request: Any) -> QuerySet[Contact]:
        """Those that whoever asks may read, on the page and in the file."""
        viewer = viewer_of(request)
        return Contact.objects.select_related("asset").filter(visibility__in=visible_contacts(viewer))


class SuggestionIndexView(PartsIndexView):
    page_title = "Suggested interests"
    intro = (
        "Interests that were read from what a listing says, with the words that showed them. Tick those that are right "
        "and confirm them, tick those that are wrong and remove them. What was removed is not suggested again."
    )
    tab = "interests"
    ticks = True


class SuggestionViewSet(PartsViewSet):
    model = AssetInterest
    icon = "tag"
    menu_label = "Suggested interests"
    ordering = "interest__label"
    index_view_class = SuggestionIndexView
    search_fields = ["asset__name", "interest__label", "words"]
    filterset_class = SuggestionFilters
    list_display = [
        "asset",
        SaidColumn("interest", "Interest", lambda row: row.interest.label, "interest__label"),
        "words",
        "state",
    ]

    def get_queryset(self, request: Any) -> QuerySet[AssetInterest]:
        return AssetInterest.objects.select_related("asset", "interest")


class RecordIndexView(PartsIndexView):
    page_title = "Records read"
    intro = "Which record of which source became which asset. An import keeps these; they are only read here."
    tab = "sources"


class RecordViewSet(PartsViewSet):
    model = AssetSource
    icon = "list-ul"
    menu_label = "Records read"
    ordering = "asset__name"
    index_view_class = RecordIndexView
    search_fields = ["asset__name", "source_ref"]
    list_filter = ["source"]
    list_display = [
        "asset",
        SaidColumn("source", "Source", lambda row: row.source.name, "source__name"),
        "source_ref",
        "last_seen",
    ]

    def get_queryset(self, request: Any) -> QuerySet[AssetSource]:
        return AssetSource.objects.select_related("asset", "source")
