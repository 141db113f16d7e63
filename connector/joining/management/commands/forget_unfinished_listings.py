"""Forget new listings that nobody went on with, and pictures that nothing uses: what the worker does once a day."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from connector.joining.actions.forget_pictures import forget_pictures
from connector.joining.actions.forget_unfinished import forget_unfinished


class Command(BaseCommand):
    help = "Delete new listings that nobody went on with (CONNECTOR_UNFINISHED_DAYS), and what is personal in old ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, and delete nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        done = forget_unfinished(now=now, dry_run=dry_run)
        pictures = forget_pictures(now=now, dry_run=dry_run)
        would = "would be " if dry_run else ""
        print(f"{done.listings:,} unfinished {would}forgotten; {done.cleared:,} older ones {would}cleared.")
        print(f"{pictures:,} pictures that nothing uses {would}deleted.")
