"""Which languages pages can be read in. English is the source of every text and has no mark in its addresses."""

from django.core.exceptions import ImproperlyConfigured

from connector.settings._paths import BASE_DIR, env

LANGUAGE_CODE = "en-gb"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
# As somebody who reads the language calls it.
_SPOKEN = {"en": (LANGUAGE_CODE, "English"), "cy": ("cy", "Cymraeg")}

CONNECTOR_LANGUAGES = env.list("CONNECTOR_LANGUAGES", default=["en"])
if "en" not in CONNECTOR_LANGUAGES or not set(CONNECTOR_LANGUAGES) <= set(_SPOKEN):
    raise ImproperlyConfigured("Set CONNECTOR_LANGUAGES to en, or to en,cy for Welsh as well.")
LANGUAGES = [_SPOKEN[code] for code in dict.fromkeys(CONNECTOR_LANGUAGES)]
