"""What an asset costs, price by price. The asset's `cost` and `cost_pence` are their summary."""

from django.db import models
from modelcluster.fields import ParentalKey

from cms.costs import Price, line


class CostOption(models.Model):
    """One price (Open Referral: cost option)."""

    class Per(models.TextChoices):
        SESSION = "session", "each time"
        HOUR = "hour", "an hour"
        DAY = "day", "a day"
        WEEK = "week", "a week"
        MONTH = "month", "a month"
        TERM = "term", "a term"
        COURSE = "course", "for the course"
        YEAR = "year", "a year"
        ONCE = "once", "once"

    asset = ParentalKey("cms.Asset", on_delete=models.CASCADE, related_name="cost_options")
    label = models.CharField(
        "for whom or what", max_length=80, blank=True, help_text="Under 16, or: Hire of a bat. Empty for everybody."
    )
    pence = models.PositiveIntegerField("how much", help_text="In pence. 0 is free.")
    per = models.CharField("how often it is paid", max_length=8, choices=Per.choices, default=Per.SESSION)
    concession = models.BooleanField("a reduction", default=False, help_text="Only for some, who can ask for it.")

    def __str__(self) -> str:
        return line(self.price)

    @property
    def price(self) -> Price:
        """As a plain value."""
        return Price(pence=self.pence, per=self.per, label=self.label, concession=self.concession)
