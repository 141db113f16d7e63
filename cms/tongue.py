"""The one door from modules that only compose sentences to the words of the reader's language.

Invariant: nothing is decided here. What comes through the door is read by people; facts, codes and what reads English
never pass it (see docs/adr/0017-words-come-through-one-door.md).
"""

from django.utils.translation import gettext, gettext_noop, ngettext, pgettext

__all__ = ["gettext", "gettext_noop", "ngettext", "pgettext"]
