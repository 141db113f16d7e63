"""What a list shows, as a file for a spreadsheet: its rows as they are filtered, in CSV or xlsx.

Invariant: no cell is taken for a formula, whoever typed it: in CSV a text that begins like one gets an apostrophe
before it, in xlsx it is kept as text.
"""

from typing import Any, Final

from wagtail.snippets.views.snippets import IndexView

BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a spreadsheet knows a formula (OWASP, CSV injection), full-width ones included."""


def harmless(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula; anything else as it is."""
    if isinstance(value, str) and value.lstrip(" ").startswith(BEGINNINGS):
        return f"'{value}"
    return value


class ExportedList(IndexView):
    """A list whose CSV is harmless."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        said = super().preprocess_field_value(field, value, export_format)
        return harmless(said) if export_format == self.FORMAT_CSV else said
