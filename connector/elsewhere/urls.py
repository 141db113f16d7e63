"""Addresses for search engines."""

from django.urls import path

from connector.elsewhere import crawling_views

urlpatterns = [
    path("robots.txt", crawling_views.robots, name="robots"),
    path("sitemap.xml", crawling_views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", crawling_views.sitemap_part, name="sitemap_part"),
]
