"""Other people's websites: whether this server may look at them."""

from connector.settings._paths import env

# Calendars that groups keep elsewhere are followed, and their websites are looked at, only where this is on.
CONNECTOR_FETCHER = (
    "connector.fetching.choosing.http_fetcher"
    if env.bool("CONNECTOR_FETCH", default=True)
    else "connector.fetching.choosing.null_fetcher"
)
