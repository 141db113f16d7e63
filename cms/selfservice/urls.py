"""Where a group keeps its own listings. Who may come here at all is said where these are included."""

from django.urls import path

from cms.selfservice import views

urlpatterns = [
    path("", views.my_listings, name="my_listings"),
    path("<uuid:uuid>/", views.my_listing, name="my_listing"),
    path("<uuid:uuid>/check/", views.check, name="my_listing_check"),
    path("<uuid:uuid>/answer/", views.answer, name="my_listing_answer"),
    path("<uuid:uuid>/forget/", views.forget_answers, name="my_listing_forget"),
    path("<uuid:uuid>/times/<slug:key>/", views.one_time, name="my_time"),
    path("<uuid:uuid>/times/<slug:key>/<slug:question>/", views.time_question, name="my_time_question"),
    path("<uuid:uuid>/<slug:question>/", views.listing_question, name="my_listing_question"),
]
