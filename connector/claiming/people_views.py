"""Who looks after a listing, for those who do: add somebody, hand over the lead, take somebody off, leave.

Invariant: only who keeps the listing at that moment reaches its page; only the lead changes others; addresses are shown
to the lead alone.
"""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.models import Contact, Editorship
from connector.accounts.guards import needs
from connector.claiming.actions.editors import LastOne, add_editor, hand_over, remove_editor
from connector.claiming.forms import PersonForm
from connector.core.open_forms import too_many
from connector.core.permissions import Permission
from connector.notifications.actions.step_back import write_again
from connector.notifications.recipients import WRITTEN_TO, person_key
from connector.notifications.written_to import stepped_back

MOST_ADDED = 10


@never_cache
@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_OWN)
def listing_people(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET shows them; POST with `do` "add", "leave", and with `row` "lead" or "remove"; "write" with `row` or with
    `contact`: whoever handed over is written to all the same."""
    own = get_object_or_404(Editorship.objects.select_related("asset"), asset__uuid=uuid, user_id=request.user.pk)
    adding = request.method == "POST" and request.POST.get("do") == "add"
    form = PersonForm(request.POST if adding else None)
    if request.method == "POST":
        answer = _add(request, own, form) if adding else _do(request, own)
        if answer is not None:
            return answer
    back = _back(own)
    people = Editorship.objects.filter(asset=own.asset).select_related("user").order_by("-lead", "pk")
    shown = {
        "heading": "Who looks after this page",
        "name": own.asset.name,
        "uuid": uuid,
        "lead": own.lead,
        "people": [_line(row, own, back) for row in people],
        "left": _left_on_it(own, back, [row.user for row in people]),
        "form": form,
    }
    return render(request, "connector/claiming/people.html", shown)


def _back(own: Editorship) -> Collection[str]:
    """Who handed this listing over, as keyed hashes."""
    return stepped_back([own.asset_id]).get(own.asset_id, set())


def _left_on_it(own: Editorship, back: Collection[str], people: Iterable[Any]) -> list[Contact]:
    """For the lead: whom the page still names, who handed over and has no row any more."""
    if not own.lead:
        return []
    gone = set(back) - {person_key(user.email) for user in people}
    rows = Contact.objects.filter(asset=own.asset, visibility__in=WRITTEN_TO).exclude(email="").order_by("pk")
    return [each for each in rows if person_key(each.email) in gone]


def _line(row: Editorship, own: Editorship, back: Collection[str]) -> dict[str, Any]:
    """Somebody whose name we do not know goes by their address, for whoever may see that."""
    email = row.user.email if own.lead or row.pk == own.pk else ""
    name, known = row.user.first_name or email or "Somebody", bool(row.user.first_name)
    return {
        "pk": row.pk,
        "name": name,
        "email": email if known else "",
        "lead": row.lead,
        "you": row.pk == own.pk,
        "back": person_key(row.user.email) in back,
    }


def _add(request: HttpRequest, own: Editorship, form: PersonForm) -> HttpResponse | None:
    _lead_only(own)
    if not form.is_valid():
        return None
    if too_many(request, "add-editor", most=MOST_ADDED, what=f"user {own.user_id}"):
        form.add_error(None, "You have added many people. Try again in an hour.")
        return None
    _row, made = add_editor(asset=own.asset, by=request.user, **form.cleaned_data)
    way = "A message is on its way." if made else "They sign in with that e-mail address; a code comes there."
    messages.success(request, f"{form.cleaned_data['name']} looks after the page too. {way}")
    return redirect("listing_people", own.asset.uuid)


def _do(request: HttpRequest, own: Editorship) -> HttpResponse:
    do, key = request.POST.get("do"), request.POST.get("row", "")
    if do == "leave":
        return _leave(request, own)
    _lead_only(own)
    rows = Editorship.objects.select_related("user", "asset").filter(asset=own.asset)
    if do == "write" and (contact := request.POST.get("contact", "")):
        left = _left_on_it(own, _back(own), [row.user for row in rows])
        written = next((each for each in left if str(each.pk) == contact), None)
        if written is None:  # pressed twice, or never offered
            return redirect("listing_people", own.asset.uuid)
        return _write(request, own, written.email, written.name)
    row = get_object_or_404(rows, pk=key if key.isdecimal() else 0)
    if do == "lead":
        hand_over(row=row, by=request.user)
        messages.success(request, f"{row.user.first_name or 'They'} has the lead now, and is asked in your place.")
    elif do == "write":
        return _write(request, own, row.user.email, row.user.first_name)
    elif do == "remove" and row.pk != own.pk:
        remove_editor(row=row, by=request.user)
        messages.success(request, "They do not look after the page any more, from now on.")
    return redirect("listing_people", own.asset.uuid)


def _write(request: HttpRequest, own: Editorship, email: str, name: str) -> HttpResponse:
    write_again(asset=own.asset, person=person_key(email))
    messages.success(request, f"We write to {name or 'them'} about the page, too.")
    return redirect("listing_people", own.asset.uuid)


def _leave(request: HttpRequest, own: Editorship) -> HttpResponse:
    try:
        remove_editor(row=own, by=request.user)
    except LastOne as problem:
        messages.warning(request, str(problem))
        return redirect("listing_people", own.asset.uuid)
    messages.success(request, f"You do not look after “{own.asset.name}” any more. Thank you for all you did.")
    return redirect("my_listings")


def _lead_only(own: Editorship) -> None:
    if not own.lead:
        raise PermissionDenied
