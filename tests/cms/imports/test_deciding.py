"""The rule by which people's own edits survive an import, as a table."""

import pytest

from cms.imports.deciding import OFF, Decision, Known, Outcome, decide
from cms.imports.drafts import AssetDraft, Content

NEW_TEXT = Content("group", "Sewing", "New words")
OLD_TEXT = Content("group", "Sewing", "Old words")
BY_HAND = Content("group", "Sewing", "Somebody's words").digest
OLD, NEW = OLD_TEXT.digest, NEW_TEXT.digest


def draft(content: Content = OLD_TEXT, *, active: bool = True) -> AssetDraft:
    return AssetDraft("list", "1", content, active=active)


def known(record: str | None = OLD, content: str = OLD, **more: object) -> Known:
    return Known(record, content, **{"live": True, "ever_live": True, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "given", "state", "publish", "decision"),
    [
        ("a new one is published when asked", draft(), None, True, Decision(Outcome.NEW, True, True, OLD)),
        ("and waits when not", draft(), None, False, Decision(Outcome.NEW, True, False, OLD)),
        ("an inactive one is never", draft(active=False), None, True, Decision(Outcome.NEW, True, False, OLD + OFF)),
        ("the same again changes nothing", draft(), known(), True, Decision(Outcome.UNCHANGED)),
        ("the same, edited here, changes nothing", draft(), known(content=BY_HAND), True, Decision(Outcome.UNCHANGED)),
        ("new words are put in", draft(NEW_TEXT), known(), True, Decision(Outcome.CHANGED, True, None, NEW)),
        ("but not over an edit", draft(NEW_TEXT), known(content=BY_HAND), True, Decision(Outcome.LEFT_ALONE)),
        ("nor under a draft", draft(NEW_TEXT), known(drafted=True), True, Decision(Outcome.LEFT_ALONE)),
        ("nor under somebody's hands", draft(NEW_TEXT), known(locked=True), True, Decision(Outcome.LOCKED)),
        ("a record that came over is remembered", draft(NEW_TEXT), known(carried=True), True,
         Decision(Outcome.UNCHANGED, digest=NEW)),
        ("and ends nothing", draft(active=False), known(carried=True), True,
         Decision(Outcome.UNCHANGED, digest=OLD + OFF)),
        ("a record without a digest is taken for edited", draft(NEW_TEXT), known(record=""), True,
         Decision(Outcome.LEFT_ALONE)),
        ("words of another source stay", draft(NEW_TEXT), known(content=BY_HAND, others=frozenset({BY_HAND})), True,
         Decision(Outcome.UNCHANGED, digest=NEW)),
        ("another source is remembered", draft(NEW_TEXT), known(record=None), True,
         Decision(Outcome.SECOND_SOURCE, digest=NEW)),
        ("a waiting one is published later", draft(), known(live=False, ever_live=False), True,
         Decision(Outcome.CHANGED, False, True, OLD)),
        ("one taken down by hand stays down", draft(), known(live=False), True, Decision(Outcome.UNCHANGED)),
        ("also with new words", draft(NEW_TEXT), known(live=False), True, Decision(Outcome.CHANGED, True, None, NEW)),
        ("what its source ends is taken down", draft(active=False), known(), True,
         Decision(Outcome.CHANGED, False, False, OLD + OFF)),
        ("unless it was edited", draft(active=False), known(content=BY_HAND), True, Decision(Outcome.LEFT_ALONE)),
        ("once", draft(active=False), known(record=OLD + OFF, live=False), True, Decision(Outcome.UNCHANGED)),
        ("and not again when somebody put it back", draft(active=False), known(record=OLD + OFF), True,
         Decision(Outcome.UNCHANGED)),
        ("what its source takes up again is put back", draft(), known(record=OLD + OFF, live=False), True,
         Decision(Outcome.CHANGED, False, True, OLD)),
        ("when asked", draft(), known(record=OLD + OFF, live=False), False, Decision(Outcome.UNCHANGED)),
        ("taken down by hand before its source ended it: stays somebody's", draft(NEW_TEXT, active=False),
         known(live=False), True, Decision(Outcome.CHANGED, True, None, NEW)),
    ],
)  # fmt: skip
def test_what_is_done(what: str, given: AssetDraft, state: Known | None, publish: bool, decision: Decision) -> None:
    assert decide(given, state, publish=publish) == decision, what


def test_what_somebody_deleted_is_not_made_again() -> None:
    assert decide(draft(), None, publish=True, deleted_here=True) == Decision(Outcome.DELETED_HERE)


def test_a_second_look_at_what_was_put_back_changes_nothing() -> None:
    back = decide(draft(), known(record=OLD + OFF, live=False), publish=True)
    assert decide(draft(), known(record=back.digest), publish=True) == Decision(Outcome.UNCHANGED)
