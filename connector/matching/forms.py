"""What a worker says on the match page: the note, and what would make it possible to go.

Invariant: the fields are validated here and become `Wishes`; the place is used for this answer and kept no finer than
its postcode sector.
"""

from django import forms

from cms.geo.effort import Travel, Way
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
TRAVEL: dict[Travel, str] = {"foot": "On foot", "bus": "By bus", "car": "By car, or with a lift"}
PACE: dict[Pace, str] = {
    "brisk": "Briskly",
    "usual": "At an ordinary pace",
    "slow": "Slowly, or with a stick",
    "with_frame": "With a frame or a wheelchair",
}
HOW_FAR = {
    "": "Any distance",
    "5": "5 minutes",
    "10": "10 minutes",
    "15": "15 minutes",
    "20": "20 minutes",
    "30": "30 minutes",
    "45": "45 minutes",
}
ACCESS = (
    AccessFact.Subject.STEP_FREE,
    AccessFact.Subject.TOILET_WITH_RAILS,
    AccessFact.Subject.CHAIRS_WITH_ARMS,
    AccessFact.Subject.HEARING_LOOP,
    AccessFact.Subject.PARKING,
    AccessFact.Subject.QUIET_SPACE,
    AccessFact.Subject.STAY_WITHOUT_CARER,
    AccessFact.Subject.HELP_IN_TOILET,
    AccessFact.Subject.FETCHED_OR_BROUGHT,
)
# A talk of an hour, written down, is about 9,000 words: characters, which nothing cuts in silence.
NOTE = 120_000


class MatchForm(forms.Form):
    note = forms.CharField(required=False, max_length=NOTE, widget=forms.Textarea, strip=True)
    near = PlaceField(required=False, max_length=100, label="Near", help_text="A postcode, a part of one, or a place.")
    how_far = forms.ChoiceField(
        required=False, label="How far", choices=list(HOW_FAR.items()), widget=forms.RadioSelect, initial=""
    )
    travel = forms.ChoiceField(
        required=False,
        label="How they get about",
        choices=list(TRAVEL.items()),
        widget=forms.RadioSelect,
        initial="foot",
    )
    pace = forms.ChoiceField(
        required=False, label="How they walk", choices=list(PACE.items()), widget=forms.RadioSelect, initial="usual"
    )
    when = forms.MultipleChoiceField(
        required=False,
        label="When they are free",
        choices=[(value, label) for value, (label, _) in TIMES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    access = forms.MultipleChoiceField(
        required=False,
        label="What matters for getting in, and for staying",
        choices=[(subject.value, subject.label) for subject in ACCESS],
        widget=forms.CheckboxSelectMultiple,
    )

    def wishes(self) -> Wishes:
        """What would make it possible to go, of what is valid."""
        given = self.cleaned_data
        return Wishes(
            slots=frozenset().union(*(TIMES[value][1] for value in given.get("when", []))),
            minutes=int(given["how_far"]) if given.get("how_far") else None,
            way=self.way(),
            access=frozenset(given.get("access", [])),
        )

    def way(self) -> Way:
        """How they get about, of what is valid; on foot at an ordinary pace where nothing was said."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return Way(given.get("travel") or "foot", given.get("pace") or "usual")

    def far_words(self) -> str:
        """How the choice of distance reads: "15 minutes, on foot, slowly, or with a stick"."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        said = [HOW_FAR[given["how_far"]]] if given.get("how_far") else []
        if given.get("travel"):
            said.append(TRAVEL[given["travel"]])
        if given.get("pace") and given["pace"] != "usual" and given.get("travel") != "car":
            said.append(PACE[given["pace"]])
        lower = [f"{words[:1].lower()}{words[1:]}" for words in said[1:]]
        return ", ".join([*said[:1], *lower])

    def heard_words(self, way: Way) -> str:
        """How far and how, where the note says how they get about and nobody chose: "15 minutes, by bus"."""
        if way == self.way():
            return self.far_words()
        said = [HOW_FAR[self.cleaned_data["how_far"]]] if self.cleaned_data.get("how_far") else []
        said.append(TRAVEL[way.travel])
        if way.pace != "usual" and way.travel != "car":
            said.append(PACE[way.pace])
        return ", ".join([said[0], *(f"{words[:1].lower()}{words[1:]}" for words in said[1:])])

    def when_words(self) -> str:
        given = self.cleaned_data.get("when", []) if self.is_bound and self.is_valid() else []
        return ", ".join(TIMES[value][0] for value in given)

    def access_words(self) -> str:
        given = self.cleaned_data.get("access", []) if self.is_bound and self.is_valid() else []
        return ", ".join(AccessFact.Subject(value).label for value in given)
