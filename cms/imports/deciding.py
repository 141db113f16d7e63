"""What to do with a draft, given what the catalogue knows: the rule by which people's own edits survive.

Invariant: pure. What somebody edited here is never overwritten, what somebody took down or deleted is never brought
back, and a draft that says nothing new changes nothing.
"""

from dataclasses import dataclass
from enum import Enum

from cms.imports.drafts import AssetDraft

# Behind a record's digest: its source said "no longer active", and that is why the asset is not live.
OFF = ":off"


class Outcome(Enum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SECOND_SOURCE = "second source"
    LEFT_ALONE = "left alone"
    LOCKED = "locked"
    DELETED_HERE = "deleted here"


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue has for a draft. `record`: the digest kept for this record, None when it is new to us.

    `content`: the digest of the asset as it stands; `others`: the digests kept for its other records. `drafted`:
    somebody has a draft of it in the admin. `ever_live`: it was public once. `carried`: the record came over from an
    asset that turned out to be the same, so it is remembered and changes nothing. `locked`:
    somebody at the council works on it in peace.
    """

    record: str | None
    content: str
    others: frozenset[str] = frozenset()
    live: bool = False
    ever_live: bool = False
    drafted: bool = False
    carried: bool = False
    locked: bool = False

    @property
    def remembered(self) -> str:
        """The digest of the content that this record gave last."""
        return (self.record or "").removesuffix(OFF)

    @property
    def switched_off(self) -> bool:
        return (self.record or "").endswith(OFF)

    @property
    def is_ours(self) -> bool:
        """Nobody edited it since this record was read."""
        return not self.drafted and self.content == self.remembered

    @property
    def is_edited(self) -> bool:
        return self.drafted or self.content not in self.others | {self.remembered}


@dataclass(frozen=True, slots=True)
class Decision:
    """`write`: put the draft's content in. `live`: make it so; None leaves it. `digest`: to keep; "" leaves it."""

    outcome: Outcome
    write: bool = False
    live: bool | None = None
    digest: str = ""


def decide(draft: AssetDraft, known: Known | None, *, publish: bool, deleted_here: bool = False) -> Decision:
    """The rule. `known` is None for an asset that the catalogue does not have."""
    digest = draft.content.digest
    if known is None:
        if deleted_here:
            return Decision(Outcome.DELETED_HERE)
        return Decision(Outcome.NEW, True, publish and draft.active, digest if draft.active else digest + OFF)
    if known.record is None:
        return Decision(Outcome.SECOND_SOURCE, digest=digest if draft.active else digest + OFF)
    if known.carried:
        return Decision(Outcome.UNCHANGED, digest=digest if draft.active else digest + OFF)
    live = _live(draft, known, publish)
    same = known.remembered == digest
    if same and live is None:
        return Decision(Outcome.UNCHANGED)
    if known.locked:
        return Decision(Outcome.LOCKED)
    if known.is_edited:
        return Decision(Outcome.LEFT_ALONE)
    if not known.is_ours:  # another source's record is what people read; this one's is only remembered
        return Decision(Outcome.UNCHANGED, digest=digest + (OFF if known.switched_off else ""))
    return Decision(Outcome.CHANGED, not same, live, digest + ("" if live else _mark(draft, known)))


def _live(draft: AssetDraft, known: Known, publish: bool) -> bool | None:
    if not draft.active:
        return False if known.live and not known.switched_off else None
    ours_to_publish = not known.ever_live or known.switched_off
    return True if publish and not known.live and ours_to_publish else None


def _mark(draft: AssetDraft, known: Known) -> str:
    """Whether it is down because its source says so; one that somebody took down before stays theirs."""
    if draft.active:
        return OFF if known.switched_off and not known.live and known.ever_live else ""
    return OFF if known.live or known.switched_off or not known.ever_live else ""
