"""How many offers wait for a connector, among the numbers that they see first."""

from collections.abc import Sequence

from django.urls import reverse

from cms.viewsets.home import Counted, Numbers
from connector.offers.deciding import WAITING
from connector.offers.models import BrokerTask, Offer


class WaitingOffers(Numbers):
    """Two, each the list as it opens."""

    def counted(self) -> Sequence[Counted]:
        offers = Offer.objects.filter(state__in=WAITING).count()
        to_ask = BrokerTask.objects.filter(done_on=None).count()
        return (
            (offers, "person’s offer waits", "people’s offers wait", reverse("wagtailsnippets_offers_offer:list")),
            (
                to_ask,
                "offer to ask somebody about",
                "offers to ask people about",
                reverse("wagtailsnippets_offers_brokertask:list"),
            ),
        )
