#!/usr/bin/env python
"""Run a management command. Development settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os
import sys
from contextlib import suppress


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connector.settings.development")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    with suppress(ImproperlyConfigured):  # the command says so itself, in its own way
        settings.CONNECTOR_DATA.mkdir(parents=True, exist_ok=True)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
