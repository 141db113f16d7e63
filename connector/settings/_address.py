"""Where people find this installation: what stands in messages, QR codes and Wagtail's links before a page's path."""

from connector.settings._paths import env

# Scheme, host and port, no stroke at the end. `manage.py serve` gives the port that it serves on.
CONNECTOR_BASE_URL = env.str("CONNECTOR_BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
