"""Whose the demonstration is. Invariant: written once; what somebody changed in Wagtail stays."""

from connector.council.models import Council


def seed_council() -> None:
    """The invented council, with a number that Ofcom keeps free for stories."""
    if not Council.objects.exists():
        Council.objects.create(name="Tenterclough Council", area="Tenterclough", phone="01632 960 100")
