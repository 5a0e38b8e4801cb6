"""Every setting of a compartment, typed, in one place: environment variables ``AUGENMASS_COMPARTMENT_<NAME>``."""

import os
from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from augenmass.site.configuration import INSECURE_SECRET, Mode

PREFIX = "AUGENMASS_COMPARTMENT_"
OF_MAIN_PROGRAM = ("AUGENMASS_SECRET_KEY", "AUGENMASS_DATABASE", "AUGENMASS_ACCESS_LOG_DATABASE")
"""Credentials of the main program: this process must not hold them."""


class Configuration(BaseSettings):
    """The settings; ``Configuration()`` raises ``pydantic.ValidationError`` when a value has the wrong type."""

    model_config = SettingsConfigDict(env_prefix=PREFIX)

    mode: Mode = Mode.PRODUCTION
    data: Path = Path("var-compartment")
    """Folder of the embedded database and of the counts of attempts to sign in."""
    database: str = "sqlite"
    """``sqlite`` (a file in ``data``) or the libpq address of a PostgreSQL database of its own."""
    key_file: Path | None = None
    """File with the keys of the content; lies outside ``data``, so that a copy of the data alone cannot be read."""
    secret_key: str = INSECURE_SECRET
    hosts: list[str] = Field(default_factory=lambda: ["localhost", "127.0.0.1"])
    trusted_origins: list[str] = Field(default_factory=list)
    secure_cookies: bool | None = None
    """Cookies only over HTTPS; unset: yes in production."""
    second_factor: bool = True
    session_minutes: int = Field(default=30, ge=5)
    """Minutes without a request after which a session ends."""
    trusted_proxies: int = 0
    send_seconds: float = Field(default=10, gt=0)
    """Seconds that the authority has to answer when a statement is sent."""
    messages_folder: str = ""
    """Folder in which an authority's program leaves sealed messages and finds receipts; empty: files are read by a command."""
    log_level: str = "INFO"

    @property
    def keys(self) -> Path:
        """The file with the keys: what is set, else beside the data folder, never in it."""
        return self.key_file or self.data.resolve().with_name(f"{self.data.resolve().name}.keys")

    @property
    def asks_second_factor(self) -> bool:
        """Whether counsellors need a second factor here: what is set, else only in production."""
        return self.second_factor if "second_factor" in self.model_fields_set else self.mode is Mode.PRODUCTION

    @property
    def refusals(self) -> list[str]:
        """Why this configuration may not start; empty when it may."""
        reasons = []
        if self.keys.resolve().is_relative_to(self.data.resolve()):
            reasons.append("AUGENMASS_COMPARTMENT_KEY_FILE liegt im Datenordner. Legen Sie die Schlüssel woandershin.")
        if self.mode is not Mode.PRODUCTION:
            return reasons
        if self.secret_key == INSECURE_SECRET or len(self.secret_key) < 32:
            reasons.append("AUGENMASS_COMPARTMENT_SECRET_KEY fehlt oder ist kürzer als 32 Zeichen.")
        if not self.asks_second_factor:
            reasons.append(
                "AUGENMASS_COMPARTMENT_SECOND_FACTOR ist ausgeschaltet. Im Echtbetrieb braucht es zwei Faktoren."
            )
        if "*" in self.hosts:
            reasons.append("AUGENMASS_COMPARTMENT_HOSTS erlaubt jeden Namen. Nennen Sie die Namen dieses Servers.")
        if os.environ.get("AUGENMASS_FIXED_NOW"):
            reasons.append("AUGENMASS_FIXED_NOW ist gesetzt. Im Echtbetrieb darf die Uhr nicht stehen.")
        held = [name for name in OF_MAIN_PROGRAM if os.environ.get(name)]
        if held:
            reasons.append(
                f"Die Umgebung enthält Zugangsdaten des Hauptprogramms ({', '.join(held)}). "
                "Der Beratungsraum darf sie nicht kennen."
            )
        return reasons


@cache
def configuration() -> Configuration:
    """The configuration of this process, read once."""
    return Configuration()
