"""The list of where one is signed in: end one of them, or all others."""

from typing import Any

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from cms.schedule.say import say_day, say_span


class SessionsView(ListUserSessionsView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {"rows": [(each, _since(each)) for each in found["sessions"]]}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """With `session`, the number of one of one's own rows, that one ends; without, all but this."""
        asked = request.POST.get("session", "")
        if not asked:
            return super().post(request, *args, **kwargs)
        mine = UserSession.objects.filter(user=request.user, pk=asked if asked.isdecimal() else None)
        get_adapter().end_sessions([each for each in mine if not each.is_current()])
        return redirect("usersessions_list")


def _since(session: UserSession) -> str:
    """ "Tue 24 Nov, 8.54am"."""
    began = timezone.localtime(session.created_at)
    return f"{say_day(began.date(), timezone.localdate())}, {say_span(began.time())}"
