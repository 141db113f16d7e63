"""The listings as Wagtail's database search wants them: one flat row each. Invariant: filled from the catalogue."""

from typing import ClassVar

from django.db import models
from wagtail.search import index


class FlatListing(index.Indexed, models.Model):
    """One listing with what is searched and filtered in it."""

    asset_id = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=250)
    text = models.TextField()
    kind = models.CharField(max_length=16)
    free = models.BooleanField()
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)

    search_fields: ClassVar = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("text"),
        *(index.FilterField(name) for name in ("kind", "free", "lat", "lon")),
    ]

    class Meta:
        app_label = "bench"
        indexes: ClassVar = [models.Index(fields=["lat", "lon"], name="bench_flat_point")]

    def __str__(self) -> str:
        return self.name
