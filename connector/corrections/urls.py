"""Where anybody says what is wrong with a listing."""

from django.urls import path

from connector.corrections import views

urlpatterns = [path("listings/<uuid:uuid>/wrong/", views.suggest, name="suggest_correction")]
