"""The pictures of the demonstration borough: drawn for it, and put in as somebody would upload them.

Invariant: a picture is put in when something first shows it, and once.
"""

from pathlib import Path

from django.core.files.base import ContentFile

from cms.models import Picture
from connector.demo.borough import records

FILES = Path(__file__).parent / "pictures"


class Pictures:
    """Call it with a name of `pictures.json`, or nothing."""

    def __init__(self) -> None:
        self._records = {each["key"]: each for each in records("pictures")}
        self._put: dict[str, Picture] = {}

    def __call__(self, key: str | None) -> Picture | None:
        """The picture of that name. Raises KeyError for one that there is none of."""
        if not key:
            return None
        if key not in self._put:
            record = self._records[key]
            file = ContentFile((FILES / record["file"]).read_bytes(), name=record["file"])
            self._put[key] = Picture.objects.create(title=record["title"], description=record["description"], file=file)
        return self._put[key]
