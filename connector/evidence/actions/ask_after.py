"""Somebody wants to be asked after the sessions of a listing, or does not any more."""

from django.utils import timezone

from cms.models import Asset
from connector.evidence.models import AskAfter
from connector.evidence.people import by_text
from connector.notifications.recipients import addressee
from connector.stewardship.people import keeps


def switch_on(*, recipient: str, asset: Asset, channel: str = "", each_time: bool = False) -> bool:
    """Ask them after sessions of this listing from now on. False where they do not look after it (any more), or a text
    message does not reach them. Again with another channel or rhythm changes those. `channel`: email or text; as it is
    already, else by e-mail, or by text for who has a telephone alone, where none is given."""
    to = addressee(recipient)
    if to is None or not keeps(recipient, asset):
        return False
    known = AskAfter.objects.filter(asset=asset, person=to.person).first()
    channel = channel or (known.channel if known else "email" if to.email else "text")
    where = by_text(recipient, asset) if channel == "text" else recipient if to.email else ""
    if not where:
        return False
    fields = {"recipient": where, "channel": channel, "each_time": each_time}
    AskAfter.objects.update_or_create(
        asset=asset,
        person=to.person,
        defaults=fields,
        create_defaults={**fields, "since": timezone.localdate()},
    )
    return True


def switch_off(*, recipient: str, asset: Asset) -> None:
    """Ask them no more after sessions of this listing."""
    to = addressee(recipient)
    if to is not None:
        AskAfter.objects.filter(asset=asset, person=to.person).delete()
