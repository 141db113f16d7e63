"""A warning on the edit page of an asset that looks like another one, kept true while somebody types.

Invariant: it warns and stops nobody; it is made of what stands in the form, and nothing is saved.
"""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from cms.duplicates.comparing import looks_like
from cms.duplicates.reading import facts, times_of
from cms.likeness.facts import Facts, phones_in
from cms.models import Asset, PossibleDuplicate
from cms.panels.agreeing import say_agreement

MOST = 3


def facts_in_hand(asset: Asset) -> Facts:
    """The facts of an asset as it is in memory, saved or not, with its parts."""
    places = [row.place for row in asset.asset_places.all()]
    phones = [phones_in(contact.phone) for contact in asset.contacts.all()]
    times = [times_of(session.days, session.start) for session in asset.sessions.all()]
    return facts(
        pk=asset.pk or 0,
        name=asset.name,
        kind=asset.kind,
        words=f"{asset.summary} {asset.description}",
        organisation=asset.organisation_id,
        url=asset.url,
        places=[(place.postcode, place.lat, place.lon, place.precision) for place in places],
        phones=set().union(*phones),
        times=set().union(*times),
    )


def warnings_about(asked: Facts) -> list[dict[str, Any]]:
    """The assets that it looks like, the likeliest first, without those that somebody settled as another."""
    likes = looks_like(asked) if asked.name.strip() else []
    settled = _settled(asked.pk) if asked.pk and likes else set()
    found = [like for like in likes if like.pk not in settled][:MOST]
    assets = Asset.objects.in_bulk([like.pk for like in found])
    return [
        {"asset": assets[like.pk], "said": say_agreement(like.likeness.agrees, like.likeness.differs)}
        for like in found
        if like.pk in assets
    ]


def _settled(pk: int) -> set[int]:
    rows = PossibleDuplicate.objects.exclude(state=PossibleDuplicate.State.OPEN)
    return {
        *rows.filter(first=pk).values_list("second", flat=True),
        *rows.filter(second=pk).values_list("first", flat=True),
    }


class LooksLikePanel(Panel):
    """The warning as the page opens; its script asks again when the fields that matter change."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/cms/looks_like.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            form = self.form
            bound = form is not None and form.is_bound
            context["found"] = [] if bound else warnings_about(facts_in_hand(self.instance))
            context["asset"] = self.instance
            return context
