"""What a listing's own page for its group asks for: the one thing that would help people most."""

from uuid import UUID

from django import template

from cms.models import Asset
from connector.joining.coach.advising import advice_for
from connector.joining.coach.deciding import Advice

register = template.Library()


@register.simple_tag
def coach_of(uuid: UUID) -> Advice | None:
    """Read from the newest draft of the listing, so that what was answered is not asked again."""
    asset = Asset.objects.filter(uuid=uuid).first()
    return advice_for(asset.get_latest_revision_as_object()) if asset else None
