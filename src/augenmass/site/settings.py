"""Django settings, derived from ``augenmass.site.configuration``."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from augenmass.site.configuration import Mode, configuration
from augenmass.site.databases import postgresql, sqlite
from augenmass.site.identity_providers import read_identity_providers
from augenmass.site.logs import configure_logs

_configuration = configuration()
PACKAGE = Path(__file__).resolve().parent.parent
DATA = _configuration.data.resolve()
DATA.mkdir(parents=True, exist_ok=True, mode=0o700)

DEMO = _configuration.mode is Mode.DEMO
PRODUCTION = _configuration.mode is Mode.PRODUCTION
DEBUG = _configuration.debug
SECRET_KEY = _configuration.secret_key
ALLOWED_HOSTS = [*_configuration.hosts, *(["testserver"] if _configuration.mode is Mode.TEST else [])]
CSRF_TRUSTED_ORIGINS = _configuration.trusted_origins

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "augenmass.directory",
    "augenmass.record",
    "augenmass.access",
    "augenmass.competence",
    "augenmass.lawbook",
    "augenmass.cases",
    "augenmass.work",
    "augenmass.funded_return",
    "augenmass.accommodation",
    "augenmass.gate",
    "augenmass.administration",
    "augenmass.letters",
    "augenmass.steps",
    "augenmass.prospects",
    "augenmass.fund",
    "augenmass.departure",
    "augenmass.obstacles",
    "augenmass.conferences",
    "augenmass.agreements",
    "augenmass.offers",
    "augenmass.travel_papers",
    "augenmass.special_staff",
    "augenmass.referral",
    "augenmass.overview",
    "augenmass.transmissions",
    "augenmass.notices",
    "augenmass.cooperation",
    "augenmass.intake",
    "augenmass.evaluation",
    "augenmass.retention",
    "augenmass.disclosure",
    "augenmass.person_access",
    "augenmass.doors.desk",
    "augenmass.doors.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "augenmass.site.health.HealthMiddleware",
    "augenmass.site.logs.RequestLogMiddleware",
    "augenmass.doors.desk.private_pages.PrivatePagesMiddleware",
    # Before the sessions: programs are let in by their token alone, and pages by the session alone.
    "augenmass.doors.api.entrance.ProgramsMiddleware",
    # Likewise persons at their own door, with a cookie of their own: a session of the staff is nothing there, and the other way round.
    "augenmass.doors.portal.entrance.PersonsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "augenmass.doors.desk.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "augenmass.doors.desk.size_limit.SizeLimitMiddleware",
    "augenmass.doors.desk.sign_in.session_end.SessionEndMiddleware",
    "augenmass.doors.desk.kept_text.KeptTextMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "augenmass.doors.desk.sign_in.second_factor.SecondFactorMiddleware",
    "augenmass.doors.desk.actor.ActorMiddleware",
    "augenmass.doors.desk.refusals.RefusalMiddleware",
    "augenmass.doors.desk.needs.NeedsMiddleware",
]

ROOT_URLCONF = "augenmass.site.urls"
WSGI_APPLICATION = "augenmass.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "doors" / "desk" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "augenmass.doors.desk.context.desk",
            ],
        },
    },
]

if _configuration.database == "sqlite":
    DATABASES = {"default": sqlite(DATA / "augenmass.sqlite3"), "access_log": sqlite(DATA / "access_log.sqlite3")}
else:
    DATABASES = {"default": postgresql(_configuration.database)}
if _configuration.access_log_database:
    DATABASES["access_log"] = postgresql(_configuration.access_log_database)
for _database in DATABASES.values():
    # Tests make the tables from the models, as a new demonstration does (``site.command.setting_up.create_tables``).
    _database.setdefault("TEST", {})["MIGRATE"] = False
DATABASE_ROUTERS = ["augenmass.access.router.AccessLogRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The rate limits of the sign-in count in this store; every server process sees the same counts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        # Beyond this number entries are dropped at random: with the default of 300 a flood of names would wash the counts away.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

AUTH_USER_MODEL = "directory.Account"
AUTHENTICATION_BACKENDS = ["augenmass.directory.backend.DeskBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "augenmass.doors.desk.sign_in.adapter.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/anmelden/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
# Behind a proxy every request comes from its address: without this number one person who mistypes would lock all out.
ALLAUTH_TRUSTED_PROXY_COUNT = _configuration.trusted_proxies
# "key" is what doors.desk.sign_in.limits names: nobody can use a limit to lock somebody else out of a browser of theirs.
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_failed": "8/5m/key",
    "attempts_by_address": "60/m/ip",
    "failures_by_address": "20/m/ip",
    "failures_by_pair": "8/5m/key",
    "failures_by_account": "20/15m/key",
    "slow_account": "1/30s/key",
    "refusals_noted": "1/5m/key",
    "certificate_checks": "30/m/ip",
    "agreement_checks": "20/m/ip",
    "links_without_account": "30/m/ip",
    "calendar_feeds": "60/m/ip",
    "portal_codes": "10/m/ip",
    "portal_passkeys": "60/m/ip",
    "portal_uploads": "20/m/ip",
    "portal_feedback": "5/m/ip",
    "change_password": "8/5m/user",
    "reauthenticate": "20/5m/user",
}
SECOND_FACTOR = _configuration.asks_second_factor
MFA_ADAPTER = "augenmass.doors.desk.sign_in.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_TOTP_ISSUER = "Augenmaß"
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Only where no living person's data lies: the check of the page's origin would ask for HTTPS, which localhost has not.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _configuration.mode is not Mode.PRODUCTION
MFA_FORMS = {
    "authenticate": "augenmass.doors.desk.sign_in.forms.CodeForm",
    "reauthenticate": "augenmass.doors.desk.sign_in.forms.ConfirmingCodeForm",
    "activate_totp": "augenmass.doors.desk.sign_in.forms.AppForm",
    "add_webauthn": "augenmass.doors.desk.sign_in.forms.NewPasskeyForm",
    "edit_webauthn": "augenmass.doors.desk.sign_in.forms.PasskeyNameForm",
    "authenticate_webauthn": "augenmass.doors.desk.sign_in.forms.PasskeyForm",
    "reauthenticate_webauthn": "augenmass.doors.desk.sign_in.forms.ConfirmingPasskeyForm",
    "login_webauthn": "augenmass.doors.desk.sign_in.forms.PasskeyAloneForm",
}
IDENTITY_PROVIDERS, IDENTITY_PROVIDER_PROBLEMS = read_identity_providers(
    DATA, https_only=_configuration.mode is Mode.PRODUCTION
)
SOCIALACCOUNT_ADAPTER = "augenmass.doors.desk.sign_in.providers.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [provider.as_app() for provider in IDENTITY_PROVIDERS]}
}
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if _configuration.mode is Mode.TEST
    else ["django.contrib.auth.hashers.PBKDF2PasswordHasher", "django.contrib.auth.hashers.ScryptPasswordHasher"]
)
SESSION_MINUTES = _configuration.session_minutes
SESSION_COOKIE_AGE = _configuration.session_hours * 3600
SIGN_IN_LOG_DAYS = _configuration.sign_in_log_days
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

_secure = (
    _configuration.secure_cookies
    if _configuration.secure_cookies is not None
    else _configuration.mode is Mode.PRODUCTION
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
# A browser takes a cookie of this prefix only over HTTPS, from this host itself and for all of it: a neighbour under the same domain plants none.
COOKIE_PREFIX = "__Host-" if _secure else ""
SESSION_COOKIE_NAME = COOKIE_PREFIX + "sessionid"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "csrftoken"
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "augenmass_language"
THEME_COOKIE_NAME = COOKIE_PREFIX + "augenmass_theme"
PORTAL_COOKIE_NAME = COOKIE_PREFIX + "augenmass_person"
PORTAL_LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "augenmass_person_language"
# Sentences for the next page may name people: they stay on the server, not in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _secure else None
SECURE_SSL_REDIRECT = False  # the proxy in front redirects
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "augenmass.doors.desk.views.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # A form that ends in a redirect to an identity provider is stopped unless its origin stands here.
        "form-action": [SELF, *sorted({origin for one in IDENTITY_PROVIDERS for origin in one.origins})],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch")), ("en", _("Englisch"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
FORMAT_MODULE_PATH = "augenmass.site.formats"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# Tests make a handler for each client: it looks for a static file when one is asked for, not for all of them beforehand.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = _configuration.mode is Mode.TEST
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(DATA / "files")}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if _configuration.mode is Mode.TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
UPLOAD_MEGABYTES = _configuration.upload_megabytes
IMPORT_MEGABYTES = _configuration.import_megabytes
SCANNER = _configuration.scanner
STAFF_MEASURES = _configuration.staff_measures
BACKUP_DAYS = _configuration.backup_days
API_CALLS_PER_MINUTE = _configuration.api_calls_per_minute
IMPRINT_URL = _configuration.imprint_url
ACCESSIBILITY_CONTACT = _configuration.accessibility_contact
ACCESSIBILITY_ENFORCEMENT = _configuration.accessibility_enforcement
ACCESSIBILITY_CHECKED_ON = _configuration.accessibility_checked_on
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _configuration.mail_host
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = _configuration.mail_host
EMAIL_PORT = _configuration.mail_port
EMAIL_HOST_USER = _configuration.mail_user
EMAIL_HOST_PASSWORD = _configuration.mail_password
EMAIL_USE_TLS = _configuration.mail_tls
DEFAULT_FROM_EMAIL = _configuration.mail_from

LOGGING_CONFIG = None
configure_logs(_configuration.log_level)
