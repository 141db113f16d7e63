"""Counts of the last weeks, from the table. Reads only."""

from datetime import date

from django.db.models import Sum

from connector.gaps.weeks import weeks_before
from connector.reach.deciding import WEEKS
from connector.reach.models import WeekOfReach
from connector.reach.wording import Month


def month_of(asset_id: int, today: date) -> Month:
    """This week and the ones before it that make a month. One query."""
    rows = WeekOfReach.objects.filter(asset=asset_id, week__gt=weeks_before(today, WEEKS))
    names = Month.__dataclass_fields__
    sums = rows.aggregate(**{name: Sum(name) for name in names})
    return Month(**{name: sums[name] or 0 for name in names})
