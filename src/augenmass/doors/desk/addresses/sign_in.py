"""Signing in and out, second factors, one's own sessions."""

from allauth.account.views import AccountInactiveView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateCodeView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.webauthn.views import EditWebAuthnView
from django.contrib.auth.decorators import login_not_required
from django.urls import path, reverse_lazy

from augenmass.doors.desk.views import sessions, sign_in

SECURITY = reverse_lazy("mfa_index")

urlpatterns = [
    path("anmelden/", login_not_required(sign_in.SignInView.as_view()), name="account_login"),
    path("anmelden/passkey/", sign_in.PasskeyAloneView.as_view(), name="mfa_login_webauthn"),
    path("anmelden/zweiter-faktor/", sign_in.FactorView.as_view(), name="mfa_authenticate"),
    path("anmelden/gesperrt/", AccountInactiveView.as_view(), name="account_inactive"),
    path("anmelden/dienst/<slug:provider_id>/", sign_in.provider_login, name="openid_connect_login"),
    path("anmelden/dienst/<slug:provider_id>/zurueck/", sign_in.provider_callback, name="openid_connect_callback"),
    path("anmelden/bestaetigen/", ReauthenticateView.as_view(), name="account_reauthenticate"),
    path("anmelden/bestaetigen/code/", ReauthenticateCodeView.as_view(), name="mfa_reauthenticate"),
    path("anmelden/bestaetigen/passkey/", sign_in.ConfirmPasskeyView.as_view(), name="mfa_reauthenticate_webauthn"),
    path("abmelden/", login_not_required(LogoutView.as_view()), name="account_logout"),
    path("konto/zweiter-faktor/", sign_in.second_factor, name="second_factor"),
    path("konto/anmeldung/", sign_in.security, name="mfa_index"),
    path("konto/anmeldung/app/neu/", sign_in.NewAppView.as_view(), name="mfa_activate_totp"),
    path("konto/anmeldung/app/entfernen/", sign_in.RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("konto/anmeldung/passkeys/neu/", sign_in.NewPasskeyView.as_view(), name="mfa_add_webauthn"),
    path(
        "konto/anmeldung/passkeys/<int:pk>/umbenennen/",
        EditWebAuthnView.as_view(success_url=SECURITY),
        name="mfa_edit_webauthn",
    ),
    path(
        "konto/anmeldung/passkeys/<int:pk>/entfernen/",
        sign_in.RemovePasskeyView.as_view(success_url=SECURITY),
        name="mfa_remove_webauthn",
    ),
    path("konto/anmeldung/codes/", ViewRecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("konto/anmeldung/codes/neu/", GenerateRecoveryCodesView.as_view(), name="mfa_generate_recovery_codes"),
    path("konto/passwort/", sign_in.NewPasswordView.as_view(success_url=SECURITY), name="account_change_password"),
    path("konto/sitzungen/", sessions.sessions, name="sessions"),
    path("konto/sitzungen/<int:session_id>/beenden/", sessions.end, name="session_end"),
    path("konto/sitzungen/andere-beenden/", sessions.end_others, name="sessions_end_others"),
    path("konto/sitzungen/alle-beenden/", sessions.end_all, name="sessions_end_all"),
    path("protokoll/anmeldungen/", sessions.log, name="sign_in_log"),
]
