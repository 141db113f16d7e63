"""What a group does about what its listing brings: answers a question, asks for help, hangs up a poster.

Invariant: only who keeps the listing, or whom a link opened it for; looking changes nothing.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from cms.actions import Locked
from cms.listing_page import listed, listing
from cms.models import Asset
from cms.moderation import Verdict
from cms.selfservice.by_link import who
from cms.selfservice.desk import reached_by
from cms.visibility import PUBLIC
from connector.asking.actions.answer_question import answer_question
from connector.asking.actions.dont_know import dont_know
from connector.asking.subjects import TOLD, in_words, is_answer
from connector.core.qr import square
from connector.reach.actions.ask_for_help import ask_for_help
from connector.reach.helping import words_of

LIVE = "Thank you. People see it now."
WAITS = "Thank you. A connector looks at it before people see it."
THEN_NOT = "Thank you. We won’t ask you that again for a while."
UNSURE = "unsure"
NO_WORDS = "Write a few words first."


@require_POST
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """POST `answer`: a subject and "yes", "partly", "no", "told" or "unsure", a colon between; `words-` and the
    subject: the answer of one that is told in words."""
    asset = get_object_or_404(reached_by(request), uuid=uuid)
    subject, _, state = request.POST.get("answer", "").partition(":")
    words = request.POST.get(f"words-{subject}", "")
    if in_words(subject) and state == TOLD and not words.strip():
        messages.warning(request, NO_WORDS)
        return redirect("my_listing", uuid)
    if not is_answer(subject, state, words):
        raise Http404
    if state == UNSURE:
        dont_know(asset=asset, subject=subject, on=timezone.localdate())
        messages.success(request, THEN_NOT)
        return redirect("my_listing", uuid)
    try:
        _thank(
            request,
            answer_question(
                asset=asset, subject=subject, state=state, by=who(request), reached=reached_by(request), note=words
            ),
        )
    except Locked as problem:
        messages.warning(request, str(problem))
    return redirect("my_listing", uuid)


@require_POST
def help_wanted(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """POST `help`: a code of `connector.reach.helping`, or "none"."""
    asset = get_object_or_404(reached_by(request), uuid=uuid)
    words = words_of(request.POST.get("help", ""))
    if words is None:
        raise Http404
    try:
        _thank(request, ask_for_help(asset=asset, words=words, by=who(request), reached=reached_by(request)))
    except Locked as problem:
        messages.warning(request, str(problem))
    return redirect("my_listing", uuid)


@never_cache
@require_GET
def poster(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One page for the wall, of what everybody may read. Not found while people do not see the listing."""
    mine = get_object_or_404(reached_by(request), uuid=uuid)
    asset = listed(Asset.objects.visible_to(PUBLIC).filter(pk=mine.pk)).first()
    if asset is None:
        raise Http404
    shown = listing(asset, viewer=PUBLIC, now=timezone.localtime())
    context = {
        "door": "mine",
        "uuid": uuid,
        "card": shown.card,
        "when": shown.rhythms[:2] or shown.opening[:2],
        "where": shown.reach or "; ".join(", ".join(filter(None, (p.name, p.address))) for p in shown.places[:1]),
        "cost": shown.cost or "; ".join(shown.prices[:2]),
        "ask": shown.card.ask_for,
        "qr": square(asset.get_absolute_url()),
    }
    return render(request, "connector/reach/poster.html", context)


def _thank(request: HttpRequest, verdict: Verdict) -> None:
    messages.success(request, WAITS if verdict.waits else LIVE)
