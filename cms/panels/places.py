"""The edit pages of an organisation and of a place."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from cms.panels.forms import AccessForm, OrganisationForm, PlaceForm
from cms.panels.parts import AccessPanel

CONTACT = [
    FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    FieldPanel("visibility", heading="Who may see it"),
]
CONTACT_OF_LISTING = [
    *CONTACT,
    FieldRowPanel([FieldPanel("prefers"), FieldPanel("best_time"), FieldPanel("best_time_words")]),
    FieldPanel("post_to"),
]
ORGANISATION = ObjectList(
    [
        FieldPanel("name"),
        FieldPanel("informal"),
        FieldPanel("summary", heading="Who they are, in a sentence"),
        FieldPanel("purpose"),
        FieldPanel("legal_status"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("url"),
        FieldPanel("picture"),
        InlinePanel("contacts", label="contact", heading="People to ask", panels=CONTACT),
    ],
    base_form_class=OrganisationForm,
)
PLACE = ObjectList(
    [
        FieldPanel("name"),
        FieldPanel("summary"),
        FieldPanel("address"),
        FieldPanel("postcode"),
        FieldRowPanel([FieldPanel("lat"), FieldPanel("lon"), FieldPanel("precision")]),
        FieldPanel("ward"),
        MultiFieldPanel([FieldPanel("directions"), FieldPanel("opening_words")], heading="Getting there"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("url")]),
        FieldPanel("picture"),
        AccessPanel(
            "access_facts",
            child_form=AccessForm,
            label="access fact",
            heading="Getting in",
            help_text="Not known is never counted as yes. What people there do for one another stands with each asset.",
            panels=[FieldPanel("subject"), FieldPanel("state"), FieldPanel("note")],
        ),
    ],
    base_form_class=PlaceForm,
)
