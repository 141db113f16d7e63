"""Any Django form in our markup: labels, hints, and what is wrong beside the field, as a screen reader needs it."""

from html.parser import HTMLParser

import pytest
from django import forms


class Everything(forms.Form):
    name = forms.CharField(help_text="As on the door.")
    days = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=[("mo", "Monday"), ("tu", "Tuesday")], help_text="Any."
    )
    size = forms.ChoiceField(widget=forms.RadioSelect, choices=[("s", "Small"), ("l", "Large")])
    sure = forms.BooleanField(label="I am sure")
    note = forms.CharField(widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")])
    key = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        raise forms.ValidationError("Say it again.")


class Found(HTMLParser):
    """Ids, what labels and descriptions point at, and the tags in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        self.pointed += [str(given[name]) for name in ("for",) if given.get(name)]
        self.pointed += str(given.get("aria-describedby") or "").split()


@pytest.fixture(params=[None, {"name": "", "size": "xl"}], ids=["new", "wrong"])
def form(request: pytest.FixtureRequest) -> Everything:
    return Everything(request.param)


def test_every_label_and_description_points_at_something(form: Everything) -> None:
    found = Found(str(form))
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointed) <= set(found.ids)


def test_every_field_has_its_label(form: Everything) -> None:
    found = Found(str(form))
    labelled = {given["for"] for tag, given in found.tags if tag == "label"}
    shown = [
        given["id"]
        for tag, given in found.tags
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden"
    ]
    assert len(shown) == 8
    assert set(shown) <= labelled


def test_choices_stand_in_a_fieldset_with_a_legend(form: Everything) -> None:
    tags = [tag for tag, _ in Found(str(form)).tags]
    assert tags.count("fieldset") == tags.count("legend") == 2


def test_what_is_wrong_stands_beside_the_field_and_is_tied_to_it() -> None:
    html = str(Everything({"name": ""}))
    found = Found(html)
    wrong = next(given for tag, given in found.tags if tag == "input" and given.get("name") == "name")
    assert wrong["aria-invalid"] == "true"
    assert str(wrong["aria-describedby"]).split() == ["id_name_helptext", "id_name_error"]
    assert html.count("q-wrong") == 5
    assert "Say it again." in html
    assert 'type="hidden"' in html


def test_what_was_typed_is_kept() -> None:
    assert "A long &lt;note&gt;" in str(Everything({"note": "A long <note>"}))
