"""Pictures that came with a new listing or a change and are used by nothing any more go, file and all."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q
from wagtail.models import ReferenceIndex, Revision

from cms.models import Asset, GroupChange, Organisation, Picture, Place
from connector.joining.actions.keep_picture import TITLE
from connector.joining.models import NewListing

FIELDS: Final = ("picture", "first_picture")


def forget_pictures(*, now: datetime, dry_run: bool = False) -> int:
    """Those older than `CONNECTOR_UNFINISHED_DAYS` that nothing shows, no newest draft names, and no version or change
    of the last so many days: what was just replaced can still be put back. How many. Pictures that staff put in, or
    gave a name of their own, are left alone."""
    since = now - timedelta(days=settings.CONNECTOR_UNFINISHED_DAYS)
    rows = [each for each in Picture.objects.filter(title=TITLE, created_at__lt=since) if not _used(each, since)]
    if not dry_run:
        for each in rows:
            each.delete()
    return len(rows)


def _used(picture: Picture, since: datetime) -> bool:
    return _shown(picture) or _versioned(picture, since) or ReferenceIndex.get_references_to(picture).exists()


def _shown(picture: Picture) -> bool:
    """By what people see, by the newest draft of it, or by what somebody tells us just now."""
    drafts = Q(latest_revision__content__picture=picture.pk)
    mine = Q(picture=picture)
    of_assets = mine | drafts | Q(first_picture=picture) | Q(latest_revision__content__first_picture=picture.pk)
    return (
        Asset.objects.filter(of_assets).exists()
        or Place.objects.filter(mine | drafts).exists()
        or Organisation.objects.filter(mine | drafts).exists()
        or NewListing.objects.filter(answers__later__picture__picture=picture.pk).exists()
    )


def _versioned(picture: Picture, since: datetime) -> bool:
    """By a version or a change of late."""
    kept, versions = Q(), Q()
    for field in FIELDS:
        versions |= Q((f"content__{field}", picture.pk))
        kept |= Q((f"kept__before__{field}", picture.pk)) | Q((f"kept__after__{field}", picture.pk))
    lately = Revision.objects.filter(versions, created_at__gt=since)
    return lately.exists() or GroupChange.objects.filter(kept, sent_at__gt=since).exists()
