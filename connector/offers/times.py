"""How long an offer runs here, as the settings say."""

from datetime import timedelta

from django.conf import settings

from connector.offers.deciding import Times


def times() -> Times:
    """In days, from `CONNECTOR_OFFER_DAYS`, `CONNECTOR_OFFER_ASK_DAYS` and `CONNECTOR_OFFER_FORGET_DAYS`."""
    return Times(
        runs=timedelta(days=settings.CONNECTOR_OFFER_DAYS),
        asked=timedelta(days=settings.CONNECTOR_OFFER_ASK_DAYS),
        kept=timedelta(days=settings.CONNECTOR_OFFER_FORGET_DAYS),
    )
