"""What a connector may do to many assets, or to many places, at once.

Invariant: each does what the edit page would do, by the same verbs; whatever was left as it was is named, with why.
"""

from collections.abc import Iterable
from typing import Any

from django import forms

from cms.actions import (
    Done,
    add_interest,
    change_assets,
    confirm_current,
    confirm_interests,
    publish_many,
    set_ward,
    take_interest,
    withdraw_asset,
)
from cms.models import Area, Asset, AssetInterest, Interest, Kind, Organisation, Place
from cms.viewsets.listed import DeleteListed, ListedAction


class AssetAction(ListedAction):
    """`act` does it to these keys; the form's fields are its keywords."""

    models = [Asset]

    def act(self, keys: list[int], **given: Any) -> Done:
        raise NotImplementedError

    @classmethod
    def execute_action(cls, objects: Iterable[Any], **kwargs: Any) -> tuple[int, int]:
        page = kwargs["self"]
        result = page.act([row.pk for row in objects], **page.cleaned_form.cleaned_data)
        page.left = result.left
        return result.changed, 0


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Why", max_length=200, help_text="It stays in the history of each: closed for good.")


class WhoForm(forms.Form):
    who = forms.CharField(label="Who says so", max_length=80, help_text="A first name, or the part they play.")
    how = forms.CharField(label="How", max_length=40, required=False, help_text="by telephone")


class InterestForm(forms.Form):
    interest = forms.ModelChoiceField(Interest.objects.filter(live=True))


class KindForm(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices)


class WardForm(forms.Form):
    ward = forms.ModelChoiceField(Area.objects.all(), label="Ward or district")


class Publish(AssetAction):
    display_name = "Publish"
    action_type = "publish"
    aria_label = "Publish the ticked assets"
    action_priority = 10
    permission = "cms.publish_asset"
    question = "Shall people see these?"
    answer = "Yes, publish them"
    done = "{} published."

    def act(self, keys: list[int], **given: Any) -> Done:
        return publish_many(assets=keys, by=self.request.user)


class Withdraw(AssetAction):
    display_name = "Unpublish"
    action_type = "withdraw"
    aria_label = "Unpublish the ticked assets"
    action_priority = 20
    permission = "cms.publish_asset"
    form_class = ReasonForm
    question = "Shall nobody see these any more?"
    answer = "Yes, unpublish them"
    done = "{} unpublished."

    def act(self, keys: list[int], **given: Any) -> Done:
        live = Asset.objects.filter(pk__in=keys, live=True)
        return Done(sum(self._withdrawn(asset, given["reason"]) for asset in live))

    def _withdrawn(self, asset: Asset, reason: str) -> bool:
        withdraw_asset(asset=asset, by=self.request.user, reason=reason)
        return True


class ConfirmCurrent(AssetAction):
    display_name = "Still right"
    action_type = "current"
    aria_label = "Say that the ticked assets are still right"
    action_priority = 30
    form_class = WhoForm
    question = "Does somebody who knows say that these are still right?"
    answer = "Yes, they are still right"
    done = "{} confirmed as still right."

    def act(self, keys: list[int], **given: Any) -> Done:
        assets = list(Asset.objects.filter(pk__in=keys))
        for asset in assets:
            confirm_current(asset=asset, by=self.request.user, **given)
        return Done(len(assets))


class ConfirmSuggested(AssetAction):
    display_name = "Confirm interests"
    action_type = "interests"
    aria_label = "Confirm all suggested interests of the ticked assets"
    action_priority = 40
    question = "Are all the suggested interests of these right?"
    answer = "Yes, confirm them"
    done = "{} interests confirmed."

    def act(self, keys: list[int], **given: Any) -> Done:
        rows = AssetInterest.objects.filter(asset__in=keys, state=AssetInterest.State.SUGGESTED)
        return Done(confirm_interests(rows=rows.values_list("pk", flat=True), by=self.request.user))


class AddInterest(AssetAction):
    display_name = "Add an interest"
    action_type = "add-interest"
    aria_label = "Add an interest to the ticked assets"
    action_priority = 50
    form_class = InterestForm
    question = "Which interest do these meet?"
    answer = "Add it"

    def act(self, keys: list[int], **given: Any) -> Done:
        return Done(add_interest(assets=keys, by=self.request.user, **given))


class TakeInterest(AssetAction):
    display_name = "Take an interest off"
    action_type = "take-interest"
    aria_label = "Take an interest off the ticked assets"
    action_priority = 60
    form_class = InterestForm
    question = "Which interest do these not meet? It will not be suggested again."
    answer = "Take it off"

    def act(self, keys: list[int], **given: Any) -> Done:
        return Done(take_interest(assets=keys, by=self.request.user, **given))


class SetKind(AssetAction):
    display_name = "Set the kind"
    action_type = "kind"
    aria_label = "Set the kind of the ticked assets"
    action_priority = 70
    form_class = KindForm
    question = "What kind of asset are these?"
    answer = "Set it"

    def act(self, keys: list[int], **given: Any) -> Done:
        return change_assets(assets=keys, values=given, by=self.request.user)


class SetWard(AssetAction):
    models = [Place]
    display_name = "Set the ward"
    action_type = "ward"
    aria_label = "Set the ward of the ticked places"
    permission = "cms.change_place"
    form_class = WardForm
    question = "Which ward or district are these places in?"
    answer = "Set it"

    def act(self, keys: list[int], **given: Any) -> Done:
        return Done(set_ward(places=keys, by=self.request.user, **given))


class Delete(DeleteListed):
    """In the place of Wagtail's own, for which "all in this listing" is all that there is."""

    models = [Asset, Organisation, Place, Interest]


ACTIONS = (
    Publish,
    Withdraw,
    ConfirmCurrent,
    ConfirmSuggested,
    AddInterest,
    TakeInterest,
    SetKind,
    SetWard,
    Delete,
)
