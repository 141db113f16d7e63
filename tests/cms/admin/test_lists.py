"""The catalogue's lists: who reaches them, what they show, and that they stay quick."""

import pytest
from django.urls import reverse

LISTS = [
    *("asset", "organisation", "place", "interest", "source", "educationauthority", "area"),
    *("session", "contact", "assetinterest", "assetsource"),
]


def url_of(model: str) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:list")


@pytest.mark.parametrize("model", LISTS)
def test_a_connector_opens_every_list(desk, model):
    assert desk.get(url_of(model)).status_code == 200
