"""What a worker says on the match page: the note, and what would make it possible to go.

Invariant: the fields are validated here and become `Wishes`; the place is used for this answer and kept no finer than
its postcode sector.
"""

from django import forms

from cms.geo.walking import Pace
from cms.models import AccessFact
from search.filters import PlaceField
from search.questions import Wishes
from search.types import DAYS, PARTS

WEEKDAYS, WEEKEND = DAYS[:5], DAYS[5:]
TIMES: dict[str, tuple[str, frozenset[str]]] = {
    "weekday-mornings": ("Weekday mornings", frozenset(f"{day}-morning" for day in WEEKDAYS)),
    "weekday-afternoons": ("Weekday afternoons", frozenset(f"{day}-afternoon" for day in WEEKDAYS)),
    "evenings": ("Evenings", frozenset(f"{day}-evening" for day in DAYS)),
    "weekends": ("Weekends", frozenset(f"{day}-{part}" for day in WEEKEND for part in PARTS)),
}
# How somebody gets about: what it is called, the pace on foot that distances are told in, and whether they are driven.
TRAVEL: dict[str, tuple[str, Pace, bool]] = {
    "foot": ("On foot", "usual", False),
    "slow": ("On foot, slowly", "slow", False),
    "frame": ("With a frame or a wheelchair", "with_frame", False),
    "lift": ("By bus, or with a lift", "usual", True),
}
HOW_FAR = {
    "": "Any distance",
    "5": "5 minutes",
    "10": "10 minutes",
    "15": "15 minutes",
    "20": "20 minutes",
    "30": "30 minutes",
}
ACCESS = (
    AccessFact.Subject.STEP_FREE,
    AccessFact.Subject.TOILET_WITH_RAILS,
    AccessFact.Subject.CHAIRS_WITH_ARMS,
    AccessFact.Subject.HEARING_LOOP,
    AccessFact.Subject.PARKING,
    AccessFact.Subject.QUIET_SPACE,
)
NOTE = 12_000


class MatchForm(forms.Form):
    note = forms.CharField(required=False, max_length=NOTE, widget=forms.Textarea, strip=True)
    near = PlaceField(required=False, max_length=100, label="Near", help_text="A postcode, a part of one, or a place.")
    how_far = forms.ChoiceField(
        required=False, label="How far", choices=list(HOW_FAR.items()), widget=forms.RadioSelect, initial=""
    )
    travel = forms.ChoiceField(
        required=False,
        label="How they get about",
        choices=[(value, label) for value, (label, *_) in TRAVEL.items()],
        widget=forms.RadioSelect,
        initial="foot",
    )
    when = forms.MultipleChoiceField(
        required=False,
        label="When they are free",
        choices=[(value, label) for value, (label, _) in TIMES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    access = forms.MultipleChoiceField(
        required=False,
        label="What matters for getting in",
        choices=[(subject.value, subject.label) for subject in ACCESS],
        widget=forms.CheckboxSelectMultiple,
    )

    def wishes(self) -> Wishes:
        """What would make it possible to go, of what is valid."""
        given = self.cleaned_data
        _, pace, lift = TRAVEL[given.get("travel") or "foot"]
        return Wishes(
            slots=frozenset().union(*(TIMES[value][1] for value in given.get("when", []))),
            minutes=int(given["how_far"]) if given.get("how_far") else None,
            pace=pace,
            lift=lift,
            access=frozenset(given.get("access", [])),
        )

    def far_words(self) -> str:
        """How the choice of distance reads: "15 minutes on foot"."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        label = TRAVEL[given.get("travel") or "foot"][0]
        if not given.get("how_far"):
            return label if given.get("travel") else ""
        return f"{HOW_FAR[given['how_far']]}, {label[:1].lower()}{label[1:]}"

    def when_words(self) -> str:
        given = self.cleaned_data.get("when", []) if self.is_bound and self.is_valid() else []
        return ", ".join(TIMES[value][0] for value in given)

    def access_words(self) -> str:
        given = self.cleaned_data.get("access", []) if self.is_bound and self.is_valid() else []
        return ", ".join(AccessFact.Subject(value).label for value in given)
