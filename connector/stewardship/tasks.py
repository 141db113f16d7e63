"""What is left for connectors. A silent listing settles itself once it is confirmed, or is out no more."""

from datetime import date

from django.db.models import F

from connector.stewardship.models import Task


def close_settled(today: date) -> int:
    """Take away what needs nobody any more. How many."""
    silent = Task.objects.filter(what=Task.What.SILENT, done_on=None)
    return (
        silent.filter(asset__confirmed_on__gte=F("made_on")).delete()[0] + silent.filter(asset__live=False).delete()[0]
    )
