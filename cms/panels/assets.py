"""The edit page of an asset: one tab for each thing that somebody would ask about it."""

from django.forms import Select
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.page_parts import EDIT_PAGE
from cms.panels.comparing import WordsPanel
from cms.panels.forms import AccessForm, AssetForm, PriceForm
from cms.panels.looks_like import LooksLikePanel
from cms.panels.part import PartPanel
from cms.panels.parts import AccessPanel, NextDatesPanel, PartsPanel, RowsPanel
from cms.panels.places import CONTACT_OF_LISTING
from cms.panels.session_form import SessionForm

WHAT = ObjectList(
    [
        PartPanel("came_in", "wagtailadmin/cms/came_in.html", under=EDIT_PAGE),
        PartPanel("evidence", "wagtailadmin/evidence/said.html", under=EDIT_PAGE),
        LooksLikePanel(),
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("organisation"),
        FieldPanel("url"),
        FieldPanel("picture", heading="A picture of it"),
    ],
    heading="What it is",
)
WHEN = ObjectList(
    [
        PartsPanel(
            "sessions",
            child_form=SessionForm,
            label="session",
            heading="Sessions",
            panels=[
                NextDatesPanel(),
                FieldPanel("rhythm"),
                WordsPanel("days"),
                WordsPanel("weeks_of_month"),
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldRowPanel([FieldPanel("first"), FieldPanel("until")]),
                FieldPanel("place"),
                MultiFieldPanel(
                    [
                        FieldPanel("on_bank_holidays"),
                        FieldPanel("term_time"),
                        FieldPanel("authority", heading="Whose school terms", widget=Select),
                        WordsPanel("closed"),
                        WordsPanel("extra"),
                        WordsPanel("cancelled"),
                    ],
                    heading="Exceptions",
                ),
            ],
        ),
        FieldPanel("opening_words"),
    ],
    heading="When",
)
WHERE = ObjectList(
    [
        FieldPanel("reach"),
        FieldPanel("secret"),
        InlinePanel("asset_places", label="place", heading="Places", panels=[FieldPanel("place")]),
        InlinePanel("asset_areas", label="area", heading="Areas", panels=[FieldPanel("area")]),
    ],
    heading="Where",
)
WHO = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("who_for"),
                FieldRowPanel(
                    [FieldPanel("min_age", heading="Youngest age"), FieldPanel("max_age", heading="Oldest age")]
                ),
                WordsPanel("audience"),
                FieldRowPanel([FieldPanel("only_for"), FieldPanel("only_for_reason")]),
            ],
            heading="Who it is for",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("mood")]),
                FieldRowPanel([FieldPanel("usual_least"), FieldPanel("usual_most")]),
            ],
            heading="What it is like",
        ),
        MultiFieldPanel(
            [
                FieldPanel("room", heading="Room for new people"),
                FieldRowPanel([FieldPanel("waiting_words"), FieldPanel("waiting_how")]),
            ],
            heading="Room",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("coming"), FieldPanel("new_a_month")]), FieldPanel("cannot_do")],
            heading="How they like people to come",
        ),
        MultiFieldPanel(
            [
                FieldPanel("at_risk"),
                FieldRowPanel([FieldPanel("safeguarding_lead"), FieldPanel("safeguarding_policy")]),
            ],
            heading="Children and adults at risk",
        ),
        MultiFieldPanel(
            [
                PartsPanel(
                    "cost_options",
                    child_form=PriceForm,
                    label="price",
                    heading="Prices",
                    help_text="With prices here, “cost” and “pence a time” are worked out from them when it is saved.",
                    panels=[
                        FieldPanel("label"),
                        FieldRowPanel([FieldPanel("pence"), FieldPanel("per"), FieldPanel("concession")]),
                    ],
                ),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_pence")]),
                FieldPanel("cost_words"),
            ],
            heading="Cost",
        ),
        FieldPanel("help_wanted"),
        InlinePanel(
            "lends",
            label="thing to lend or give",
            heading="What it can lend or give",
            panels=[FieldRowPanel([FieldPanel("what"), FieldPanel("words")])],
        ),
    ],
    heading="Who and cost",
)
ACCESS = ObjectList(
    [
        PartPanel("asked_about", "wagtailadmin/cms/asked_about.html", under=EDIT_PAGE),
        AccessPanel(
            "access_facts",
            child_form=AccessForm,
            label="access fact",
            heading="Getting in and staying",
            help_text="Only what differs from its place, or all of it for an asset without one. "
            "Not known is never counted as yes.",
            panels=[FieldPanel("subject"), FieldPanel("state"), FieldPanel("note")],
        ),
    ],
    heading="Access",
)
INTERESTS = ObjectList(
    [
        InlinePanel(
            "asset_interests",
            label="interest",
            heading="Interests",
            help_text="Suggested ones were read from its words. Confirm them, or set them to removed so that they "
            "are not suggested again.",
            panels=[FieldRowPanel([FieldPanel("interest"), FieldPanel("state")]), FieldPanel("words", read_only=True)],
        ),
        FieldPanel("tags", read_only=True),
    ],
    heading="Interests",
)
FIRST = ObjectList(
    [
        FieldPanel("first_happens"),
        FieldPanel("first_bring"),
        FieldPanel("first_door"),
        FieldPanel("first_picture"),
        FieldPanel("first_company"),
        FieldRowPanel([FieldPanel("first_busy"), FieldPanel("first_quiet")]),
        FieldPanel("first_leave"),
    ],
    heading="First time",
)
PEOPLE = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("greeter_name"), FieldPanel("greeter_words")], heading="Greeter: who meets new people"
        ),
        InlinePanel(
            "contacts",
            label="contact",
            heading="Contacts",
            panels=CONTACT_OF_LISTING,
        ),
    ],
    heading="People",
)
SOURCES = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("unasked"),
                FieldPanel("met"),
                FieldRowPanel([FieldPanel("confirmed_on"), FieldPanel("confirmed_by"), FieldPanel("confirmed_how")]),
            ],
            heading="How we know",
        ),
        RowsPanel("wagtailadmin/cms/sources.html", heading="Records that it came from"),
    ],
    heading="Sources",
)

ASSET = TabbedInterface([WHAT, WHEN, WHERE, WHO, ACCESS, FIRST, INTERESTS, PEOPLE, SOURCES], base_form_class=AssetForm)
