"""What is asked of somebody who wants to look after a listing, and of one who adds somebody."""

from django import forms

from connector.core.open_forms import OpenForm

ADDRESS = {
    "required": "Write the e-mail address.",
    "invalid": "That is not a whole e-mail address. It looks like this: maureen@example.org",
}


class ClaimForm(OpenForm):
    purpose = "claim"
    name = forms.CharField(
        label="Your first name", max_length=80, error_messages={"required": "Write your first name."}
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="You sign in with it. If your group has addresses of its own, use that one: it is quickest.",
        error_messages=ADDRESS,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    words = forms.CharField(label="What do you do there?", help_text="If you like.", max_length=300, required=False)


class PersonForm(forms.Form):
    name = forms.CharField(label="Their first name", max_length=80, error_messages={"required": "Write their name."})
    email = forms.EmailField(label="Their e-mail address", error_messages=ADDRESS)
