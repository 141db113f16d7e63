"""Pictures: a plain one drawn here, and its renditions."""

from io import BytesIO

import factory
from django.core.files.base import ContentFile
from PIL import Image

from cms.models import Picture, PictureRendition


def drawn(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **saved: object) -> bytes:
    """The bytes of a blue picture. `saved`: what is written beside it (`exif`, `pnginfo`)."""
    written = BytesIO()
    Image.new("RGB", size, (36, 66, 124)).save(written, format=kind, **saved)
    return written.getvalue()


class PictureFactory(factory.django.DjangoModelFactory):
    """`bytes_of`: the file as somebody took it."""

    class Meta:
        model = Picture

    class Params:
        bytes_of = factory.LazyFunction(drawn)

    title = "Door"
    description = "A blue door at the side, with a handrail."
    file = factory.LazyAttribute(lambda made: ContentFile(made.bytes_of, name="IMG_2041 Maureen.jpg"))


class PictureRenditionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PictureRendition

    image = factory.SubFactory(PictureFactory)
    filter_spec = "width-30"
    file = factory.LazyFunction(lambda: ContentFile(drawn(size=(30, 20)), name="door.width-30.jpg"))
