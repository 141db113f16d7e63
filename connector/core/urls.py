"""Pages that say how the product works, the gallery of its parts, and what machines ask."""

from django.urls import path

from connector.core import health, views

urlpatterns = [
    path("about/order/", views.how_ordered, name="how_ordered"),
    path("about/data/", views.data_sources, name="data_sources"),
    path("about/accessibility/", views.accessibility, name="accessibility"),
    path("about/cookies/", views.cookies, name="cookies"),
    path("about/leaving/", views.leaving, name="leaving"),
    path("gallery/", views.gallery, name="gallery"),
]
# For programs, the same in every language.
watched = [
    path("health/", health.health, name="health"),
    path("metrics", health.numbers, name="metrics"),
]
