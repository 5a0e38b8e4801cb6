"""Every setting of an installation, typed, in one place.

Each is read from an environment variable ``AUGENMASS_<NAME>``; the defaults are those of one small office on one machine.
"""

import os
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

INSECURE_SECRET = "only-for-demonstration-and-tests"  # noqa: S105  refused by a production start

OF_COMPARTMENT = tuple(f"AUGENMASS_COMPARTMENT_{name}" for name in ("SECRET_KEY", "DATABASE", "KEY_FILE"))
"""Credentials of the counsellors' compartment: this process must not hold them."""


class Mode(StrEnum):
    """What an installation is for; only ``production`` may hold data of living people."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


class Configuration(BaseSettings):
    """The settings; ``Configuration()`` raises ``pydantic.ValidationError`` when a value has the wrong type."""

    model_config = SettingsConfigDict(env_prefix="AUGENMASS_")

    mode: Mode = Mode.PRODUCTION
    data: Path = Path("var")
    """Folder of the embedded database, the access log, uploaded files and generated documents."""
    database: str = "sqlite"
    """``sqlite`` (a file in ``data``) or a libpq address such as ``postgresql://user@host/name``."""
    database_role: str = ""
    """PostgreSQL role of server and worker, where another one owns the tables: ``migrate`` grants it rows, never the structure."""
    access_log_database: str = ""
    """Address of a separate database for the access log; empty: a file in ``data`` (SQLite) or the main database (PostgreSQL)."""
    secret_key: str = INSECURE_SECRET
    debug: bool = False
    hosts: list[str] = Field(default_factory=lambda: ["localhost", "127.0.0.1"])
    trusted_origins: list[str] = Field(default_factory=list)
    secure_cookies: bool | None = None
    """Cookies only over HTTPS; unset: yes in production."""
    second_factor: bool = True
    """Staff need a second factor. Where nothing is set, a demonstration and the tests do without; production never does."""
    session_minutes: int = Field(default=60, ge=5)
    """Minutes without a request after which a session ends."""
    session_hours: int = Field(default=10, ge=1)
    """Hours after which a session ends even while it is used."""
    sign_in_log_days: int = Field(default=180, ge=1)
    """Days for which the sign-in log is kept."""
    trusted_proxies: int = 0
    """Proxies in front that each add an address to ``X-Forwarded-For``; 0: the sign-in counts by the address that connects."""
    mail_host: str = ""
    """Empty: mails are written to ``data/mail`` instead of being sent."""
    mail_port: int = 25
    mail_user: str = ""
    mail_password: str = ""
    mail_tls: bool = False
    mail_from: str = "augenmass@localhost"
    messages_folder: str = ""
    """Folder by which sealed messages of persons reach their counselling service and receipts come back; empty: they wait for a command."""
    scanner: str = ""
    """Command that checks an uploaded file for malware; gets the path as its last argument, exit code 0 means clean."""
    upload_megabytes: int = 25
    """Largest document, in megabytes (10^6 bytes)."""
    import_megabytes: int = 100
    """Largest file for an import, in megabytes."""
    staff_measures: bool = False
    """Whether reads are counted by person and day for the data protection officer; on only after the staff council agreed."""
    api_calls_per_minute: int = 600
    """Calls of one token in a minute."""
    backup_days: int | None = Field(default=None, ge=1)
    """Days for which backups are kept: so long they hold what was deleted. Unset: nobody has said, and pages say so."""
    log_level: str = "INFO"
    instance_name: str = ""
    """How this installation names itself in the addresses of messages (``body@name``); empty: the first of ``hosts``."""
    imprint_url: str = ""
    accessibility_contact: str = ""
    """Who answers questions on accessibility at the door of persons: name, telephone, e-mail, in one line."""
    accessibility_enforcement: str = ""
    """The body of the Land that helps where no answer comes (Directive (EU) 2016/2102 Art. 9), in one line."""
    accessibility_checked_on: date | None = None
    """The day on which the operator last had the pages checked; unset: nobody has said, and the statement says so."""
    fixed_now: str = ""
    """Instant at which the clock stands (ISO 8601); for pictures and tests, refused in production."""

    @property
    def asks_second_factor(self) -> bool:
        """Whether staff need a second factor here: what is set, else only in production."""
        return self.second_factor if "second_factor" in self.model_fields_set else self.mode is Mode.PRODUCTION

    @property
    def message_domain(self) -> str:
        """The part of a body's address that names this installation."""
        return (self.instance_name or self.hosts[0]).lower().lstrip(".*") or "localhost"

    @property
    def refusals(self) -> list[str]:
        """Why this configuration may not start as production; empty when it may."""
        if self.mode is not Mode.PRODUCTION:
            return []
        reasons = []
        if self.secret_key == INSECURE_SECRET or len(self.secret_key) < 32:
            reasons.append(
                "AUGENMASS_SECRET_KEY fehlt oder ist kürzer als 32 Zeichen. Setzen Sie einen eigenen geheimen Schlüssel."
            )
        if not self.asks_second_factor:
            reasons.append(
                "AUGENMASS_SECOND_FACTOR ist ausgeschaltet. Im Echtbetrieb braucht jede Anmeldung zwei Faktoren."
            )
        if self.debug:
            reasons.append("AUGENMASS_DEBUG ist eingeschaltet. Im Echtbetrieb muss es ausgeschaltet sein.")
        if "*" in self.hosts:
            reasons.append("AUGENMASS_HOSTS erlaubt jeden Namen. Nennen Sie die Namen dieses Servers.")
        if held := [name for name in OF_COMPARTMENT if os.environ.get(name)]:
            reasons.append(
                f"Die Umgebung enthält Zugangsdaten des Beratungsraums ({', '.join(held)}). Das Hauptprogramm darf sie nicht kennen."
            )
        if self.fixed_now:
            reasons.append("AUGENMASS_FIXED_NOW ist gesetzt. Im Echtbetrieb darf die Uhr nicht stehen.")
        return reasons


@cache
def configuration() -> Configuration:
    """The configuration of this process, read once."""
    return Configuration()
