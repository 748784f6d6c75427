"""Django's settings, drawn from the environment; see environment.py for what may be said there."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kashuv.config import checks, environment
from kashuv.foundation import sqlite

sqlite.prefer_newest()

HOUSE = Path(__file__).resolve().parent.parent
DATA = environment.data_folder()
_told = environment.told(DATA)

BASE_URL = checks.base_url(_told.get("KASHUV_BASE_URL", ""))
SECRET_KEY = environment.secret_key(DATA, _told.get("KASHUV_SECRET_KEY"))
SEALING_KEY = environment.sealing_key(DATA, _told.get("KASHUV_SEALING_KEY"))
MAIL_CA = _told.get("KASHUV_MAIL_CA", "")
PRIVATE_NETWORKS = checks.networks(_told.get("KASHUV_PRIVATE_NETWORKS", ""))
MAIL_SIGN_IN = {
    "google": checks.google(_told),
    "microsoft": checks.microsoft(_told),
}
DEBUG = False
ALLOWED_HOSTS = ["*"]  # the proxy in front decides which names lead here; links are built from BASE_URL
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL else []
_secure = BASE_URL.startswith("https://")

DATABASES = {"default": checks.database(_told.get("DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "kashuv",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kashuv.desk.doorway.MemberMiddleware",
    "kashuv.desk.doorway.PolicyMiddleware",
]

ROOT_URLCONF = "kashuv.config.urls"
WSGI_APPLICATION = "kashuv.config.wsgi.application"
TIMETABLE = "kashuv.config.timetable.TIMETABLE"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "desk", HOUSE / "desk" / "accounts" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "kashuv.desk.doorway.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "kashuv.desk.layout.words",
                "kashuv.desk.layout.unchanging",
                "kashuv.desk.layout.drawing",
                "kashuv.desk.drafts.letters",
            ],
        },
    }
]

AUTH_USER_MODEL = "kashuv.Login"
SESSION_ENGINE = "kashuv.desk.accounts.sessions"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "kashuv.desk.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "kashuv.desk.accounts.forms.DoorForm",
    "reauthenticate": "kashuv.desk.accounts.forms.AgainForm",
    "change_password": "kashuv.desk.accounts.forms.NewPasswordForm",
}
ACCOUNT_ADAPTER = "kashuv.desk.accounts.adapter.ClosedDoor"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_FORMS = {"add_webauthn": "kashuv.desk.accounts.forms.PasskeyForm"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _secure
MFA_TOTP_ISSUER = "Kashuv"
ALLAUTH_TRUSTED_PROXY_COUNT = checks.count("KASHUV_TRUSTED_PROXIES", _told.get("KASHUV_TRUSTED_PROXIES", "0"))
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"

# Counts tries at the door for all workers of a machine alike, which memory could not.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}

LANGUAGES = [("he", _("Hebrew")), ("en", _("English"))]
LANGUAGE_CODE = checks.language(_told.get("KASHUV_LANGUAGE", "he"))
LOCALE_PATHS = sorted(path for path in HOUSE.rglob("locale") if path.is_dir())
TIME_ZONE = checks.zone(_told.get("KASHUV_TIME_ZONE", "Asia/Jerusalem"))
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [HOUSE / "desk" / "static"]
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kashuv.desk.layout.storage.HashedStorage"},
}
WHITENOISE_MAX_AGE = 3600

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _secure
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _secure else 0  # of this host alone; its neighbours are not ours
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _secure else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_TEMP_DIR = None
CSRF_FAILURE_VIEW = "kashuv.desk.layout.views.stale"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = _told.get("KASHUV_SMTP_HOST", "")
EMAIL_PORT = checks.port("KASHUV_SMTP_PORT", _told.get("KASHUV_SMTP_PORT", "587"))
EMAIL_HOST_USER = _told.get("KASHUV_SMTP_USER", "")
EMAIL_HOST_PASSWORD = _told.get("KASHUV_SMTP_PASSWORD", "")
EMAIL_USE_TLS = checks.switch("KASHUV_SMTP_TLS", _told.get("KASHUV_SMTP_TLS", "yes"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _told.get("KASHUV_SMTP_FROM", EMAIL_HOST_USER or "kashuv@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
