"""The two ways to a calendar: its file, and the address that a calendar program follows by itself."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """`file`: a path; `follow`: with the scheme that opens a calendar program."""

    file: str
    follow: str


def links(path: str) -> CalendarLinks:
    """For the path of a calendar."""
    _, _, host = settings.CONNECTOR_BASE_URL.partition("://")
    return CalendarLinks(path, f"webcal://{host}{path}")
