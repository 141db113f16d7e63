"""What machines may ask of an installation: `/health/` always, `/metrics` with a token."""

from connector.settings._paths import env

# Whoever asks /metrics sends it as "Authorization: Bearer …". Without one the page is not there.
CONNECTOR_METRICS_TOKEN = env.str("CONNECTOR_METRICS_TOKEN", default="")
# Asked by machines beside this one, without a proxy that speaks HTTPS.
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^metrics$"]
