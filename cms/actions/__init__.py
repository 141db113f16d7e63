"""What people do to the catalogue, one file a verb. Other packages import the verbs from here.

Invariant: each verb takes keywords only, says who did it (`by`), does all of it or nothing, and leaves a line in the
asset's history. Whether `by` may do it is asked by whoever calls; only approval asks again, since it is a promise.
"""

from cms.actions.answer_interests import confirm_interests, remove_interests
from cms.actions.approve_change import approve_change
from cms.actions.confirm_current import confirm_current
from cms.actions.join_assets import NotThere, OneAndTheSame, join_assets
from cms.actions.publish_asset import publish_asset
from cms.actions.return_change import return_change
from cms.actions.settle_duplicates import settle_not_same
from cms.actions.submit_change import submit_change
from cms.actions.waiting import NothingWaits
from cms.actions.withdraw_asset import withdraw_asset

__all__ = [
    "NotThere",
    "NothingWaits",
    "OneAndTheSame",
    "approve_change",
    "confirm_current",
    "confirm_interests",
    "join_assets",
    "publish_asset",
    "remove_interests",
    "return_change",
    "settle_not_same",
    "submit_change",
    "withdraw_asset",
]
