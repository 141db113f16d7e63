"""A connector rang the group, or went there, and writes down its answer: yes, no or in part. People read it at once."""

from django.db import transaction

from cms.actions import Written, write_down
from cms.models import Asset
from connector.accounts.models import User
from connector.asking.models import AccessQuestion
from connector.asking.subjects import put_answer

State = AccessQuestion.State


@transaction.atomic
def write_down_answer(
    *, asset: Asset, subject: str, state: str, by: User, who: str, how: str, words: str = ""
) -> Written:
    """The question closes when people can read the answer; of a listing that was taken down it stays as it is. `who`
    said so, a first name or nothing; `how`: "by telephone"; `words`:
    the answer where it is in words. Raises Locked."""

    def put(version: Asset) -> None:
        put_answer(version, subject, state, words)

    written = write_down(asset=asset, put=put, by=by, who=who, how=how)
    if written is not Written.NOT_LIVE:
        rows = AccessQuestion.objects.filter(asset=asset, subject=subject, state__in=(State.OPEN, State.UNSURE))
        rows.update(state=State.ASKED, unsure_on=None)
    return written
