"""What is old goes by itself: every purge is among the day's duties, done by the worker that sends."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from connector.claiming.models import Claim
from connector.corrections.models import Correction
from connector.joining.models import NewListing
from connector.notifications import duties
from connector.notifications.worker import work_once
from tests.factories.claims import ClaimFactory
from tests.factories.corrections import CorrectionFactory
from tests.factories.joining import NewListingFactory

pytestmark = pytest.mark.django_db
PURGES = ("tidy the outbox", "forget old claims", "empty old corrections", "forget unfinished new listings")


def test_what_is_old_goes_by_itself(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duties, "_duties", {name: duties._duties[name] for name in PURGES})
    days = settings.CONNECTOR_KEEP_SENT_DAYS
    old, young = timezone.now() - timedelta(days=days + 1), timezone.now() - timedelta(days=days - 1)
    for settled in (old, young):
        ClaimFactory(state=Claim.State.AGREED, settled_at=settled)
        CorrectionFactory(words="It is on Fridays.", state=Correction.State.RIGHTED, answered_at=settled)
    NewListingFactory(changed_at=timezone.now() - timedelta(days=settings.CONNECTOR_UNFINISHED_DAYS + 1))
    work_once()
    assert [claim.settled_at for claim in Claim.objects.all()] == [young]
    assert sorted(Correction.objects.values_list("words", flat=True)) == ["", "It is on Fridays."]
    assert not NewListing.objects.exists()
