"""Whether the website of a listing is there. Invariant: a row is of one address; another one begins anew."""

from django.db import models

from cms.models import Asset


class Website(models.Model):
    """The website of one listing, as it was seen last."""

    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="+")
    url = models.URLField("address", max_length=500)
    next_on = models.DateField("looked at next on")
    seen_on = models.DateField("last there", null=True, blank=True)
    failed_days = models.PositiveSmallIntegerField("days on which it was not there", default=0)
    failed_on = models.DateField("last day on which it was not", null=True, blank=True)
    trouble = models.CharField("what is wrong", max_length=200, blank=True)

    class Meta:
        ordering = ["-failed_days", "asset__name"]

    def __str__(self) -> str:
        return f"{self.asset}: {self.trouble or 'there'}"
