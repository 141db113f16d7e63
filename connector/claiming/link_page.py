"""The page behind a link of somebody who can say whether a claim is right: yes or no, by a press.

Invariant: shown, it changes nothing; a claim that was answered is answered once. Who handed the listing over since,
or is no contact any more, vouches for nobody.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connector.claiming import letters
from connector.claiming.actions import claim as claiming
from connector.claiming.models import Claim
from connector.links.models import Link
from connector.links.purposes import Purpose
from connector.notifications.recipients import addressee
from connector.notifications.written_to import has_stepped_back


def show(request: HttpRequest, link: Link) -> HttpResponse:
    """The question."""
    row = _claim(link)
    if row is None:
        return _settled(request)
    shown = {"heading": "Is that right?", "listing": row.asset.name, "name": row.name, "email": row.email}
    return render(request, "connector/claiming/link.html", shown)


def press(request: HttpRequest, link: Link) -> HttpResponse:
    """The answer: `answer` is "yes"; anything else is no."""
    row, yes = _claim(link), request.POST.get("answer") == "yes"
    if row is None:
        return _settled(request)
    if yes:
        claiming.agree(claim=row)
    else:
        claiming.refuse(claim=row)
    return render(request, "connector/claiming/settled.html", {"heading": "Thank you", "yes": yes, "before": False})


def _claim(link: Link) -> Claim | None:
    """The claim, while it waits and is for whoever got the link to answer."""
    rows = Claim.objects.select_related("asset").filter(state=Claim.State.OPEN)
    row, to = rows.filter(pk=link.object_id).first(), addressee(link.recipient)
    return None if row is None or to is None or has_stepped_back(row.asset, to.person) else row


def _settled(request: HttpRequest) -> HttpResponse:
    shown = {"heading": "It was answered already", "yes": False, "before": True}
    return render(request, "connector/claiming/settled.html", shown, status=410)


PURPOSE = Purpose(letters.PURPOSE, timedelta(days=7), show, press, single_use=True)
