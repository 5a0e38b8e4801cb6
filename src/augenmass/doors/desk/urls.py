"""Addresses of the desk, in German as its users read them."""

from augenmass.doors.desk.addresses import (
    administration,
    cases,
    control,
    disclosure,
    intake,
    law,
    letters,
    referrals,
    retention,
    settings,
    sign_in,
    steps,
    tokens,
    transmissions,
    work,
)

urlpatterns = [
    *sign_in.urlpatterns,
    *settings.urlpatterns,
    *cases.urlpatterns,
    *steps.urlpatterns,
    *letters.urlpatterns,
    *work.urlpatterns,
    *intake.urlpatterns,
    *control.urlpatterns,
    *law.urlpatterns,
    *referrals.urlpatterns,
    *disclosure.urlpatterns,
    *administration.urlpatterns,
    *tokens.urlpatterns,
    *retention.urlpatterns,
    *transmissions.urlpatterns,
]
