"""Who runs things: organisations (a legal body or four people and a kettle), and who may edit what."""

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from cms.models.contacting import Contacting
from cms.models.named import Named
from cms.models.previewed import Previewed
from cms.models.saving import SavedAtOnce
from cms.models.welcome import PICTURE


class Organisation(SavedAtOnce, Named, Previewed, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A group of people that runs assets. `informal` ones have no legal body and need none."""

    PAGES = "organisations"

    name = models.CharField(max_length=200, db_index=True)
    summary = models.CharField(max_length=250, blank=True)
    informal = models.BooleanField(default=False, help_text="No legal body, and that is fine.")
    purpose = models.TextField("what they are for", blank=True, help_text="In their own words, as long as they like.")
    legal_status = models.CharField(
        max_length=120, blank=True, help_text="In words: registered charity 123456, or: nothing on paper."
    )
    picture = models.ForeignKey(PICTURE, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    phone = models.CharField(max_length=40, blank=True, help_text="Everybody sees it.")
    email = models.EmailField(blank=True, help_text="Everybody sees it.")
    url = models.URLField("website", blank=True, max_length=500)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrganisationContact(Contacting):
    """Whom to ask at an organisation."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="contacts")


class Editorship(models.Model):
    """A person who may keep one asset's listing right."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="editorships")
    asset = models.ForeignKey("cms.Asset", on_delete=models.CASCADE, related_name="editorships")
    lead = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "asset"], name="one_editorship_a_person")]

    def __str__(self) -> str:
        return f"{self.user_id} keeps {self.asset_id}"
