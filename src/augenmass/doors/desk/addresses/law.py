"""The law: catalogue, review and release, trying it out."""

from django.urls import path

from augenmass.doors.desk.views import comparison, law

urlpatterns = [
    path("recht/", law.page, name="law"),
    path("recht/probe/", law.trial, name="law_trial"),
    path("recht/vergleich/", comparison.page, name="law_comparison"),
    path("recht/vergleich/<uuid:key>/stand/", comparison.progress, name="law_comparison_progress"),
    path("recht/vergleich/<uuid:key>/faelle/", comparison.cases, name="law_comparison_cases"),
    path("recht/katalog.<slug:ending>", law.export, name="law_export"),
    path("recht/drucken/", law.print_pdf, name="law_print"),
    path("recht/drucken/<uuid:key>/stand/", law.printing, name="law_printing"),
    path("recht/drucken/<uuid:key>/datei/", law.printed, name="law_printed"),
    path("recht/freigabe/", law.release, name="law_release"),
    path("recht/freigabe/vergleichen/", comparison.before_release, name="law_release_compare"),
    path("recht/freigabe/<uuid:key>/freigeben/", law.release_confirm, name="law_release_confirm"),
    path("recht/freigabe/<uuid:key>/ablehnen/", law.release_refuse, name="law_release_refuse"),
    path("recht/frage/<slug:name>/", law.question, name="law_question"),
    path("recht/norm/<path:name>/", law.norm, name="law_norm"),
]
