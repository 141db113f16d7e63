"""What is kept of a picture: pixels, colours and words, whoever saves it and whatever was in the file."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from PIL.ExifTags import GPS, Base
from PIL.PngImagePlugin import PngInfo

from cms.models import Picture
from cms.stripping import FORMATS, MOST_PIXELS, PictureProblem, stripped
from tests.factories.pictures import PictureFactory, drawn

HERE = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (53.0, 44.0, 2.0), GPS.GPSLongitude: (2.0, 2.0, 32.0)}
SECRETS = (b"Exif", b"Maureen", b"53.7339", b"http://ns.adobe.com/xap", b"Photoshop", b"GPS", b"hidden")


def taken(*, turned: int = 1, size: tuple[int, int] = (60, 40)) -> bytes:
    """A JPEG as a telephone writes it: where it was taken, whose telephone it was, a program's notes, a comment."""
    exif = Image.Exif()
    exif[Base.Orientation] = turned
    exif[Base.Artist] = "Maureen"
    exif.get_ifd(Base.GPSInfo.value).update(HERE)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>53.7339,-2.0424</x:xmpmeta>"
    written = drawn(exif=exif, size=size, comment=b"Maureen at home", xmp=xmp)
    return written + b"hidden after the end"


def told(content: bytes) -> set[bytes]:
    return {secret for secret in SECRETS if secret in content}


def test_the_picture_that_is_tried_has_all_of_it() -> None:
    with Image.open(BytesIO(taken())) as picture:
        assert picture.getexif().get_ifd(Base.GPSInfo.value)[GPS.GPSLatitude] == (53.0, 44.0, 2.0)
    assert told(taken()) >= {b"Exif", b"Maureen", b"53.7339", b"hidden"}


def test_nothing_of_it_is_in_the_stripped_one() -> None:
    content = stripped(BytesIO(taken())).content
    assert told(content) == set()
    with Image.open(BytesIO(content)) as picture:
        assert not picture.getexif()
        assert "comment" not in picture.info


@pytest.mark.parametrize("kind", FORMATS)
def test_every_kind_stays_its_kind_and_loses_its_notes(kind: str) -> None:
    notes = PngInfo()
    notes.add_text("Author", "Maureen")
    exif = Image.Exif()
    exif[Base.Artist] = "Maureen"
    written = drawn(kind, exif=exif, **({"pnginfo": notes} if kind == "PNG" else {}))
    assert b"Maureen" in written
    bare = stripped(BytesIO(written))
    assert bare.suffix == FORMATS[kind]
    assert told(bare.content) == set()
    with Image.open(BytesIO(bare.content)) as picture:
        assert (picture.format, picture.size) == (kind, (60, 40))


def test_a_picture_taken_on_its_side_stands_upright() -> None:
    with Image.open(BytesIO(stripped(BytesIO(taken(turned=6))).content)) as picture:
        assert picture.size == (40, 60)


def test_what_can_be_seen_through_stays_so() -> None:
    written = BytesIO()
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.convert("P").save(written, format="PNG", transparency=0)
    with Image.open(BytesIO(stripped(written).content)) as picture:
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("content", [b"", b"not a picture", b"<svg onload='alert(1)'/>", drawn()[:200], drawn("GIF")])
def test_what_is_no_picture_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(PictureProblem, match="Save it as JPEG"):
        stripped(BytesIO(content))


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    side = int(MOST_PIXELS**0.5) + 1
    written = BytesIO()
    Image.new("1", (side, side)).save(written, format="PNG")
    with pytest.raises(PictureProblem, match="too large"):
        stripped(written)


@pytest.mark.django_db
class TestStored:
    def test_the_original_holds_nothing_and_nobody_names_it(self) -> None:
        picture = PictureFactory(bytes_of=taken(turned=6))
        with picture.file.open("rb") as file:
            content = file.read()
        assert told(content) == set()
        assert "Maureen" not in picture.file.name
        assert (picture.width, picture.height) == (40, 60)
        assert picture.file_size == len(content)

    def test_a_new_file_of_an_old_picture_is_stripped_too(self) -> None:
        picture = PictureFactory()
        before = picture.file.name
        picture.file = ContentFile(taken(), name="again.jpg")
        picture.save()
        with Picture.objects.get(pk=picture.pk).file.open("rb") as file:
            assert told(file.read()) == set()
        assert picture.file.name != before

    def test_saving_its_words_leaves_the_file_alone(self) -> None:
        picture = PictureFactory()
        before = (picture.file.name, picture.file_hash)
        picture.description = "A green door."
        picture.save()
        again = Picture.objects.get(pk=picture.pk)
        assert (again.file.name, again.file_hash) == before

    def test_its_words_are_never_the_name_of_its_file(self) -> None:
        assert PictureFactory(description="", title="IMG 2041").default_alt_text == ""
