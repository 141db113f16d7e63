"""What search keeps in the database: the log of changes, where each index stands in it, and what the ranking reads.

Invariant: no personal data. Everything but the log can be made again from the catalogue by `search_rebuild`.
"""

from django.db import models


class IndexChange(models.Model):
    """One asset to be looked at again, written in the transaction of its change.

    `xact`: the id of that transaction on PostgreSQL, which gives ids before commit; 0 on SQLite, where one writer at a
    time makes the order of `id` the order of commits.
    """

    id = models.BigAutoField(primary_key=True)
    asset_id = models.BigIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    xact = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["xact", "id"]
        indexes = [models.Index(fields=["xact", "id"], name="change_in_order")]

    def __str__(self) -> str:
        return f"change {self.pk} of asset {self.asset_id}"


class IndexPosition(models.Model):
    """How far one index has followed the log, and who is writing it now.

    `host` is empty for an index that all hosts share. `generation` is the one that the position speaks of; when it is
    not the engine's live one, the position says nothing and the index is built again. `renewed_on`: the day from which
    the dates in it were counted. `trouble`: why changes could not be brought in at the last try (`trouble_at`), in
    words that name no host; `trouble_since`: the first of the tries that failed. All empty when the last went well.
    `building` is a generation that a rebuild is filling, or was when it was broken off: dates in it are counted from
    `building_day`, listings are in it up to `built_to`, changes up to `built_xact` and `built_change`.
    """

    index = models.CharField(max_length=40)
    host = models.CharField(max_length=200, blank=True)
    generation = models.CharField(max_length=120, blank=True)
    last_xact = models.BigIntegerField(default=0)
    last_change = models.BigIntegerField(default=0)
    lease_holder = models.CharField(max_length=300, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(auto_now_add=True)
    renewed_on = models.DateField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    trouble_since = models.DateTimeField(null=True, blank=True)
    trouble_at = models.DateTimeField(null=True, blank=True)
    building = models.CharField(max_length=120, blank=True)
    building_day = models.DateField(null=True, blank=True)
    built_to = models.BigIntegerField(default=0)
    built_xact = models.BigIntegerField(default=0)
    built_change = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "host"], name="one_position_an_index")]

    def __str__(self) -> str:
        return f"{self.index} at {self.last_change}"


class IndexRejection(models.Model):
    """A listing that one index will not take as it is, and the engine's own name for why. It goes when it is taken."""

    position = models.ForeignKey(IndexPosition, on_delete=models.CASCADE, related_name="rejections")
    asset_id = models.BigIntegerField()
    reason = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["position", "asset_id"], name="one_rejection_an_asset")]

    def __str__(self) -> str:
        return f"asset {self.asset_id}: {self.reason}"


class AssetRow(models.Model):
    """What the ranking knows of one asset, packed by `search.features`. An empty `digest` marks one that is gone.

    `sequence` grows with every writing of any row, in the order of commits (see `FeatureClock`).
    """

    asset_id = models.BigIntegerField(primary_key=True)
    digest = models.CharField(max_length=64, blank=True)
    sequence = models.BigIntegerField(db_index=True)
    payload = models.BinaryField()

    class Meta:
        # Rows are wide: digests are counted and compared without reading them.
        indexes = [models.Index(fields=["asset_id", "digest"], name="row_digests")]

    def __str__(self) -> str:
        return f"row of asset {self.asset_id}"


class FeatureClock(models.Model):
    """One row that counts the writings of `AssetRow`. Writers hold it until they commit, so numbers follow commits."""

    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.last)


class TermSnapshot(models.Model):
    """In how many documents each term stands. `keys`: int64, sorted; `counts`: int32; both little-endian. Terms that
    stand in one document are left out: a key that is not there counts as one."""

    made_at = models.DateTimeField(auto_now_add=True)
    documents = models.PositiveIntegerField()
    mean_length = models.FloatField()
    keys = models.BinaryField()
    counts = models.BinaryField()

    def __str__(self) -> str:
        return f"terms of {self.documents} documents"


class TextVector(models.Model):
    """What a text means: 384 numbers as float16, little-endian. `digest` names the model, the kind and the text
    (which is not kept), so that a text is reckoned once however many listings have it.

    A `WHOLE` is a listing's text from its beginning; a `PIECE` is a short part of one.
    """

    class Kind(models.TextChoices):
        WHOLE = "w", "whole"
        PIECE = "p", "piece"

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=1, choices=Kind)
    digest = models.CharField(max_length=64, unique=True)
    vector = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["kind", "id"], name="vectors_of_a_kind")]

    def __str__(self) -> str:
        return f"vector of {self.get_kind_display()} {self.digest[:8]}"


class AssetMeaning(models.Model):
    """Which vectors belong to an asset. `whole` is empty for one that is gone; `pieces`: int64 ids, little-endian, none
    for a text that is one piece. `sequence` grows with every batch that is written, in the order of commits."""

    asset_id = models.BigIntegerField(primary_key=True)
    sequence = models.BigIntegerField(db_index=True)
    whole = models.BigIntegerField(null=True, blank=True)
    pieces = models.BinaryField(default=bytes)

    def __str__(self) -> str:
        return f"meaning of asset {self.asset_id}"
