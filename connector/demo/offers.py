"""A handful of people of the borough who would share something: three that workers find, two that wait for a connector.

Invariant: through the same doors as anybody's, and once: never beside offers that are there already.
"""

from uuid import uuid4

from connector.accounts.models import User
from connector.council.current import council
from connector.demo.borough import Record, records
from connector.offers.actions.look_at_offer import agree_offer
from connector.offers.actions.send_offer import prove_offer, send_offer
from connector.offers.heard import heard
from connector.offers.models import Offer
from connector.offers.times import times
from connector.offers.wording import agreement


def seed_offers(*, by: User) -> int:
    """How many workers can find now of those that were made. `by`: the connector who says yes."""
    if Offer.objects.exists():
        return 0
    return sum(_seed(each, by) for each in records("offers"))


def _seed(record: Record, by: User) -> bool:
    agreed = agreement(council().directory, times().runs)
    offer = send_offer(mark=uuid4().hex, answers=_answers(record), agreed_words=agreed)
    prove_offer(offer=offer)
    if not record["agreed"]:
        return False
    return agree_offer(offer=offer, by=by, title=record["title"], words=record["words"], rung=True)


def _answers(record: Record) -> Record:
    """As somebody gives them on the six screens."""
    return {
        "what": {"words": record["words"]},
        "heard": {"codes": [chip.code for chip in heard(record["words"])], "off": []},
        "where": {"code": record["ward"], "ward": "", "sector": ""},
        "when": {name: record[name] for name in ("when", "often", "condition")},
        "you": {name: record[name] for name in ("first_name", "email", "phone")},
    }
