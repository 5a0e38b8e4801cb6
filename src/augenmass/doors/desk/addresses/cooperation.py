"""Regional standards of cooperation between police and foreigners' authorities: list, one, its editions, two compared."""

from django.urls import path

from augenmass.doors.desk.views import cooperation

ALL = "zusammenarbeit/"
ONE = ALL + "<uuid:key>/"

urlpatterns = [
    path(ALL, cooperation.page, name="standards"),
    path(ALL + "neu/", cooperation.new, name="standard_new"),
    path(ALL + "vergleich/", cooperation.compare, name="standards_compare"),
    path(ONE, cooperation.show, name="standard"),
    path(ONE + "fortschreiben/", cooperation.change, name="standard_change"),
    path(ONE + "geprueft/", cooperation.reviewed, name="standard_review"),
]
