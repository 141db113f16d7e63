"""One address: the council's colours."""

from django.urls import path

from connector.council.views import colours

urlpatterns = [path("colours-<slug:version>.css", colours, name="colours")]
