"""Obstacles of practice."""

from django.urls import path

from augenmass.doors.desk.views import obstacles

urlpatterns = [
    path("hemmnisse/", obstacles.page, name="obstacles"),
    path("hemmnisse/neu/", obstacles.new, name="obstacle_new"),
    path("hemmnisse/<uuid:key>/", obstacles.show, name="obstacle"),
    path("hemmnisse/<uuid:key>/aendern/", obstacles.change, name="obstacle_change"),
    path("hemmnisse/<uuid:key>/anschliessen/", obstacles.join, name="obstacle_join"),
    path("hemmnisse/<uuid:key>/vorbei/", obstacles.over, name="obstacle_over"),
    path("hemmnisse/<uuid:key>/antwort/", obstacles.answer, name="obstacle_answer"),
    path("hemmnisse/<uuid:key>/beobachten/", obstacles.watch, name="obstacle_watch"),
]
