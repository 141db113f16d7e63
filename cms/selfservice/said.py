"""A form field for what is said in words: what cannot be read is told beside it, and stays as it was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cms.panels.written import Unreadable


class Said(forms.CharField):
    """Text that is read by a function; what it cannot read is said beside the field."""

    def __init__(self, read: Callable[[str], Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.read = read

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return self.read(text)
        except Unreadable as problem:
            raise ValidationError(str(problem), code="unreadable") from problem
