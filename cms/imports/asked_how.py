"""How contacts like to be asked is theirs, and no file says it: it stays when an import writes their asset again.

Invariant: somebody is known again by number or e-mail address; whoever is not in the file any more takes theirs along.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from cms.models import Contact
from cms.models.reached import Reached

SAID: Final = tuple(field.name for field in Reached._meta.fields)
Before = Mapping[int, Sequence[Contact]]


def said_before(assets: Collection[int]) -> Before:
    """By asset id, the contacts that said how they like to be asked. One query."""
    found: defaultdict[int, list[Contact]] = defaultdict(list)
    silent = dict.fromkeys(SAID, "")
    for contact in Contact.objects.filter(asset__in=assets).exclude(**silent).order_by("pk"):
        found[contact.asset_id].append(contact)
    return found


def kept(contacts: Iterable[Contact], before: Before) -> Iterator[Contact]:
    """The same contacts, with what each said before."""
    for contact in contacts:
        for old in before.get(contact.asset_id, ()):
            if _ways(old) & _ways(contact):
                for name in SAID:
                    setattr(contact, name, getattr(old, name))
        yield contact


def _ways(contact: Contact) -> set[str]:
    return {"".join(filter(str.isdigit, contact.phone)), contact.email.strip().lower()} - {""}
