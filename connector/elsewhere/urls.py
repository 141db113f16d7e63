"""Addresses for search engines, and for other people's websites."""

from django.urls import path

from connector.elsewhere import box_views, crawling_views

urlpatterns = [
    path("robots.txt", crawling_views.robots, name="robots"),
    path("sitemap.xml", crawling_views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", crawling_views.sitemap_part, name="sitemap_part"),
    path("embed/near/", box_views.near_box, name="near_box"),
    path("embed/near.js", box_views.near_script, name="near_script"),
    path("embed/accent-<slug:digits>.css", box_views.accent, name="accent"),
    path("put-this-on-your-website/", box_views.put_on_your_website, name="put_on_your_website"),
]
