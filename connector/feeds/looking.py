"""Fetches a calendar and reads it: the dates, or in a sentence why not. Saves nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cms.schedule.occurrences import LONDON
from connector.feeds.dates import Read, Unreadable
from connector.feeds.ical import read_ical
from connector.feeds.json_ld import read_page
from connector.fetching import Asked, Fetched, Fetcher, Refused, Why

MOST_BYTES: Final = 3_000_000
SECONDS: Final = 20.0
ACCEPT: Final = "text/calendar, text/html;q=0.8, */*;q=0.5"
PRIVATE: Final = "The calendar is not for everybody. Make it public, or give its secret address in iCal format."
GONE: Final = "There is nothing at this address."
WRONG: Final = "The website that keeps the calendar answers with an error ({status})."


@dataclass(frozen=True, slots=True)
class Seen:
    """`read`: None where nothing could be read, then `trouble` says why, or where it is `unchanged`."""

    read: Read | None = None
    trouble: str = ""
    unchanged: bool = False
    off: bool = False
    etag: str = ""
    modified: str = ""


def look(
    url: str, words: tuple[str, ...], *, now: datetime, fetcher: Fetcher, etag: str = "", modified: str = ""
) -> Seen:
    """`etag`, `modified`: what came with it last time, where that is enough."""
    asked = Asked(url, most_bytes=MOST_BYTES, seconds=SECONDS, etag=etag, modified=modified, accept=ACCEPT)
    answer = fetcher.fetch(asked)
    if isinstance(answer, Refused):
        return Seen(trouble=answer.why.value, off=answer.why is Why.OFF)
    if answer.unchanged:
        return Seen(unchanged=True, etag=etag, modified=modified)
    if answer.status != 200:
        return Seen(trouble=_wrong(answer.status))
    try:
        read = _read(answer, words, now)
    except Unreadable as problem:
        return Seen(trouble=problem.words)
    headers = answer.headers
    return Seen(read, etag=headers.get("etag", "")[:300], modified=headers.get("last-modified", "")[:100])


def _read(answer: Fetched, words: tuple[str, ...], now: datetime) -> Read:
    start = answer.body[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    is_page = not start.startswith(b"begin:vcalendar") and b"<" in start
    return (read_page if is_page else read_ical)(answer.body, words, now, LONDON)


def _wrong(status: int) -> str:
    if status in (401, 403, 407):
        return PRIVATE
    return GONE if status in (404, 410) else WRONG.format(status=status)
