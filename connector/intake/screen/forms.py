"""The form that starts an import: files, whose list it is, and what to do with it."""

from typing import Any

from django import forms

from cms.models import Contact
from connector.intake.models import ImportMapping

MOST_FILES, MOST_MEGABYTES = 40, 100


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, each of them checked."""

    widget = SeveralFilesInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xlsm,.zip,.gz,.json,.jsonl"})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if not given:
            raise forms.ValidationError("Choose at least one file.", code="required")
        found = [super(FilesField, self).clean(each, initial) for each in given]
        if len(found) > MOST_FILES:
            raise forms.ValidationError(
                f"That is {len(found)} files. Choose at most {MOST_FILES}, or put them in a zip."
            )
        if sum(each.size for each in found) > MOST_MEGABYTES * 1_000_000:
            raise forms.ValidationError(
                f"The files are larger than {MOST_MEGABYTES} megabytes together. Give them as a zip, or in parts."
            )
        return found


class StartForm(forms.Form):
    """What a connector says of the files."""

    tables = FilesField(
        label="Files",
        help_text="CSV, Excel (.xlsx) or a zip of them. Several tables of one list go together: services, "
        "organisations, locations.",
    )
    source = forms.CharField(
        label="Whose list is it?", max_length=250,
        help_text="The next file under the same name changes these listings and does not make them again.",
    )  # fmt: skip
    mapping = forms.ModelChoiceField(
        ImportMapping.objects.all(), label="What its columns mean", required=False,
        empty_label="As for its last file, or find out",
    )  # fmt: skip
    licence = forms.CharField(
        label="Licence", max_length=250, required=False, help_text="Open Government Licence v3.0, if it says so."
    )
    contacts_for = forms.ChoiceField(
        label="Who may see telephone numbers and e-mail addresses?", choices=Contact.Visibility.choices,
        initial=Contact.Visibility.PUBLIC,
    )  # fmt: skip
    publish = forms.BooleanField(
        label="Make new listings public at once", required=False, help_text="Without this, they wait as drafts."
    )
    whole_list = forms.BooleanField(
        label="This is the whole list: take down what is no longer in it", required=False,
        help_text="Listings that somebody edited here stay.",
    )  # fmt: skip

    def clean_source(self) -> str:
        return " ".join(self.cleaned_data["source"].split())
