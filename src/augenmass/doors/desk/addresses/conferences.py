"""Case conferences between bodies."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.views import conference_meeting, conference_papers, conferences

ONE = "fallkonferenzen/<uuid:key>/"
ITEM = "fallkonferenzen/angabe/<uuid:key>/"

urlpatterns = [
    path("fallkonferenzen/", conferences.page, name="conferences"),
    path("fallkonferenzen/neu/", conferences.new, name="conference_new"),
    path("fallkonferenzen/qualitaet/", conference_papers.quality, name="conference_quality"),
    path(ITEM, conference_meeting.item, name="conference_item"),
    path(ITEM + "grundlage/", conference_meeting.base, name="conference_item_base"),
    path(ITEM + "ergebnis/", conference_meeting.measure, name="conference_measure"),
    path(ONE, conferences.show, name="conference"),
    path(ONE + "annehmen/", conferences.accept, name="conference_accept"),
    path(ONE + "zurueckgeben/", conferences.give_back, name="conference_return"),
    path(ONE + "absagen/", conferences.cancel, name="conference_cancel"),
    path(ONE + "termin/", conferences.move, name="conference_move"),
    path(ONE + "punkt/", conferences.point, name="conference_point"),
    path(ONE + "einladen/", conferences.seat, name="conference_seat"),
    path(ONE + "beistand/", conferences.adviser, name="conference_adviser"),
    path(ONE + "federfuehrung/", conferences.lead, name="conference_lead"),
    path(ONE + "beenden/", conferences.end, name="conference_end"),
    path(ONE + "einwand/", conferences.object_to, name="conference_object"),
    path(ONE + "tun/<slug:what>/", conferences.act, name="conference_act"),
    path(ONE + "sitzung/", conference_meeting.page, name="conference_meeting"),
    path(ONE + "sitzung/stand/", conference_meeting.news, name="conference_news"),
    path(ONE + "sitzung/neu/", conference_meeting.item_new, name="conference_item_new"),
    path(ONE + "protokoll/", conference_papers.minutes, name="conference_minutes"),
    path(ONE + "termin.ics", conference_papers.calendar, name="conference_calendar"),
    path("beistand/<str:token>/", login_not_required(conference_papers.adviser), name="adviser_link"),
]
