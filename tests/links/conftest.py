"""Two purposes for trying: one that may be pressed again and again, one that may be pressed once."""

from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse

from connector.links import purposes
from connector.links.models import Link
from connector.links.purposes import Purpose, register

pressed: list[str] = []


def _show(request: HttpRequest, link: Link) -> HttpResponse:
    return HttpResponse("shown")


def _press(request: HttpRequest, link: Link) -> HttpResponse:
    pressed.append(link.purpose)
    return HttpResponse("done")


WEEK = timedelta(days=7)
TRY = Purpose("try", WEEK, _show, _press)
ONCE = Purpose("once", WEEK, _show, _press, single_use=True)
CLICK = Purpose("click", WEEK, _show, _press, one_click=True)


@pytest.fixture(autouse=True)
def _purposes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purposes, "_purposes", dict(purposes._purposes))
    for each in (TRY, ONCE, CLICK):
        register(each)
    pressed.clear()
