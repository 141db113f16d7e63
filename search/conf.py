"""This package's settings, read once each time they are needed. Invariant: the only module here that names them."""

import socket
from datetime import timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings

from cms.schedule.exceptions import Nation

# How long a holder that stopped without a word keeps an index from others.
LEASE = timedelta(seconds=15)
# How long a command waits for another process that holds the index.
PATIENCE_SECONDS = 30.0
POLL_SECONDS = 0.3
# A host that has not been seen for so long no longer keeps changes from being dropped; it builds anew when it is back.
HOST_FORGOTTEN = timedelta(days=3)
# A commit of the index costs much more than reading: with 500 a rebuild took two fifths longer than with 2,000.
BATCH = 2_000
# Changes read at once, far more than a batch: a place saved with its access facts names its listings many times.
READ_AHEAD = 5_000
# How far ahead real dates are kept.
DATES_AHEAD_DAYS = 60


def host() -> str:
    """The name of this machine, or the one that its keeper gave it."""
    return str(getattr(settings, "CONNECTOR_HOST_NAME", "") or socket.gethostname())


def embedder() -> str:
    """Dotted name of what turns texts into vectors; empty to go without."""
    return str(settings.CONNECTOR_EMBEDDER)


def models_folder() -> Path:
    return Path(settings.CONNECTOR_MODELS)


def meaning_folder() -> Path:
    """Where this host maps vectors from; made again when it is lost."""
    return Path(settings.CONNECTOR_DATA) / "meaning"


def zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def nation() -> Nation:
    """The nation whose bank holidays count."""
    return cast(Nation, settings.CONNECTOR_NATION)
