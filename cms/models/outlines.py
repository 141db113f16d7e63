"""The outline of an area, as a council drew it. Areas without one are drawn round their postcodes (`cms.geo.hull`)."""

from django.db import models

from cms.models.places import Area


class Outline(models.Model):
    """`polygons`: as in a GeoJSON MultiPolygon (RFC 7946): polygons, rings, points of longitude and latitude."""

    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="outline")
    polygons = models.JSONField()
    attribution = models.CharField(max_length=250, blank=True)

    def __str__(self) -> str:
        return f"Outline of {self.area_id}"
