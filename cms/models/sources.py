"""Where a listing came from: sources with their licences, and which record of which source an asset is."""

from django.db import models
from modelcluster.fields import ParentalKey


class Source(models.Model):
    """A register or file that listings were read from. `cut_to_sector`: addresses may be somebody's home."""

    name = models.CharField(max_length=250, unique=True)
    licence = models.CharField(max_length=250, blank=True)
    attribution = models.CharField(max_length=400, blank=True)
    url = models.URLField(blank=True, max_length=500)
    cut_to_sector = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AssetSource(models.Model):
    """One record of a source, and the asset that it became. An asset may come from several."""

    asset = ParentalKey("cms.Asset", on_delete=models.CASCADE, related_name="sources")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="records")
    source_ref = models.CharField("id there", max_length=250, db_index=True)
    licence = models.CharField(max_length=250, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="Of the record as last read.")
    words = models.JSONField(
        "other words of the record", default=dict, blank=True, help_text="What it says that no field takes, by heading."
    )
    last_seen = models.DateTimeField()
    carried = models.BooleanField(
        "carried over", default=False, help_text="It came with an asset that turned out to be the same as this one."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_ref"], name="one_asset_a_source_record")]

    def __str__(self) -> str:
        return f"{self.source_ref} in {self.source}"
