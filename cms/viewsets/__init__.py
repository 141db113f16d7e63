"""The catalogue in Wagtail's admin: its lists, their columns and filters, and what may be done to many rows at once."""
