"""Make an asset, as it is in hand, what people see."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Revision

from cms.models import Asset


@transaction.atomic
def publish_asset(*, asset: Asset, by: AbstractBaseUser | None) -> Revision:
    """Save the asset and its parts as a revision and put it live, as the admin's own button does.

    A new asset is saved first. A change that waited for a look is ended by it, as it is in the admin. Raises
    ValidationError for what does not hold together; then nothing is changed. `asset` is stale afterwards.
    """
    if asset.pk is None:
        asset.live = False
        asset.save()
    revision = asset.save_revision(user=by, log_action=True)
    PublishRevisionAction(revision, user=by).execute(skip_permission_checks=True)
    return revision
