"""What is left for connectors. A silent listing settles itself once it gives a sign of life, or is out no more."""

from datetime import date

from django.db.models import F, Q

from connector.stewardship.models import Task


def close_settled(today: date) -> int:
    """Take away what needs nobody any more. How many."""
    silent = Task.objects.filter(what__in=(Task.What.SILENT, Task.What.NO_SIGN), done_on=None)
    alive = Q(asset__confirmed_on__gte=F("made_on")) | Q(asset__ran_on__gte=F("made_on"))
    return silent.filter(alive | Q(asset__live=False)).delete()[0]
