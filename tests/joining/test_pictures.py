"""Pictures that nothing uses go by themselves, and none that anything uses or could still be put back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from cms.models import Asset, Picture
from connector.joining.actions.forget_pictures import forget_pictures
from connector.joining.actions.keep_picture import TITLE
from connector.joining.daily import forget
from tests.factories.assets import AssetFactory
from tests.factories.changes import GroupChangeFactory
from tests.factories.joining import NewListingFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pictures import PictureFactory
from tests.factories.places import PlaceFactory

pytestmark = pytest.mark.django_db


def taken(days: int, title: str = TITLE) -> Picture:
    picture = PictureFactory(title=title)
    Picture.objects.filter(pk=picture.pk).update(created_at=timezone.now() - timedelta(days=days))
    return picture


def in_a_draft(picture: Picture) -> None:
    asset = AssetFactory()
    asset.picture = picture
    asset.save_revision()


def in_a_change(picture: Picture) -> None:
    GroupChangeFactory(kept={"before": {"picture": picture.pk}, "after": {}}, sent_at=timezone.now())


def in_an_older_version(picture: Picture) -> None:
    asset = AssetFactory(picture=picture)
    asset.save_revision()
    asset.picture = None
    asset.save_revision().publish()


USES: dict[str, Callable[[Picture], object]] = {
    "shown": lambda picture: AssetFactory(picture=picture),
    "the door": lambda picture: AssetFactory(first_picture=picture),
    "of a place": lambda picture: PlaceFactory(picture=picture),
    "of an organisation": lambda picture: OrganisationFactory(picture=picture),
    "in a draft": in_a_draft,
    "in answers": lambda picture: NewListingFactory(answers={"later": {"picture": {"picture": picture.pk}}}),
    "in a change that may be put back": in_a_change,
    "in a version of late": in_an_older_version,
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_what_is_used_stays(use: Callable[[Picture], object]) -> None:
    picture = taken(400)
    use(picture)
    assert forget_pictures(now=timezone.now()) == 0
    assert Picture.objects.get() == picture


def test_what_nothing_uses_goes_file_and_all(
    settings: Settings, tmp_path: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.CONNECTOR_UNFINISHED_DAYS = 30
    # In a folder: a file in memory is known to the storage that wrote it alone.
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"default": folder}
    old, young, staffs = taken(31), taken(29), taken(400, "The door in Carder Street")
    name = old.file.name
    assert default_storage.exists(name)
    assert forget_pictures(now=timezone.now(), dry_run=True) == 1
    with django_capture_on_commit_callbacks(execute=True):
        forget(timezone.localdate())
    assert set(Picture.objects.all()) == {young, staffs}
    assert not default_storage.exists(name)


def test_what_was_replaced_long_ago_goes() -> None:
    picture = taken(400)
    in_an_older_version(picture)
    assert forget_pictures(now=timezone.now() + timedelta(days=60)) == 1
    assert Asset.objects.get().picture is None
