"""Addresses for search engines, for other people's websites, for walls and for readers of news."""

from django.urls import path

from connector.elsewhere import box_views, crawling_views, news_views, screen_views

urlpatterns = [
    path("embed/near/", box_views.near_box, name="near_box"),
    path("screen/", screen_views.screen, name="screen"),
    path("put-this-on-your-website/", box_views.put_on_your_website, name="put_on_your_website"),
]
# For programs, the same in every language.
files = [
    path("robots.txt", crawling_views.robots, name="robots"),
    path("sitemap.xml", crawling_views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", crawling_views.sitemap_part, name="sitemap_part"),
    path("embed/near.js", box_views.near_script, name="near_script"),
    path("embed/accent-<slug:digits>.css", box_views.accent, name="accent"),
    path("follow/new.xml", news_views.new, name="news_new"),
    path("follow/on.xml", news_views.on, name="news_on"),
]
