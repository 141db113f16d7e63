"""What somebody did in the running demonstration is still there after a stop and `make run`, in database and index."""

import pytest

from tests.processes.installation import Installation, get, until

pytestmark = pytest.mark.processes
CIRCLE = "Weavers Fold Sewing Circle"


def test_an_edit_a_withdrawal_and_an_addition_survive_a_restart(installation: Installation) -> None:
    address = installation.make_run()
    assert CIRCLE in get(f"{address}/search/?q=embroidery")
    installation.act("publish", "Zither", 1)
    installation.act("rename", CIRCLE, "Weavers Fold Quokka Circle")
    installation.act("withdraw_named", "Stitch and Story")
    until(lambda: "Zither0 Table" in get(f"{address}/search/?q=zither0"))
    until(lambda: "Stitch and Story" not in get(f"{address}/search/?q=embroidery"))
    installation.stop()

    address = installation.make_run()
    assert "Zither0 Table" in get(f"{address}/search/?q=zither0")
    embroidery = get(f"{address}/search/?q=embroidery")
    assert "Weavers Fold Quokka Circle" in embroidery
    assert CIRCLE not in embroidery
    assert "Stitch and Story" not in embroidery
    installation.run("search_gate")
