"""The forms of an asset, a place, an interest and an access fact: what has to hold between several fields.

Invariant: an error stands beside the field that has to change and says what to do. Drafts may be unfinished.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.access import GETTING_IN
from cms.models import AccessFact, InterestRelation
from cms.panels.fields import LinesField, PoundsField


class AccessForm(WagtailAdminModelForm):
    """One access fact. A new one that says "not known" and no more is not kept: that is what having none means."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in (("state", "so it is"), ("note", "note")):
            self.fields[name].widget.attrs["aria-label"] = f"{self.subject_label}: {words}"

    @property
    def subject_label(self) -> str:
        """What it is about, for people."""
        return str(dict(AccessFact.Subject.choices).get(self["subject"].value(), ""))

    def has_changed(self) -> bool:
        unsaid = self["state"].value() == AccessFact.State.UNKNOWN and not self["note"].value()
        return bool(super().has_changed()) and not (self.instance.pk is None and unsaid)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("state") == AccessFact.State.PARTLY and not cleaned.get("note"):
            self.add_error("note", "Say what is and what is not: two steps, with a rail.")
        return cleaned


class WithAccessForm(WagtailAdminModelForm):
    """A form with all access facts on it, those that nobody has said anything about included."""

    subjects: tuple[str, ...] = tuple(AccessFact.Subject.values)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts = self.formsets.get("access_facts")
        if facts is not None and not self.is_bound:
            said = {fact.subject for fact in self.instance.access_facts.all()}
            unsaid = [subject for subject in self.subjects if subject not in said]
            facts.extra, facts.initial_extra = len(unsaid), [{"subject": subject} for subject in unsaid]


class PriceForm(WagtailAdminModelForm):
    """One price, in pounds as people write them."""

    pence = PoundsField(min_value=0, label="How much", help_text="£2.50, 50p or free.")


class AssetForm(WithAccessForm):
    """An asset with its parts."""

    class Media:
        js = ["cms/looks_like.js"]

    audience = LinesField(
        required=False,
        label="Audience",
        help_text="One a line: women, young, deaf, dementia. Only if it is for them alone.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_deferred_validation:
            return cleaned
        if cleaned.get("confirmed_on") and not cleaned.get("confirmed_by"):
            self.add_error("confirmed_by", "Say who confirmed it: a first name, or the part they play.")
        if cleaned.get("confirmed_by") and not cleaned.get("confirmed_on"):
            self.add_error("confirmed_on", "Say on which day it was confirmed.")
        youngest, oldest = cleaned.get("min_age"), cleaned.get("max_age")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("max_age", f"Write {youngest} or more, or leave it empty.")
        self._clean_welcome(cleaned)
        return cleaned

    def _clean_welcome(self, given: dict[str, Any]) -> None:
        """Whom it is for has its reason, numbers stand in their order, and pictures have their words."""
        if given.get("only_for") and not given.get("only_for_reason"):
            self.add_error("only_for_reason", "Say why it is only for them. Everybody reads it.")
        if given.get("only_for_reason") and not given.get("only_for"):
            self.add_error("only_for", "Choose whom it is only for, or empty the reason.")
        least, most = given.get("usual_least"), given.get("usual_most")
        if least is not None and most is not None and most < least:
            self.add_error("usual_most", f"Write {least} or more, or leave it empty.")
        check_pictures(self, given, "picture", "first_picture")


def check_pictures(form: WagtailAdminModelForm, given: dict[str, Any], *names: str) -> None:
    """An error for each picture that does not say what it shows, unless this is only a draft."""
    for name in names:
        picture = given.get(name)
        if picture is not None and not picture.description.strip() and not form.is_deferred_validation:
            form.add_error(name, "Say first what this picture shows: open it under Images and write its description.")


class OrganisationForm(WagtailAdminModelForm):
    """An organisation, with or without a legal body."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        check_pictures(self, cleaned, "picture")
        return cleaned


class PlaceForm(WithAccessForm):
    """A place, whose point is in the United Kingdom or not known."""

    subjects = GETTING_IN

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        lat, lon = cleaned.get("lat"), cleaned.get("lon")
        if (lat is None) != (lon is None):
            self.add_error("lat" if lat is None else "lon", "Give both latitude and longitude, or neither.")
        elif lat is not None and lon is not None and not (49 <= lat <= 61.5 and -9 <= lon <= 2.5):
            self.add_error("lat", "That point is not in the United Kingdom. Check both numbers, and their signs.")
        check_pictures(self, cleaned, "picture")
        return cleaned


class InterestForm(WagtailAdminModelForm):
    """A concept and its edges. Its code is written once."""

    class Media:
        js = ["cms/try_it.js"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and "code" in self.fields:
            self.fields["code"].disabled = True

    def is_valid(self) -> bool:
        return bool(super().is_valid()) and self._edges_make_sense()

    def _edges_make_sense(self) -> bool:
        """Looked at after every edge is clean on its own. A concept is never above itself, not even by a long way."""
        above = _Above()
        sound = True
        for form in self.formsets["relations"].forms if "relations" in self.formsets else ():
            target, kind = form.cleaned_data.get("target"), form.cleaned_data.get("kind")
            if form in self.formsets["relations"].deleted_forms or target is None or self.instance.pk is None:
                continue
            if target.pk == self.instance.pk:
                form.add_error("target", "Choose another interest: this is the one that you are editing.")
                sound = False
            elif kind == InterestRelation.Kind.BROADER and self.instance.pk in above(target.pk):
                form.add_error("target", f"{target} is itself a kind of {self.instance}. Choose one of the two ways.")
                sound = False
        return sound


class _Above:
    """All that a concept is a kind of, from one query."""

    def __init__(self) -> None:
        self.edges: dict[int, list[int]] = {}
        broader = InterestRelation.objects.filter(kind=InterestRelation.Kind.BROADER)
        for source, target in broader.values_list("source_id", "target_id"):
            self.edges.setdefault(source, []).append(target)

    def __call__(self, pk: int) -> set[int]:
        found: set[int] = set()
        waiting = [pk]
        while waiting:
            for target in self._targets(waiting.pop()):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    def _targets(self, pk: int) -> Iterable[int]:
        return self.edges.get(pk, ())
