"""What is asked of a group that keeps a calendar elsewhere."""

from django import forms

from connector.feeds.addresses import calendar_address
from connector.fetching.addresses import target
from connector.fetching.base import Why


class CalendarForm(forms.Form):
    url = forms.CharField(
        label="The address of your calendar",
        help_text=(
            "It often ends in .ics, or starts with webcal. In Google Calendar it is in the calendar's settings under "
            "“Integrate calendar”, in Outlook under “Shared calendars”. A web page that lists your events may do too."
        ),
        max_length=2_000,
        error_messages={"required": "Copy the address of your calendar here."},
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    words = forms.CharField(
        label="Only events with these words in their title",
        help_text="If the calendar is of several groups: “sewing”, or “sewing, mending”. Leave it empty to take all.",
        max_length=200,
        required=False,
    )

    def clean_url(self) -> str:
        url = calendar_address(self.cleaned_data["url"])
        if target(url) is None:
            raise forms.ValidationError(Why.ADDRESS.value)
        return url

    def clean_words(self) -> str:
        return ", ".join(word for each in self.cleaned_data["words"].split(",") if (word := " ".join(each.split())))
