"""All that the page of one organisation says: what it runs, the next dates, where, and how to ask.

Invariant: an organisation without a listing that this viewer may see has no page. Four people and a kettle have no
office: their own telephone and e-mail stay with them, and one asks through a listing.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from cms.agenda import Day, agenda
from cms.cards import Card, ContactLine
from cms.models import Asset, Organisation
from cms.presenting import cards, presentable
from cms.visibility import Viewer

A_PAGE, LOOKED_AT = 20, 60


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """`cards`: one page of what it runs; `first_number`: of the first of them; `contact`: None where it has none."""

    name: str
    summary: str
    days: tuple[Day, ...]
    cards: tuple[Card, ...]
    page: Page
    website: str = ""
    contact: ContactLine | None = None
    informal: bool = False

    @property
    def first_number(self) -> int:
        return self.page.start_index()


def organisation_shown(
    organisation: Organisation, *, viewer: Viewer, now: datetime, number: str = "1"
) -> OrganisationShown | None:
    """The page, or None where nothing of it is to be seen. `number`: which page of its listings, as typed."""
    runs = Asset.objects.visible_to(viewer).filter(organisation=organisation).order_by("name", "pk")
    page = Paginator(presentable(runs), A_PAGE).get_page(number)
    if not page.paginator.count:
        return None
    timed = presentable(runs.filter(sessions__isnull=False).distinct())[:LOOKED_AT]
    asked = not organisation.informal and (organisation.phone or organisation.email)
    return OrganisationShown(
        name=organisation.name,
        summary=organisation.summary,
        days=agenda(timed, now),
        cards=tuple(cards(page.object_list, viewer=viewer, now=now)),
        page=page,
        website=organisation.url if organisation.url.startswith(("http://", "https://")) else "",
        contact=ContactLine("", phone=organisation.phone, email=organisation.email) if asked else None,
        informal=organisation.informal,
    )
