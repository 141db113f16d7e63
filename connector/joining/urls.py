"""Where a group is told of, and where its links lead. Nobody needs an account, but for the last ones."""

from django.urls import path

from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.joining import alike_view, door_views, later_views, sending_views, views

urlpatterns = [
    path("", views.first_question, name="joining"),
    path("alike/", alike_view.alike, name="joining_alike"),
    path("<uuid:uuid>/check/", sending_views.check, name="joining_check"),
    path("<uuid:uuid>/plainer/", sending_views.use_plainer_words, name="joining_plainer"),
    path("<uuid:uuid>/sent/", sending_views.sent, name="joining_sent"),
    path("<uuid:uuid>/pin/", later_views.pin, name="joining_pin"),
    path("<uuid:uuid>/later/", later_views.elsewhere, name="joining_elsewhere"),
    path("<uuid:uuid>/when/dates/", views.dates, name="joining_dates"),
    path("<uuid:uuid>/more/<slug:question>/", later_views.more, name="joining_more"),
    path("<uuid:uuid>/<slug:question>/", views.question, name="joining_question"),
    path("kept/<uuid:uuid>/<slug:question>/", needs(Permission.KEEP_OWN)(later_views.mine), name="joining_mine"),
    path("asked/<uuid:uuid>/", needs(Permission.CURATE)(door_views.agreed_by_telephone), name="joining_asked"),
]
