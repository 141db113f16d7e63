"""A connector rang the group, or went there, and writes down its answer: yes, no or in part. People read it at once."""

from django.db import transaction

from cms.actions import Written, write_down
from cms.models import Asset
from cms.selfservice.access_answers import put_access
from connector.accounts.models import User
from connector.asking.models import AccessQuestion

State = AccessQuestion.State


@transaction.atomic
def write_down_answer(*, asset: Asset, subject: str, state: str, by: User, who: str, how: str) -> Written:
    """The question closes when people can read the answer; of a listing that was taken down it stays as it is. `who`
    said so, a first name or nothing; `how`: "by telephone". Raises Locked."""
    fact = {subject: {"state": state, "note": ""}}
    written = write_down(asset=asset, put=lambda version: put_access(version, fact), by=by, who=who, how=how)
    if written is not Written.NOT_LIVE:
        rows = AccessQuestion.objects.filter(asset=asset, subject=subject, state__in=(State.OPEN, State.UNSURE))
        rows.update(state=State.ASKED, unsure_on=None)
    return written
