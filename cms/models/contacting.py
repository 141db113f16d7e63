"""How a contact is kept, whoever it belongs to.

Invariant: who may see one is said by itself and by nothing around it (`cms.visibility.visible_contacts`).
"""

from django.db import models


class Contacting(models.Model):
    """Whom to ask. Internal ones are seen by the council's staff, partner ones by workers too."""

    class Visibility(models.TextChoices):
        PUBLIC = "public", "everybody"
        PARTNER = "partner", "workers"
        INTERNAL = "internal", "connectors only"

    name = models.CharField("first name", max_length=80, blank=True)
    role = models.CharField(max_length=80, blank=True, help_text="at the desk")
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name or self.role or "a contact"
