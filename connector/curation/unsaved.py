"""An interest as it stands in the form of its edit page, in memory alone.

Invariant: nothing is written; the form is the edit page's own, so that what passes here would pass there.
"""

from typing import Any

from django.forms import BaseForm
from django.http import QueryDict

from cms.models import Interest


def unsaved(interest: Interest, data: QueryDict, user: Any) -> tuple[Interest, list[str]]:
    """The interest with what was typed, and what is wrong with it in sentences; with anything wrong it is as before."""
    draft = interest.get_latest_revision_as_object()
    viewset = Interest.snippet_viewset  # type: ignore[attr-defined]
    form = viewset.get_form_class(for_update=True)(data, instance=draft, for_user=user)
    if not form.is_valid():
        return interest, _problems(form)
    changed: Interest = form.save(commit=False)
    return changed, []


def _problems(form: Any) -> list[str]:
    found = _told(form)
    for formset in form.formsets.values():
        found += [str(error) for error in formset.non_form_errors()]
        for row, each in enumerate(formset.forms, 1):
            found += [f"Connection {row}, {problem[:1].lower()}{problem[1:]}" for problem in _told(each)]
    return found


def _told(form: BaseForm) -> list[str]:
    return [
        f"{form.fields[name].label}: {error}" if name in form.fields else str(error)
        for name, errors in form.errors.items()
        for error in errors
    ]
