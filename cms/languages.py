"""Words in the language of whoever reads, for modules that know nothing else of Django.

Invariant: asked for at the time of use, so that what comes back is text in the language of the page that it is for.
"""

from django.utils.translation import gettext, ngettext, pgettext

__all__ = ["gettext", "ngettext", "pgettext"]
