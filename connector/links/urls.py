"""Where links lead. The log hides what stands after the first part (`connector.core.log_lines`)."""

from django.urls import path

from connector.links import views

urlpatterns = [path("link/<str:token>/", views.link, name="link")]
