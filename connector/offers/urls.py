"""Where a resident tells what they would share. Nobody needs an account."""

from django.urls import path

from connector.offers import views

urlpatterns = [
    path("", views.first_question, name="offering"),
    path("check/", views.check, name="offering_check"),
    path("sent/", views.sent, name="offering_sent"),
    path("<slug:question>/", views.question, name="offering_question"),
]
