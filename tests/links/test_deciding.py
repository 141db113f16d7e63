"""How a link stands, as a table; and what is said of each standing."""

from datetime import UTC, datetime, timedelta

import pytest

from connector.links.deciding import Sent, Standing, standing_of
from connector.links.words import ENDED

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)

TABLE = {
    "good": (Sent("confirm", AFTER), "confirm", Standing.VALID),
    "never sent": (None, "confirm", Standing.UNKNOWN),
    "for something else": (Sent("stop", AFTER), "confirm", Standing.WRONG_PURPOSE),
    "for what nothing registers": (Sent("confirm", AFTER), "", Standing.WRONG_PURPOSE),
    "taken back": (Sent("confirm", AFTER, revoked_at=BEFORE), "confirm", Standing.REVOKED),
    "taken back, and run out": (Sent("confirm", BEFORE, revoked_at=BEFORE), "confirm", Standing.REVOKED),
    "run out": (Sent("confirm", BEFORE), "confirm", Standing.EXPIRED),
    "runs out this moment": (Sent("confirm", NOW), "confirm", Standing.EXPIRED),
    "used, and may be again": (Sent("confirm", AFTER, used_at=BEFORE), "confirm", Standing.VALID),
    "used, once only": (Sent("confirm", AFTER, used_at=BEFORE, single_use=True), "confirm", Standing.USED),
    "not used yet, once only": (Sent("confirm", AFTER, single_use=True), "confirm", Standing.VALID),
    "used and run out": (Sent("confirm", BEFORE, used_at=BEFORE, single_use=True), "confirm", Standing.USED),
    "for something else, taken back": (Sent("stop", AFTER, revoked_at=BEFORE), "confirm", Standing.WRONG_PURPOSE),
}


@pytest.mark.parametrize(("sent", "purpose", "standing"), TABLE.values(), ids=TABLE)
def test_how_it_stands(sent: Sent | None, purpose: str, standing: Standing) -> None:
    assert standing_of(sent, purpose=purpose, now=NOW) is standing


def test_every_standing_but_a_good_one_is_told_and_says_what_to_do() -> None:
    assert set(ENDED) == set(Standing) - {Standing.VALID}
    assert all(told.words and told.next_step and told.status in {404, 410} for told in ENDED.values())
    assert len({told.heading for told in ENDED.values()}) == len(ENDED)
