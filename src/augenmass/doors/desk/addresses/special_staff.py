"""The special staff: nominated cases, the joint plan, reports without persons."""

from django.urls import path

from augenmass.doors.desk.views import special_staff, special_staff_reports

urlpatterns = [
    path("sonderstab/", special_staff.page, name="special_staff"),
    path("sonderstab/berichte/", special_staff_reports.page, name="board_reports"),
    path("sonderstab/berichte/<uuid:key>/", special_staff_reports.show, name="board_report"),
    path("sonderstab/berichte/<uuid:key>/pdf/", special_staff_reports.pdf, name="board_report_pdf"),
    path("sonderstab/berichte/<uuid:key>/csv/", special_staff_reports.data, name="board_report_csv"),
    path("sonderstab/einladung/", special_staff_reports.invitation, name="special_staff_invitation"),
    path("sonderstab/schritt/<uuid:key>/", special_staff.step_done, name="special_staff_step"),
    path("sonderstab/fall/<uuid:key>/", special_staff.show, name="special_staff_case"),
    path("sonderstab/fall/<uuid:key>/neu-schreiben/", special_staff.mend_page, name="special_staff_mend"),
    path("sonderstab/fall/<uuid:key>/<slug:what>/", special_staff.act, name="special_staff_act"),
    path("faelle/<uuid:key>/sonderstab/<slug:group>/", special_staff.new, name="special_staff_new"),
]
