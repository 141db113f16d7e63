"""Pages of the demonstration. Each answers "not found" outside of it."""

from django.urls import path

from connector.demo import views

urlpatterns = [
    path("", views.demonstration, name="demonstration"),
    path("enter/", views.enter, name="demonstration_enter"),
    path("mailbox/", views.mailbox, name="mailbox"),
]
