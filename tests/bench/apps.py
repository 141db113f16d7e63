"""The app that lets Wagtail's database search know the listings. Invariant: installed by `make bench` only."""

from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "tests.bench"
    label = "bench"
