"""Django settings of the compartment: nothing of them is shared with the main program but words, styles and formats."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.configuration import configuration
from augenmass.site.configuration import Mode
from augenmass.site.databases import postgresql, sqlite
from augenmass.site.logs import configure_logs

_configuration = configuration()
PACKAGE = Path(__file__).resolve().parent.parent
DESK = PACKAGE / "doors" / "desk"
DATA = _configuration.data.resolve()
DATA.mkdir(parents=True, exist_ok=True, mode=0o700)

DEMO = _configuration.mode is Mode.DEMO
DEBUG = False
SECRET_KEY = _configuration.secret_key
ALLOWED_HOSTS = [*_configuration.hosts, *(["testserver"] if _configuration.mode is Mode.TEST else [])]
CSRF_TRUSTED_ORIGINS = _configuration.trusted_origins

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "augenmass.compartment",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "augenmass.site.logs.RequestLogMiddleware",
    "augenmass.doors.desk.private_pages.PrivatePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "augenmass.doors.desk.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "augenmass.compartment.kept_text.KeptTextMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "augenmass.compartment.sign_in.SecondFactorMiddleware",
    "augenmass.compartment.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "augenmass.compartment.urls"
WSGI_APPLICATION = "augenmass.compartment.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Its own pages first; frame, parts of pages and the pages of the second factor are the desk's.
        "DIRS": [Path(__file__).resolve().parent / "templates", DESK / "templates"],
        "OPTIONS": {
            "loaders": [
                "django.template.loaders.filesystem.Loader",
                "django.template.loaders.app_directories.Loader",
            ],
            "libraries": {"desk": "augenmass.doors.desk.templatetags.desk"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "augenmass.compartment.context.compartment",
            ],
        },
    },
]

if _configuration.database == "sqlite":
    DATABASES = {"default": sqlite(DATA / "compartment.sqlite3")}
    # A row that was encrypted anew leaves its old cipher text nowhere in the file.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA secure_delete=ON"
else:
    DATABASES = {"default": postgresql(_configuration.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

AUTH_USER_MODEL = "compartment.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "augenmass.compartment.sign_in.ClosedAdapter"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/anmelden/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ALLAUTH_TRUSTED_PROXY_COUNT = _configuration.trusted_proxies
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,8/5m/key",
    "change_password": "8/5m/user",
    "reauthenticate": "20/5m/user",
}
SECOND_FACTOR = _configuration.asks_second_factor
MFA_ADAPTER = "augenmass.compartment.sign_in.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Augenmaß Beratungsraum"
MFA_RECOVERY_CODES_SHOW_ONCE = True
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if _configuration.mode is Mode.TEST
    else ["django.contrib.auth.hashers.PBKDF2PasswordHasher", "django.contrib.auth.hashers.ScryptPasswordHasher"]
)

# Every page view moves the end of the session on: one that is not used for so long ends.
SESSION_COOKIE_AGE = _configuration.session_minutes * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
_secure = (
    _configuration.secure_cookies
    if _configuration.secure_cookies is not None
    else _configuration.mode is Mode.PRODUCTION
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
COOKIE_PREFIX = "__Host-" if _secure else ""
# Cookies know no port: beside the main program on the same name, only other names keep the two apart.
SESSION_COOKIE_NAME = COOKIE_PREFIX + "counselsession"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "counselcsrftoken"
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "augenmass_language"
THEME_COOKIE_NAME = COOKIE_PREFIX + "augenmass_theme"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _secure else None
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "augenmass.compartment.refusals.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
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
STATICFILES_DIRS = [DESK / "static"]
# Tests make a handler for each client: it looks for a static file when one is asked for, not for all of them beforehand.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = _configuration.mode is Mode.TEST
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if _configuration.mode is Mode.TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# An uploaded paper stays in memory until it is encrypted: nothing of it touches the disk in the clear.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

LOGGING_CONFIG = None
configure_logs(_configuration.log_level)
