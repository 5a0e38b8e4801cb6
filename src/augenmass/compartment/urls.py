"""Addresses of the compartment, in German as its users read them."""

from allauth.account.views import AccountInactiveView, LoginView, LogoutView, PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateCodeView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.compartment.views import appointments, body, persons, programmes, screen, statements

handler404 = "augenmass.compartment.views.screen.not_there"
handler500 = "augenmass.compartment.views.screen.failed"
handler429 = "augenmass.compartment.views.screen.too_many"

urlpatterns = [
    path("", persons.listing, name="persons"),
    path("personen/neu/", persons.new, name="person_new"),
    path("personen/<uuid:key>/", persons.show, name="person"),
    path("personen/<uuid:key>/aendern/", persons.change, name="person_change"),
    path("personen/<uuid:key>/aufklaerung/", persons.tell, name="notice"),
    path("personen/<uuid:key>/gespraech/", persons.talk, name="talk_new"),
    path("personen/<uuid:key>/erklaerung/", statements.new, name="statement_new"),
    path("personen/<uuid:key>/termin/", appointments.new, name="appointment_new"),
    path("termine/", appointments.listing, name="appointments"),
    path("termine/<uuid:key>/", appointments.show, name="appointment"),
    path("termine/<uuid:key>/ausgang/", appointments.close, name="appointment_close"),
    path("termine/<uuid:key>/verlegen/", appointments.move, name="appointment_move"),
    path("termine/kalender/anlegen/", appointments.open_calendar, name="calendar_open"),
    path("termine/kalender/widerrufen/", appointments.revoke_calendar, name="calendar_revoke"),
    path("kalender/<str:secret>.ics", appointments.calendar, name="calendar"),
    path("erklaerungen/<uuid:key>/", statements.show, name="statement"),
    path("erklaerungen/<uuid:key>/aendern/", statements.change, name="statement_change"),
    path("erklaerungen/<uuid:key>/billigen/", statements.on_screen, name="statement_screen"),
    path("erklaerungen/<uuid:key>/papier/", statements.on_paper, name="statement_paper"),
    path("erklaerungen/<uuid:key>/papier/ansehen/", statements.paper, name="statement_scan"),
    path("erklaerungen/<uuid:key>/zuruecknehmen/", statements.withdraw, name="statement_withdraw"),
    path("erklaerungen/<uuid:key>/senden/", statements.queue, name="statement_send"),
    path("erklaerungen/<uuid:key>/datei/", statements.export, name="statement_export"),
    path("stelle/", body.declaration, name="declaration"),
    path("stelle/behoerden/", body.authorities, name="authorities"),
    path("stelle/behoerden/<uuid:key>/streichen/", body.close, name="authority_close"),
    path("stelle/programme/", programmes.listing, name="programmes"),
    path("stelle/programme/<uuid:key>/beenden/", programmes.end, name="programme_end"),
    path("stelle/protokoll/", body.log, name="log"),
    path("sprache/", screen.language, name="set_language"),
    path("darstellung/", screen.theme, name="set_theme"),
    path("gesundheit/", screen.health, name="health"),
    path("anmelden/", login_not_required(LoginView.as_view()), name="account_login"),
    path("anmelden/zweiter-faktor/", login_not_required(AuthenticateView.as_view()), name="mfa_authenticate"),
    path("anmelden/gesperrt/", login_not_required(AccountInactiveView.as_view()), name="account_inactive"),
    path("anmelden/bestaetigen/", ReauthenticateView.as_view(), name="account_reauthenticate"),
    path("anmelden/bestaetigen/code/", ReauthenticateCodeView.as_view(), name="mfa_reauthenticate"),
    path("abmelden/", login_not_required(LogoutView.as_view()), name="account_logout"),
    path("konto/app/", ActivateTOTPView.as_view(), name="mfa_activate_totp"),
    path("konto/codes/", ViewRecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("konto/codes/neu/", GenerateRecoveryCodesView.as_view(), name="mfa_generate_recovery_codes"),
    path("konto/passwort/", PasswordChangeView.as_view(success_url="/"), name="account_change_password"),
    path("konto/", screen.account, name="mfa_index"),
]
