"""The words in which people agree to be shown, kept with each agreement as they were read.

Invariant: pure. A person's name, number or address is shown to nobody under a wider answer than they gave.
"""

from typing import Final

VISIBILITY: Final = {"everybody": "public", "workers": "partner", "no": "internal"}
"""What somebody agreed to -> how their contact is kept (`cms.models.Contact.Visibility`)."""
_SHOWN_TO: Final = {
    "everybody": "everybody who looks at this listing",
    "workers": "workers of the council and its partners, and nobody else",
}


def wording(answer: str, directory: str) -> str:
    """What somebody reads and agrees to. `answer`: everybody, workers or no."""
    if answer == "no":
        return f"{directory} may not show my name or how to reach me."
    return (
        f"{directory} may show my name and how to reach me to {_SHOWN_TO[answer]}. "
        "I can take this back at any time, and it will be taken down."
    )
