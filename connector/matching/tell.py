"""“I know one that isn't here”: what was typed into those three fields becomes a listing for workers.

Invariant: does nothing unless that button was pressed; what is wrong is told, and what was typed stays.
"""

from typing import Any

from django.http import HttpRequest

from cms.actions import tell_of
from connector.matching.tell_form import TellForm
from search.interests import vocabulary
from search.understanding.read import read
from search.understanding.understand import NoIndex


def tell(request: HttpRequest) -> dict[str, Any]:
    """`tell`: the form, and `told`: the name of what is a listing now. For `_tell.html`."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if request.POST.get("press") != "tell":
        typed = {name: request.POST.get(f"tell-{name}", "") for name in TellForm.base_fields}
        return {"tell": TellForm(viewer=viewer, initial=typed), "told": "", "tell_open": any(typed.values())}
    form = TellForm(request.POST, viewer=viewer)
    if not form.is_valid():
        return {"tell": form, "told": "", "tell_open": True}
    said = read(form.cleaned_data["name"], vocabulary(), NoIndex(), mend=False)
    asset = tell_of(
        name=form.cleaned_data["name"],
        where=form.cleaned_data["where"],
        when=form.cleaned_data["when"],
        place=form.place(),
        interests=tuple(each.code for each in said.interests),
        by=request.user,  # type: ignore[arg-type]  # who is not signed in was sent away
    )
    return {"tell": TellForm(viewer=viewer), "told": asset.name, "tell_open": False}
