"""All that the page of one organisation says: what it runs, the next dates, where, and how to ask.

Invariant: an organisation without a listing that this viewer may see has no page. Of its contacts a viewer reads those
that are meant for them; its own telephone and e-mail are asked for as what everybody sees.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from cms.agenda import Day, agenda
from cms.cards import Card, ContactLine, PictureLine
from cms.models import Asset, Organisation
from cms.picturing import pictured
from cms.presenting import cards, presentable
from cms.querysets import AssetQuerySet
from cms.visibility import Viewer, visible_contacts
from cms.wording import lines, role_after, web_address

A_PAGE, LOOKED_AT = 20, 60


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """`cards`: one page of what it runs; `paragraphs`: what it is for, in its own words."""

    name: str
    summary: str
    days: tuple[Day, ...]
    cards: tuple[Card, ...]
    page: Page
    website: str = ""
    contacts: tuple[ContactLine, ...] = ()
    paragraphs: tuple[str, ...] = ()
    legal_status: str = ""
    picture: PictureLine | None = None


def organisation_shown(
    organisation: Organisation, *, viewer: Viewer, now: datetime, number: str = "1"
) -> OrganisationShown | None:
    """The page, or None where nothing of it is to be seen. `number`: which page of its listings, as typed."""
    runs = run_by(organisation, viewer).order_by("name", "pk")
    page = Paginator(presentable(runs), A_PAGE).get_page(number)
    if not page.paginator.count:
        return None
    timed = presentable(runs.filter(sessions__isnull=False).distinct())[:LOOKED_AT]
    return OrganisationShown(
        name=organisation.name,
        summary=organisation.summary,
        days=agenda(timed, now) if page.number == 1 else (),
        cards=tuple(cards(page.object_list, viewer=viewer, now=now)),
        page=page,
        website=web_address(organisation.url),
        contacts=_contacts(organisation, viewer),
        paragraphs=lines(organisation.purpose),
        legal_status=organisation.legal_status,
        picture=pictured(organisation.picture),
    )


def run_by(organisation: Organisation, viewer: Viewer) -> AssetQuerySet:
    """What it runs that this viewer may see. With nothing, it has no page, and nothing tells of it."""
    return Asset.objects.visible_to(viewer).filter(organisation=organisation)


def _contacts(organisation: Organisation, viewer: Viewer) -> tuple[ContactLine, ...]:
    """Its own telephone and e-mail, then whom this viewer may ask there."""
    own = [ContactLine("", phone=organisation.phone, email=organisation.email)]
    rows = organisation.contacts.filter(visibility__in=visible_contacts(viewer)).order_by("pk")
    people = [ContactLine(row.name, row.role, row.phone, row.email, role_after(row.role)) for row in rows]
    return tuple(each for each in [*own, *people] if each.name or each.role or each.phone or each.email)
