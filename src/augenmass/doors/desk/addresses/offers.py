"""The directory of what is offered on the spot."""

from django.urls import path

from augenmass.doors.desk.views import offer_files, offers

urlpatterns = [
    path("angebote/", offers.page, name="offers"),
    path("angebote/pflege/", offers.kept, name="offers_kept"),
    path("angebote/neu/", offers.new, name="offer_new"),
    path("angebote/export/", offer_files.export, name="offers_export"),
    path("angebote/vorlage/", offer_files.template, name="offers_template"),
    path("angebote/import/", offer_files.upload, name="offers_import"),
    path("angebote/import/<uuid:key>/", offer_files.preview, name="offers_file"),
    path("angebote/import/<uuid:key>/uebernehmen/", offer_files.take, name="offers_file_take"),
    path("angebote/import/<uuid:key>/verwerfen/", offer_files.discard, name="offers_file_discard"),
    path("angebote/import/<uuid:key>/zurueck/", offer_files.refused, name="offers_file_refused"),
    path("angebote/<uuid:key>/", offers.show, name="offer"),
    path("angebote/<uuid:key>/aendern/", offers.change, name="offer_change"),
    path("angebote/<uuid:key>/tun/<slug:what>/", offers.act, name="offer_act"),
]
