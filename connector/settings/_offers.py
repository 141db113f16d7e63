"""What residents would share: how long an offer runs, when its person is asked, how long we know whose it was."""

from connector.settings._paths import env

CONNECTOR_OFFER_DAYS = env.int("CONNECTOR_OFFER_DAYS", default=182)
CONNECTOR_OFFER_ASK_DAYS = env.int("CONNECTOR_OFFER_ASK_DAYS", default=21)
CONNECTOR_OFFER_FORGET_DAYS = env.int("CONNECTOR_OFFER_FORGET_DAYS", default=30)
