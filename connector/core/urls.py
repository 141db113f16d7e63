"""Pages that say how the product works, and the gallery of its parts."""

from django.urls import path

from connector.core import views

urlpatterns = [
    path("about/order/", views.how_ordered, name="how_ordered"),
    path("about/data/", views.data_sources, name="data_sources"),
    path("about/accessibility/", views.accessibility, name="accessibility"),
    path("about/cookies/", views.cookies, name="cookies"),
    path("gallery/", views.gallery, name="gallery"),
]
