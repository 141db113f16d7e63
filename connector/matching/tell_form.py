"""Something that a worker knows and the catalogue does not: name, where, when.

Invariant: each line is refused that holds a title with a name, a telephone or other long number, or the number of a
house with its street (`about_nobody`), and a name that is here already. Whether it is about a group and not a person,
only whoever reads it can tell: nobody but workers sees it until a connector has asked.
"""

from django import forms

from cms.geo.answers import Found
from cms.geo.geocode import get_geocoder
from cms.models import Asset
from cms.visibility import Viewer
from connector.matching.about_nobody import names_somebody
from connector.matching.note_place import place_in


def _about_nobody(text: str) -> None:
    if wrong := names_somebody(text):
        raise forms.ValidationError(wrong)


def _times_of_nobody(text: str) -> None:
    if wrong := names_somebody(text, times=True):
        raise forms.ValidationError(wrong)


class TellForm(forms.Form):
    use_required_attribute = False  # It stands in the form of the match page, which may go without.
    prefix = "tell"

    name = forms.CharField(
        max_length=250,
        label="What is it called?",
        validators=[_about_nobody],
        error_messages={"required": "Say what it is called."},
    )
    where = forms.CharField(
        max_length=160,
        label="Where is it?",
        validators=[_about_nobody],
        help_text="The hall or the street, and a postcode if you know it.",
        error_messages={"required": "Say where it is: a hall, a street or a village will do."},
    )
    when = forms.CharField(
        max_length=200,
        label="When is it on?",
        validators=[_times_of_nobody],
        help_text="As they say it. “Thursdays after dinner” is fine.",
        error_messages={"required": "Say when it is on, or “not known”."},
    )

    def __init__(self, *args: object, viewer: Viewer, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._viewer = viewer

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if Asset.objects.visible_to(self._viewer).filter(name__iexact=name).exists():
            raise forms.ValidationError("That one is here already. Look for its name under “Find something”.")
        return name

    def place(self) -> Found | None:
        """What `where` stands for, no finer than a postcode sector; None where nobody knows."""
        where = self.cleaned_data["where"]
        found = place_in(where) or get_geocoder().find(where)
        return get_geocoder().coarse(found) if isinstance(found, Found) else None
