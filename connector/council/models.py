"""Whose directory this is. One row, which administrators change in Wagtail under Settings.

Invariant: every value has been checked before it is saved, whoever saves it; a database without the row has a
directory without a council's name, and pages say nothing in its place.
"""

import hashlib
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.geo.gazetteer import NotFound
from cms.geo.sources import national_gazetteer
from connector.council.colours import band, colour, links
from connector.council.style import stylesheet


@register_setting(icon="home")
class Council(BaseGenericSetting):
    """The council: what people see of it on every page."""

    directory = models.CharField(
        "name of the directory",
        max_length=40,
        default="Connector",
        help_text="What people call it, such as Tenterclough Together. It stands at the top of every page.",
    )
    name = models.CharField(
        "whose it is", max_length=60, blank=True, help_text="Such as Tenterclough Council. Small, below the name."
    )
    area = models.CharField(
        max_length=60, blank=True, help_text="As people call it: Tenterclough, or the Calder Valley."
    )
    strapline = models.CharField(
        max_length=120, blank=True, help_text="One line below the question on the front page. None is fine."
    )
    middle = models.CharField(
        "a postcode in the middle of it",
        max_length=60,
        blank=True,
        help_text="Or the name of a place. Where many places share a name, the one near here is meant.",
    )
    phone = models.CharField(
        "number to ring",
        max_length=30,
        blank=True,
        help_text="For whoever is stuck. It stands on take-home pages, in messages, and at the foot of every page.",
    )
    email = models.EmailField("address to write to", blank=True)
    band_colour = models.CharField(
        "colour of the band at the top", max_length=20, blank=True, help_text="Such as #17294F. None: as it comes."
    )
    link_colour = models.CharField(
        "colour of links and buttons", max_length=20, blank=True, help_text="Such as #24427C. None: as it comes."
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("directory"), FieldPanel("name"), FieldPanel("strapline")], "Name"),
        MultiFieldPanel([FieldPanel("area"), FieldPanel("middle")], "Area"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email")], "Contact"),
        MultiFieldPanel(
            [FieldPanel("band_colour"), FieldPanel("link_colour")],
            "Colours",
            help_text="Each is tried against every background it can lie on. The dark theme is worked out from them.",
        ),
    ]

    class Meta:
        verbose_name = "council"

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, str] = {}
        for field, shade in (("band_colour", band), ("link_colour", links)):
            try:
                if written := getattr(self, field).strip():
                    setattr(self, field, colour(written))
                    shade(getattr(self, field))
            except ValueError as problem:
                wrong[field] = str(problem)
        if self.middle and isinstance(found := national_gazetteer().find(self.middle), NotFound):
            wrong["middle"] = str(found)
        if wrong:
            raise ValidationError(wrong)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.full_clean(exclude=["id"])
        super().save(*args, **kwargs)

    @property
    def stylesheet(self) -> str:
        """The colours as CSS; empty where they are as they come."""
        return stylesheet(band_colour=self.band_colour, link_colour=self.link_colour)

    @property
    def colours(self) -> str:
        """Another text for every other pair of colours, for the address of the stylesheet; empty without any."""
        return hashlib.sha256(self.stylesheet.encode()).hexdigest()[:12] if self.stylesheet else ""
