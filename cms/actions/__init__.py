"""What people do to the catalogue, one file a verb. Other packages import the verbs from here.

Invariant: each verb takes keywords only, says who did it (`by`), does all of it or nothing, and leaves a line in the
asset's history (all but `note_run`, which follows evidence kept elsewhere). Whether `by` may do it is asked by whoever
calls; only approval asks again, since it is a promise.
"""

from cms.actions.answer_interests import confirm_interests, remove_interests
from cms.actions.approve_change import approve_change
from cms.actions.ask_group import answer_question, ask_group
from cms.actions.change_assets import Done, change_assets, why_left
from cms.actions.confirm_current import confirm_current
from cms.actions.introductions import set_at_limit, set_introductions
from cms.actions.join_assets import NotThere, OneAndTheSame, join_assets
from cms.actions.locking import Locked, why_locked
from cms.actions.look_at_change import ChangedSince, find_right, find_wrong, put_back
from cms.actions.note_run import note_run
from cms.actions.part_assets import NotJoined, part_assets
from cms.actions.publish_asset import publish_asset
from cms.actions.publish_many import publish_many
from cms.actions.return_change import return_change
from cms.actions.send_change import foreseen, send_change
from cms.actions.set_interest import add_interest, take_interest
from cms.actions.set_ward import set_ward
from cms.actions.set_way import set_way
from cms.actions.settle_duplicates import settle_not_same
from cms.actions.submit_change import submit_change
from cms.actions.tell_of import tell_of
from cms.actions.waiting import NothingWaits, NotWhatYouSaw
from cms.actions.withdraw_asset import withdraw_asset
from cms.actions.write_down import Written, write_down

__all__ = [
    "ChangedSince",
    "Done",
    "Locked",
    "NotJoined",
    "NotThere",
    "NotWhatYouSaw",
    "NothingWaits",
    "OneAndTheSame",
    "Written",
    "add_interest",
    "answer_question",
    "approve_change",
    "ask_group",
    "change_assets",
    "confirm_current",
    "confirm_interests",
    "find_right",
    "find_wrong",
    "foreseen",
    "join_assets",
    "note_run",
    "part_assets",
    "publish_asset",
    "publish_many",
    "put_back",
    "remove_interests",
    "return_change",
    "send_change",
    "set_at_limit",
    "set_introductions",
    "set_ward",
    "set_way",
    "settle_not_same",
    "submit_change",
    "take_interest",
    "tell_of",
    "why_left",
    "why_locked",
    "withdraw_asset",
    "write_down",
]
