"""The group does not know it either: nobody asks again for a while, and connectors see that they were asked."""

from datetime import date

from cms.models import Asset
from connector.asking.models import AccessQuestion

State = AccessQuestion.State


def dont_know(*, asset: Asset, subject: str, on: date) -> bool:
    """Whether it waited for an answer. What they find out later they may say all the same."""
    rows = AccessQuestion.objects.filter(asset=asset, subject=subject, state__in=(State.OPEN, State.ASKED))
    return bool(rows.update(state=State.UNSURE, unsure_on=on))
