"""One address: the picture of a link."""

from django.urls import path

from connector.sharing.views import image

urlpatterns = [path("share/<slug:kind>/<slug:ref>/<slug:version>.png", image, name="share_image")]
